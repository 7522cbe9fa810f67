import { createRandom } from '../../kernel/random.ts';
import type { Problem, Solution } from '../problem/layout.ts';
import { Annealing } from './accept/acceptance.ts';
import { temperaturesOf } from './accept/temperatures.ts';
import type { Pace } from './pace.ts';
import { BestSoFar } from './state/best-so-far.ts';
import { GreedyRecreate } from './operators/recreate/greedy.ts';
import { StringRuin } from './operators/ruin/strings.ts';
import { Tours } from './state/tours.ts';

/** Steps between two looks at pace and stop flag; a search ends at a multiple of them. */
const STRIDE = 64;

/** What a search is told besides its problem. */
export interface SolveOptions {
  readonly seed: number;
  /** How it cools, and when it ends: see `steadyPace`. */
  readonly pace: Pace;
  /** Asked now and then; true ends the search early with the best so far. */
  readonly shouldStop: () => boolean;
  /** Told now and then, when anything has changed. */
  readonly onProgress: (progress: SearchProgress) => void;
}

/** Where a search stands. */
export interface SearchProgress {
  readonly cost: number;
  readonly unserved: number;
  /** How far it has come, 0 … 1. */
  readonly share: number;
  /** The best solution so far, for who wants more than its cost. */
  readonly best: () => Solution;
}

/** The best solution found, and after how many steps the search ended. */
export interface SolveResult {
  readonly solution: Solution;
  readonly endedAtWork: number;
}

/**
 * Ruin and recreate under simulated annealing: strings of visits leave, come back where they cost least, on
 * whichever days their calendar likes; worse solutions pass while it is warm. Days are decided together
 * with routes. The result depends on problem, seed and pace alone.
 *
 * Christiaens & Vanden Berghe (2020), https://doi.org/10.1287/trsc.2019.0914
 */
export function solve(problem: Problem, { seed, pace, shouldStop, onProgress }: SolveOptions): SolveResult {
  const random = createRandom(seed);
  const tours = new Tours(problem);
  const ruin = new StringRuin(tours, random);
  const recreate = new GreedyRecreate(tours, random);

  recreate.construct();
  tours.mark();
  const annealing = new Annealing(temperaturesOf(tours), problem.series.count);
  const best = new BestSoFar(tours);
  const told = () => best.solution();
  let current = tours.total;

  let step = 0;
  for (; problem.series.count > 0; step++) {
    if (step % STRIDE === 0) {
      const share = pace(step);
      if (share >= 1 || shouldStop()) break;
      annealing.cool(step, share);
      onProgress({ cost: best.cost, unserved: best.unserved, share, best: told });
    }
    const seedSeries = random.below(problem.series.count);
    const banked = tours.bank.size;
    const { whole } = ruin.ruin(seedSeries);
    const limit = annealing.limit(current, random.next);
    const isWhole = recreate.recreate(seedSeries, { removedFrom: banked, stay: !whole, limit });

    const cost = tours.total;
    if (isWhole && cost < limit) {
      current = cost;
      tours.mark();
      if (cost < best.cost) best.take(tours);
    } else tours.undo();
  }
  return { solution: best.solution(), endedAtWork: step };
}
