import { describe, expect, it } from 'vitest';
import { judgeRoutes } from '../../../bench/public/judge-routes.ts';
import { readSolomon } from '../../../bench/public/read-solomon.ts';
import { readVrplib } from '../../../bench/public/read-vrplib.ts';
import { routesOf, routingProblem } from '../../../bench/public/routing-adapter.ts';
import type { RoutingInstance } from '../../../bench/public/routing-instance.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { TINY_CVRP, TINY_PCVRPTW, TINY_SOLOMON } from './tiny-routing.ts';

function solved(instance: RoutingInstance) {
  const problem = routingProblem(instance);
  const { solution } = solve(problem, { seed: 1, pace: steadyPace(512), shouldStop: () => false, onProgress: () => {} });
  return judgeRoutes(instance, routesOf(problem, solution));
}

describe('routingProblem', () => {
  it.each([
    ['windows', readSolomon(TINY_SOLOMON), 180],
    ['loads alone', readVrplib(TINY_CVRP), 18], // 3 + 1 + 4, 5 + 5; the customer at (3, 1) is 3.16 and 1.41 away
    ['prizes', readVrplib(TINY_PCVRPTW), 80 + 90], // leaving out the customer at -5 saves 100
  ])('leads to the best routes with %s', (_, instance, cost) => {
    expect(solved(instance)).toMatchObject({ cost, unserved: 0, wrong: [] });
  });

  it('charges the search the duration where that is minimised', () => {
    const instance: RoutingInstance = { ...readSolomon(TINY_SOLOMON), objective: 'duration' };
    const problem = routingProblem(instance);
    const { solution } = solve(problem, { seed: 1, pace: steadyPace(512), shouldStop: () => false, onProgress: () => {} });
    expect(solution.cost).toBe(judgeRoutes(instance, routesOf(problem, solution)).cost);
  });
});
