import type { PlaceOfEnd } from '../app/find-blocked-ways.ts';
import { readTerritory } from '../contract/read-territory.ts';
import { placeOfEnd } from '../contract/territory-records.ts';
import type { Territory } from '../domain/territory.ts';
import { readFiles } from './read-files.ts';

/** The argument that names a territory, and what help says of it. */
export const territoryArgument = [
  '<territory>',
  'a folder with territory.json, customers.csv and reps.csv, a workbook with such sheets, or one JSON file',
] as const;

/** A territory, and where its files say where a rep's day ends. */
export interface ReadTerritory {
  readonly territory: Territory;
  readonly placeOfEnd: PlaceOfEnd;
}

/** Reads the territory at a path, under a preset where one is asked for instead of its own policy. */
export async function readTerritoryAt(path: string, { policy }: { readonly policy?: string }): Promise<ReadTerritory> {
  const { files, shownAs } = await readFiles(path);
  const territory = readTerritory(files, { shownAs, ...(policy === undefined ? {} : { policy }) });
  return { territory, placeOfEnd: (rep) => placeOfEnd(files, shownAs, rep) };
}
