import { createRandom } from '../../kernel/random.ts';
import type { Problem, Solution } from '../problem/layout.ts';
import { Annealing } from './accept/acceptance.ts';
import { temperaturesOf, warm } from './accept/temperatures.ts';
import { answerRequests } from './answer-requests.ts';
import { loadStart } from './check-start.ts';
import { type Fixed, closing, nothingFixed } from './fixed.ts';
import type { Pace } from './pace.ts';
import { BestSoFar } from './state/best-so-far.ts';
import { GreedyRecreate } from './operators/recreate/greedy.ts';
import { AnyRuin } from './operators/ruin/any-ruin.ts';
import { Tours } from './state/tours.ts';

/** Steps between two checks of pace and stop flag; a search ends at a multiple of them. */
const STRIDE = 64;

/** Seconds that ways chosen anew hardly ever save in all: a solution that costs more than it may by as much is given up. */
const SAVED_BY_WAYS = 300;

/** Settings of a search. */
export interface SolveOptions {
  readonly seed: number;
  /** Decides how the search cools and when it ends: see `steadyPace`. */
  readonly pace: Pace;
  /** Called every few steps; true ends the search early with the best solution so far. */
  readonly shouldStop: () => boolean;
  /** Called as often. */
  readonly onProgress: (progress: SearchProgress) => void;
  /** A solution to start from. What the problem does not allow of it is dropped: see `checkStart`. None for an empty one. */
  readonly initial?: Solution['slots'] | undefined;
  /** Parts of `initial` that stay as they are, as far as the problem allows them. */
  readonly fixed?: Fixed | undefined;
}

/** Progress of a search. */
export interface SearchProgress {
  /** Of the best solution so far. */
  readonly cost: number;
  /** [group] visits that it leaves out. */
  readonly left: readonly number[];
  /** The share of the search that is done, 0 … 1. */
  readonly share: number;
  /** Copies the best solution so far. */
  readonly best: () => Solution;
}

/** The best solution of a search, and the number of steps after which it ended. */
export interface SolveResult {
  readonly solution: Solution;
  readonly endedAtWork: number;
}

/**
 * Searches by ruin and recreate under simulated annealing: strings of visits leave and come back where they cost least,
 * on any days that suit their calendar; worse solutions are accepted while it is warm. Days are decided together with
 * routes. A search that starts from a solution begins so cool that it keeps what is good about it. The result depends on
 * problem, seed, pace and start alone.
 *
 * Christiaens & Vanden Berghe (2020), https://doi.org/10.1287/trsc.2019.0914
 */
export function solve(problem: Problem, options: SolveOptions): SolveResult {
  const { seed, pace, shouldStop, onProgress, initial, fixed = nothingFixed } = options;
  const random = createRandom(seed);
  const tours = new Tours(closing(problem, fixed.slots));
  const ruin = new AnyRuin(tours, random);
  const recreate = new GreedyRecreate(tours, random);

  if (initial !== undefined) startFrom(tours, initial, fixed);
  const given = initial === undefined ? Infinity : tours.total;
  recreate.construct();
  tours.settle();
  if (tours.total > given) tours.undo();
  tours.mark();
  const temperatures = temperaturesOf(tours, { ruin, recreate, random });
  const annealing = new Annealing(initial === undefined ? temperatures : warm(temperatures), problem.series.count);
  const best = new BestSoFar(tours);
  const copyBest = () => best.solution();
  let current = tours.total;

  let step = 0;
  for (; problem.series.count > 0; step++) {
    if (step % STRIDE === 0) {
      const share = pace(step);
      if (share >= 1 || shouldStop()) break;
      annealing.cool(step, share);
      onProgress({ cost: best.cost, left: best.left, share, best: copyBest });
    }
    const seedSeries = random.below(problem.series.count);
    const bankSize = tours.bank.size;
    const { stay } = ruin.ruin(seedSeries);
    const limit = annealing.limit(current, random.next);
    const isComplete = recreate.recreate(seedSeries, { removedFrom: bankSize, stay, limit });

    if (isComplete && tours.total < limit + SAVED_BY_WAYS) tours.settle();
    const cost = tours.total;
    if (isComplete && cost < limit) {
      current = cost;
      tours.mark();
      if (cost < best.cost) best.take(tours);
    } else tours.undo();
  }
  return { solution: answerRequests(problem, best.solution(), fixed), endedAtWork: step };
}

function startFrom(tours: Tours, initial: Solution['slots'], fixed: Fixed): void {
  const { slots, placed, served } = fixed;
  loadStart(tours, initial, new Set([...slots.flatMap((r) => initial[r] ?? []), ...placed, ...served]));
  tours.fix(fixed);
  tours.mark();
}
