import { describe, expect, it } from 'vitest';
import { steadyFailures, steadyRuns } from '../support/steady-plans.ts';

/** Steps of the search: enough for a week. Months and more seeds are for `npm run check:plans`. */
const WORK = 5000;

const weeks = steadyRuns.filter(({ span }) => span === 'week');

describe('a plan of a week', () => {
  it('is expected to be level for every preset', () => {
    expect(weeks).toHaveLength(10);
  });

  it.each(weeks.map((run) => [run.fixture, run] as const))('of %s is level and steady', { timeout: 120_000 }, async (_, run) => {
    expect(await steadyFailures(run, { seed: 1, work: WORK })).toEqual([]);
  });
});
