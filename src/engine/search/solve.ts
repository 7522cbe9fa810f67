import { createRandom } from '../../kernel/random.ts';
import type { Problem, Solution } from '../problem/layout.ts';
import { Annealing } from './acceptance.ts';
import { temperaturesOf } from './temperatures.ts';
import { BestSoFar } from './best-so-far.ts';
import { GreedyRecreate } from './recreate/greedy.ts';
import { StringRuin } from './ruin/strings.ts';
import { Tours } from './tours.ts';

/** Steps between two looks at the stop flag and two changes of temperature. */
const STRIDE = 64;

/** What a search is told besides its problem. */
export interface SolveOptions {
  readonly seed: number;
  /** Steps of ruin and recreate that the temperature is planned over. */
  readonly work: number;
  /** Step to end at; less than `work` only to replay a run that was stopped. */
  readonly endAtWork?: number;
  /** Asked now and then; true ends the search early with the best so far. */
  readonly shouldStop: () => boolean;
  /** Told now and then, when anything has changed. */
  readonly onProgress: (progress: SearchProgress) => void;
}

/** Where a search stands. */
export interface SearchProgress {
  readonly cost: number;
  readonly unserved: number;
  readonly work: number;
}

/** The best solution found, and after how many steps the search ended. */
export interface SolveResult {
  readonly solution: Solution;
  readonly endedAtWork: number;
}

/**
 * Ruin and recreate under simulated annealing: strings of visits leave, come back where they cost least, on
 * whichever days their calendar likes; worse solutions pass while it is warm. Days are decided together
 * with routes. The result depends on problem, seed and work alone.
 *
 * Christiaens & Vanden Berghe (2020), https://doi.org/10.1287/trsc.2019.0914
 */
export function solve(problem: Problem, { seed, work, endAtWork = work, shouldStop, onProgress }: SolveOptions): SolveResult {
  const random = createRandom(seed);
  const tours = new Tours(problem);
  const ruin = new StringRuin(tours, random);
  const recreate = new GreedyRecreate(tours, random);

  recreate.construct();
  tours.mark();
  const annealing = new Annealing(temperaturesOf(tours));
  const best = new BestSoFar(tours);
  let current = tours.total;

  let step = 0;
  for (; step < endAtWork && problem.seriesCount > 0; step++) {
    if (step % STRIDE === 0) {
      if (shouldStop()) break;
      annealing.cool(step / work);
      onProgress({ cost: best.cost, unserved: best.unserved, work: step });
    }
    const seedSeries = random.below(problem.seriesCount);
    const banked = tours.bankSize;
    const { whole } = ruin.ruin(seedSeries);
    recreate.recreate(seedSeries, { removedFrom: banked, stay: !whole });

    const cost = tours.total;
    if (annealing.accepts(cost, current, random.next)) {
      current = cost;
      tours.mark();
      if (cost < best.cost) best.take(tours);
    } else tours.undo();
  }
  return { solution: best.solution(), endedAtWork: step };
}
