import type { Random } from '../../../../kernel/random.ts';
import type { Tours } from '../../state/tours.ts';

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

/** Results of a ruin: whole series left, or single visits. */
const WHOLE = { isWhole: true } as const;
const SINGLE = { isWhole: false } as const;

/**
 * Slack induction by string removals: strings of visits near a seed leave their slots, one string from each slot.
 * https://doi.org/10.1287/trsc.2019.0914. Strings may lie on different days, and series may leave with all their visits.
 */
export class StringRuin {
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

  /** Takes out visits near a seed series; returns whether whole series left. Single visits should stay on their days. */
  ruin(seed: number): { readonly isWhole: boolean } {
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
      const v = this.#servedVisit(s, day);
      if (v < 0) continue;
      const r = this.#tours.placement.slotOf[v];
      if (this.#ruinedIn[r] === this.#ruins) continue;
      this.#ruinedIn[r] = this.#ruins;
      this.#removeString(v, r, longest, isWhole);
      strings--;
    }
    this.#tours.sweep();
    return isWhole ? WHOLE : SINGLE;
  }

  /** A random served visit of a series, on a day or, for -1, on any; -1 for none. */
  #servedVisit(s: number, day: number): number {
    const { slotOf, served } = this.#tours.placement;
    if (served[s] === 0) return -1;
    const { visits, slots } = this.#tours.problem;
    if (day >= 0) {
      for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) if (slotOf[v] >= 0 && slots.day[slotOf[v]] === day) return v;
      return -1;
    }
    let skip = served[s] > 1 ? this.#random.below(served[s]) : 0;
    for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) if (slotOf[v] >= 0 && skip-- === 0) return v;
    return -1;
  }

  /** A day on which the seed is served, or any. */
  #dayNear(seed: number): number {
    const { problem, placement } = this.#tours;
    const v = this.#servedVisit(seed, -1);
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
      this.#takeOut(visitAt[o + i], isWhole);
    }
  }

  /** Takes a visit, or its whole series; duties stay where they are. */
  #takeOut(v: number, isWhole: boolean): void {
    const tours = this.#tours;
    const { visits, series } = tours.problem;
    const s = visits.series[v];
    if (s >= series.firstDuty) return;
    tours.take(v);
    if (!isWhole) return;
    for (let other = visits.bySeries[s]; other < visits.bySeries[s + 1]; other++) if (tours.placement.slotOf[other] >= 0) tours.take(other);
  }
}
