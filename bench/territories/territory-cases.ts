import { join } from 'node:path';
import { readFiles } from '../../src/cli/files/read-files.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { type DayRange, addDays, day, monthOf } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { hasRealData, maltaFiles, shanghaiFiles } from '../real/real-territories.ts';

/** A territory and the days that are planned for it. */
export interface TerritoryCase {
  readonly name: string;
  readonly horizon: DayRange;
  /** The territory's files by name. */
  readonly files: () => Promise<ReadonlyMap<string, string>>;
}

const MONDAY = day('2026-12-07');
const WEEK: DayRange = { first: MONDAY, last: addDays(MONDAY, 4) };
const MONTH = monthOf(MONDAY);

const fixture = (name: string) => async () => (await readFiles(join(import.meta.dirname, '../../fixtures', name))).files;

/** Committed ones: two reps and the ladder's rungs. */
const sampleCases: readonly TerritoryCase[] = [
  { name: 'tobacco-week', horizon: WEEK, files: fixture('tobacco') },
  { name: 'tobacco-month', horizon: MONTH, files: fixture('tobacco') },
  { name: 'ladder-1x5d', horizon: WEEK, files: fixture('ladder-1x5d') },
  { name: 'ladder-1x1m', horizon: MONTH, files: fixture('ladder-1x1m') },
  { name: 'ladder-10x1m', horizon: MONTH, files: fixture('ladder-10x1m') },
];

/** Real places, where their data are at hand; only on demand, since they take long. */
const realCases: readonly TerritoryCase[] = [
  { name: 'shanghai-month', horizon: MONTH, files: () => Promise.resolve(shanghaiFiles()) },
  { name: 'malta-week', horizon: WEEK, files: () => Promise.resolve(maltaFiles()) },
];

/** All cases that can be run here. */
export const territoryCases: readonly TerritoryCase[] = hasRealData() ? [...sampleCases, ...realCases] : sampleCases;

/** The cases that are run unless others are named. */
export const usualCases: readonly TerritoryCase[] = sampleCases;

/** A case's territory. */
export const territoryOf = async (one: TerritoryCase): Promise<Territory> => readTerritory(await one.files());
