import { type DayRange, addDays, day, monthOf } from '../../src/domain/calendar.ts';
import { sampleTerritory } from '../territories/sample-territory.ts';
import type { Territory } from '../../src/domain/territory.ts';

/** A sample territory and the days that are planned for it. */
export interface CurveCase {
  readonly name: string;
  readonly horizon: DayRange;
  readonly territory: () => Promise<Territory>;
}

const MONDAY = day('2026-12-07');
const WEEK: DayRange = { first: MONDAY, last: addDays(MONDAY, 4) };

/** The months that have a reference. */
export const MONTHS = ['tobacco', 'ladder-1x1m', 'key-accounts', 'visit-lines', 'health-products', 'general'] as const;

/** A month of each territory, then a week of each. */
export const curveCases: readonly CurveCase[] = [
  ...MONTHS.map((name) => ({ name: `${name}-month`, horizon: monthOf(MONDAY), territory: () => sampleTerritory(name) })),
  ...MONTHS.map((name) => ({ name: `${name}-week`, horizon: WEEK, territory: () => sampleTerritory(name) })),
];
