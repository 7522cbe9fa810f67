import type { Random } from '../../../kernel/random.ts';
import type { GreedyRecreate } from '../operators/recreate/greedy.ts';
import type { AnyRuin } from '../operators/ruin/any-ruin.ts';
import type { Tours } from '../state/tours.ts';
import type { Temperatures } from './acceptance.ts';

/** Steps that are tried and taken back. */
const TRIALS = 100;
/** Temperatures as multiples of the typical rise of the cost in a step. Where legs and amounts are all there is, less heat does (see docs/search-log.md). */
const HOT = { plain: 0.3, other: 4 };
const COLD = { plain: 0.003, other: 0.01 };

interface Operators {
  readonly ruin: AnyRuin;
  readonly recreate: GreedyRecreate;
  readonly random: Random;
}

/**
 * Temperatures from trials: steps from the first solution that make it worse show what a move costs, whatever the terms
 * of the problem are: travel, fares, lines or visits left out. Prices alone do not show it, since the dearest is rarely
 * paid.
 */
export function temperaturesOf(tours: Tours, { ruin, recreate, random }: Operators): Temperatures {
  const { series } = tours.problem;
  const before = tours.total;
  const rises: number[] = [];
  for (let trial = 0; trial < TRIALS && series.count > 0; trial++) {
    const seed = random.below(series.count);
    const removedFrom = tours.bank.size;
    const { stay } = ruin.ruin(seed);
    recreate.recreate(seed, { removedFrom, stay, limit: Infinity });
    tours.settle();
    const rise = tours.total - before;
    if (rise > 0 && rise < Infinity) rises.push(rise);
    tours.undo();
  }
  rises.sort((a, b) => a - b);
  const typical = rises[Math.floor(rises.length / 2)] ?? 1;
  const kind = tours.isPlain ? 'plain' : 'other';
  return { hot: HOT[kind] * typical, cold: COLD[kind] * typical };
}

/** How far, 0 … 1, a search that starts from a given solution is cooled from the beginning. */
const COOLED = 0.6;

/** Temperatures for a search that starts from a good solution: one that is too hot loses what is good about it. */
export const warm = ({ hot, cold }: Temperatures): Temperatures => ({ hot: Math.min(hot, hot * (cold / hot) ** COOLED), cold });
