import type { Random } from '../../../../kernel/random.ts';
import type { Tours } from '../../state/tours.ts';
import { FREE, type Removal, type RuinOperator, STAY } from './ruin.ts';
import { servedVisit, visitOnDay } from './served-visit.ts';
import { takeOut } from './take-out.ts';

/** Longest string, and visits removed on average: Christiaens & Vanden Berghe (2020), with less for whole series. */
const LONGEST_STRING = 10;
const REMOVED = 40;
const REMOVED_WITH_SERIES = 32;
/** Share of ruins in which series leave whole, so that they may change days; share of these in which strings lie on several days. */
const WHOLE_SERIES = 0.6;
const ACROSS_DAYS = 0.75;
/** Share of strings that keep a stretch in their middle; chance of that stretch to grow by one. */
const SPLIT = 0.5;
const SPLIT_GROWS = 0.01;

/**
 * Slack induction by string removals: strings of visits near a seed leave their slots, one string from each slot.
 * https://doi.org/10.1287/trsc.2019.0914. Strings may lie on different days, and series may leave with all their visits.
 */
class StringRuin {
  readonly #tours: Tours;
  readonly #random: Random;
  /** [r] the last ruin that took a string from the slot. */
  readonly #ruinedIn: Int32Array;
  #ruins = 0;

  constructor(tours: Tours, random: Random) {
    this.#tours = tours;
    this.#random = random;
    this.#ruinedIn = new Int32Array(tours.problem.slots.count);
  }

  /** Takes out visits near a seed series. Whole series may change days, single visits should not. */
  ruin(seed: number): Removal {
    const { neighbours } = this.#tours.problem;
    const isWhole = this.#random.next() < WHOLE_SERIES;
    const day = isWhole && this.#random.next() < ACROSS_DAYS ? -1 : this.#dayNear(seed);
    const average = this.#averageLength(isWhole ? -1 : day);
    const longest = Math.min(LONGEST_STRING, average);
    const mostStrings = (isWhole ? REMOVED_WITH_SERIES : REMOVED) / (1 + longest) - 1;
    let strings = Math.max(1, Math.floor(this.#random.next() * mostStrings + 1));
    this.#ruins++;
    for (let k = -1; k < neighbours.count && strings > 0; k++) {
      const s = k < 0 ? seed : neighbours.nearest[seed * neighbours.count + k];
      const v = day < 0 ? servedVisit(this.#tours, s, this.#random) : visitOnDay(this.#tours, s, day);
      if (v < 0) continue;
      const r = this.#tours.placement.slotOf[v];
      if (this.#ruinedIn[r] === this.#ruins) continue;
      this.#ruinedIn[r] = this.#ruins;
      this.#removeString(v, r, longest, isWhole);
      strings--;
    }
    this.#tours.sweep();
    return isWhole ? FREE : STAY;
  }

  /** A day on which the seed is served, or any. */
  #dayNear(seed: number): number {
    const { problem, placement } = this.#tours;
    const v = servedVisit(this.#tours, seed, this.#random);
    return v >= 0 ? problem.slots.day[placement.slotOf[v]] : this.#random.below(problem.dayCount);
  }

  /** Average number of stops on a used slot of a day or, for -1, of all days. */
  #averageLength(day: number): number {
    const { length, current } = this.#tours.rows;
    const { slots } = this.#tours.problem;
    let stops = 0;
    let used = 0;
    for (let r = 0; r < slots.count; r++) {
      if (day >= 0 && slots.day[r] !== day) continue;
      const own = length[current[r]];
      stops += own;
      if (own > 0) used++;
    }
    return used > 0 ? stops / used : 1;
  }

  #removeString(v: number, r: number, longest: number, isWhole: boolean): void {
    const { length, width, current, visitAt } = this.#tours.rows;
    const random = this.#random;
    const all = length[current[r]];
    const o = current[r] * width;
    let position = 1;
    while (visitAt[o + position] !== v) position++;
    const size = Math.floor(random.next() * Math.min(all, longest) + 1);
    let kept = 0;
    if (size > 1 && size < all && random.next() < SPLIT) {
      kept = 1;
      while (size + kept < all && random.next() < SPLIT_GROWS) kept++;
    }
    const span = size + kept;
    const earliest = Math.max(1, position - span + 1);
    const latest = Math.min(position, all - span + 1);
    const first = earliest + random.below(latest - earliest + 1);
    const keepFrom = kept > 0 ? first + 1 + random.below(size - 1) : -1;
    // Taking visits flips the row of the slot; the row that is read here stays as it is until the sweep.
    for (let i = first; i < first + span; i++) {
      if (kept > 0 && i >= keepFrom && i < keepFrom + kept) continue;
      takeOut(this.#tours, visitAt[o + i], isWhole);
    }
  }
}

/** Strings of visits near the seed leave. */
export const stringRuin: RuinOperator = {
  name: 'strings',
  weight: 0.85,
  supports: () => true,
  create: (tours, random) => {
    const strings = new StringRuin(tours, random);
    return (seed) => strings.ruin(seed);
  },
};
