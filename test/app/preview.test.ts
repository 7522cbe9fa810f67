import { describe, expect, it } from 'vitest';
import { type PlanningResult, type PlanningRun, startPlanning } from '../../src/app/plan-territory.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { week } from '../support/builders.ts';
import { fixtureTerritory } from '../support/fixture-territory.ts';

const start = (): PlanningRun =>
  startPlanning(fixtureTerritory('hamlet-4'), {
    horizon: week,
    travel: estimate,
    endPlaces: new Map(),
    seed: 1,
    budget: { seconds: 600 },
    workers: 2,
  });

describe('planning while it runs', () => {
  it('shows the best plan so far, a whole plan that is no better than the last one, and stops early', { timeout: 60_000 }, async () => {
    const run = start();
    // The first request may come before the first plan.
    let best: PlanningResult | null = null;
    while (best === null) best = await run.best();
    run.stop();
    const result = await run.done;
    expect(best.audit.clean).toBe(true);
    expect(best.cost.total).toBeGreaterThanOrEqual(result.cost.total);
    expect(best.plan.days.map(({ rep, day }) => [rep, day])).toEqual(result.plan.days.map(({ rep, day }) => [rep, day]));
  });

  it('stops early even before its search has begun', { timeout: 60_000 }, async () => {
    const run = start();
    expect(await run.best()).toBeNull();
    run.stop(true);
    expect((await run.done).audit.clean).toBe(true);
  });
});
