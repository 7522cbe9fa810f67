import { describe, expect, it } from 'vitest';
import { coreOf } from '../../../bench/peers/common-core.ts';
import { coreTerritories } from '../../../bench/peers/core-territories.ts';
import { routesOf, routingProblem } from '../../../bench/public/routing-adapter.ts';
import { judgeRoutes } from '../../../bench/public/judge-routes.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { present } from '../../../src/kernel/assert.ts';

describe('coreOf', () => {
  it('makes one problem of each rep-day, which can be served in full at the cost that the search names', async () => {
    const general = present(
      coreTerritories().find(({ name }) => name === 'general'),
      'A territory',
    );
    const days = await coreOf('general', await general.territory());
    expect(days.length).toBeGreaterThan(3);
    for (const day of days) {
      const problem = routingProblem(day);
      const { solution } = solve(problem, { seed: 1, pace: steadyPace(256), shouldStop: () => false, onProgress: () => {} });
      expect(judgeRoutes(day, routesOf(problem, solution))).toEqual({ cost: solution.cost, unserved: 0, wrong: [] });
    }
  });
});
