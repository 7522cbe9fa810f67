import { join } from 'node:path';
import { readFiles } from '../../src/cli/read-files.ts';
import { readTerritory } from '../../src/contract/read-territory.ts';
import { type DayRange, addDays, day, monthOf } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';

/** A committed territory and the days that are planned for it. */
export interface TerritoryCase {
  readonly name: string;
  /** Its folder in `fixtures/`. */
  readonly fixture: string;
  readonly horizon: DayRange;
}

const MONDAY = day('2026-12-07');
const WEEK: DayRange = { first: MONDAY, last: addDays(MONDAY, 4) };
const MONTH = monthOf(MONDAY);

/** All of them: two reps and the ladder's lowest rungs. */
export const territoryCases: readonly TerritoryCase[] = [
  { name: 'tobacco-week', fixture: 'tobacco', horizon: WEEK },
  { name: 'tobacco-month', fixture: 'tobacco', horizon: MONTH },
  { name: 'ladder-1x5d', fixture: 'ladder-1x5d', horizon: WEEK },
  { name: 'ladder-1x1m', fixture: 'ladder-1x1m', horizon: MONTH },
];

/** The files of a case's territory by name. */
export const filesOf = async ({ fixture }: TerritoryCase): Promise<ReadonlyMap<string, string>> =>
  (await readFiles(join(import.meta.dirname, '../../fixtures', fixture))).files;

/** A case's territory. */
export const territoryOf = async (one: TerritoryCase): Promise<Territory> => readTerritory(await filesOf(one));
