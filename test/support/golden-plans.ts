import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { planTerritory } from '../../src/app/plan-territory.ts';
import { addDays, day } from '../../src/domain/calendar.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { fixtureTerritory } from './fixture-territory.ts';

/** Where the golden plans are kept. */
export const goldenFile = join(import.meta.dirname, '../golden/golden-plans.json');

/** Key figures of one plan; any change of the plan changes the hash. */
export interface GoldenPlan {
  readonly cost: number;
  readonly requiredUnserved: number;
  readonly optionalUnserved: number;
  /** First 16 hex digits of SHA-256 over the plan, keys sorted. */
  readonly hash: string;
}

/** One planning run: a fixture, a horizon and a fixed number of search steps. */
export interface GoldenRun {
  readonly name: string;
  readonly fixture: string;
  readonly from: string;
  readonly days: number;
  readonly work: number;
}

const SEED = 1;
/** Steps of the search. A month's steps take longer, so it gets fewer. */
const WEEK_WORK = 256;
const MONTH_WORK = 128;

/** Every fixture for a week and a month. */
export const goldenRuns: readonly GoldenRun[] = readdirSync(join(import.meta.dirname, '../../fixtures'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted()
  .flatMap((fixture) => [
    { name: `${fixture} week`, fixture, from: '2026-12-07', days: 5, work: WEEK_WORK },
    { name: `${fixture} month`, fixture, from: '2026-12-01', days: 31, work: MONTH_WORK },
  ]);

/** Plans a run. The result depends on fixture, horizon, seed and steps alone. */
export async function goldenPlan({ fixture, from, days, work }: GoldenRun): Promise<GoldenPlan> {
  const first = day(from);
  const { plan, cost, kpis } = await planTerritory(fixtureTerritory(fixture), {
    horizon: { first, last: addDays(first, days - 1) },
    travel: estimate,
    endPlaces: new Map(),
    seed: SEED,
    budget: { work },
    workers: 2,
  });
  const { requiredUnserved, behindPaceUnserved, couldBePulledForward } = kpis.total;
  const optionalUnserved = behindPaceUnserved + couldBePulledForward;
  return { cost: cost.total, requiredUnserved, optionalUnserved, hash: hashOf(plan) };
}

function hashOf(plan: Plan): string {
  const sorted = (_: string, value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(plan, sorted)).digest('hex').slice(0, 16);
}
