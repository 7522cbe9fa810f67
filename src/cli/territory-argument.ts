import type { PlaceOfEnd } from '../app/find-blocked-ways.ts';
import { readTerritory } from '../contract/read-territory.ts';
import { placeOfEnd } from '../contract/territory-records.ts';
import type { Territory } from '../domain/territory.ts';
import { readFiles } from './read-files.ts';

/** The argument that names a territory, and what help says of it. */
export const territoryArgument = ['<territory>', 'a folder with territory.json, customers.csv and reps.csv, or one JSON file'] as const;

/** A territory, and where its files say where a rep's day ends. */
export interface ReadTerritory {
  readonly territory: Territory;
  readonly placeOfEnd: PlaceOfEnd;
}

/** Reads the territory at a path, under a preset where one is asked for instead of its own policy. */
export async function readTerritoryAt(path: string, { policy }: { readonly policy?: string }): Promise<ReadTerritory> {
  const files = await readFiles(path);
  return { territory: readTerritory(files, policy === undefined ? {} : { policy }), placeOfEnd: (rep) => placeOfEnd(files, rep) };
}
