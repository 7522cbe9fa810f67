import type { Problem, Solution } from '../../src/engine/problem/layout.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { Tours } from '../../src/engine/search/state/tours.ts';
import { assert } from '../../src/kernel/assert.ts';

/** Steps to a solution that is worth measuring on; few enough to wait for. */
const STEPS = 4000;

/** A problem and a fair solution of it, always the same. */
export interface SettledProblem {
  readonly problem: Problem;
  readonly solution: Solution;
}

/** Searches for a short while, from a fixed seed. */
export const settle = (problem: Problem): SettledProblem => ({
  problem,
  solution: solve(problem, { seed: 1, pace: steadyPace(STEPS), shouldStop: () => false, onProgress: () => {} }).solution,
});

/** Tours of their own that hold the solution. */
export function toursOf({ problem, solution }: SettledProblem): Tours {
  const tours = new Tours(problem);
  assert(tours.load(solution.slots), 'A solution of the search is possible.');
  return tours;
}
