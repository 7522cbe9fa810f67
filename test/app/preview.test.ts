import { describe, expect, it } from 'vitest';
import { type PlanningResult, type Preview, planTerritory } from '../../src/app/plan-territory.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { week } from '../support/builders.ts';
import { fixtureTerritory } from '../support/fixture-territory.ts';

describe('the best plan so far', () => {
  it('is a whole plan, no better than the last one, while the search goes on', { timeout: 20_000 }, async () => {
    const stop = new AbortController();
    const shown: (PlanningResult | null)[] = [];
    const look = async (preview: Preview) => {
      // The first look may come before the first plan; the search ends when one has been seen.
      while (shown.at(-1) === undefined || shown.at(-1) === null) shown.push(await preview());
      stop.abort();
    };
    const result = await planTerritory(fixtureTerritory('hamlet-4'), {
      horizon: week,
      travel: estimate,
      placeOfEnd: () => ({ file: 'reps' }),
      seed: 1,
      budget: { seconds: 20 },
      workers: 2,
      stop: stop.signal,
      onSearch: (preview) => void look(preview),
    });
    const best = shown.at(-1) ?? null;
    expect(best?.audit.clean).toBe(true);
    expect(best?.cost.total).toBeGreaterThanOrEqual(result.cost.total);
    expect(best?.plan.days.map(({ rep, day }) => [rep, day])).toEqual(result.plan.days.map(({ rep, day }) => [rep, day]));
  });
});
