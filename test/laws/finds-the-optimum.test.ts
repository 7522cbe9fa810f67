import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/engine/problem/layout.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomProblem } from '../support/random-problem.ts';
import { referenceCost } from '../support/reference-cost.ts';

const PROBLEMS = lawCases(400);
const SIZE = { slots: 3, days: 3, series: 3, places: 4 };
const MOST_VISITS = 4;

describe('the search', () => {
  it('finds the optimum of at least 99 in 100 problems that brute force can solve', { timeout: 3_600_000 }, () => {
    let tried = 0;
    const missed: object[] = [];
    for (let seed = 1; tried < PROBLEMS; seed++) {
      const problem = randomProblem(seed, SIZE);
      if (problem.visits.count > MOST_VISITS) continue;
      tried++;
      const { solution } = solve(problem, { seed, pace: steadyPace(1000), shouldStop: () => false, onProgress: () => {} });
      expect({ seed, cost: solution.cost }).toEqual({ seed, cost: referenceCost(problem, solution.slots) });
      const optimum = bruteForce(problem);
      if (solution.cost > optimum) missed.push({ seed, found: solution.cost, optimum });
      expect(solution.cost).toBeGreaterThanOrEqual(optimum);
    }
    expect(missed.length, `missed ${missed.length} of ${tried}: ${JSON.stringify(missed.slice(0, 10))}`).toBeLessThanOrEqual(tried / 100);
  });
});

/** The least cost over every choice of slots, orders and visits left out. */
function bruteForce(problem: Problem): number {
  let best = Infinity;
  const slots: number[][] = Array.from({ length: problem.slots.count }, () => []);
  const place = (v: number): void => {
    if (v === problem.visits.count) {
      best = Math.min(best, referenceCost(problem, slots) ?? Infinity);
      return;
    }
    place(v + 1);
    for (const visits of slots) {
      for (let position = 0; position <= visits.length; position++) {
        visits.splice(position, 0, v);
        place(v + 1);
        visits.splice(position, 1);
      }
    }
  };
  place(0);
  return best;
}
