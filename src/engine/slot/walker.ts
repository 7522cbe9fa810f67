import { NEVER, type Problem } from '../problem/layout.ts';
import { LateBreaks } from './late-breaks.ts';
import { LegClock } from './leg-clock.ts';
import { priceOfEasedEnd, priceOfTimes } from './prices.ts';
import type { RowLabels, Rows } from './rows.ts';

/**
 * Walks along a slot, visit by visit, with one label for each number of breaks taken so far: the earliest
 * departure, and the prices and first start of the path to it. A break starts in waiting or travel, as early as its
 * window lets it, which is never worse for the visits after it; whether to take it before or after a visit is left
 * open by the labels. A break that may still start when the rep is back needs no place on the way.
 */
export class Walker {
  static readonly #byProblem = new WeakMap<Problem, Walker>();
  readonly #problem: Problem;
  readonly #labelCount: number;
  /** [breaks taken] departure, sum of order prices, first start: see `RowLabels`. */
  readonly #time: Int32Array;
  readonly #order: Float64Array;
  readonly #first: Int32Array;
  readonly #late: LateBreaks;
  readonly #clock: LegClock;
  #slot = 0;
  #day = 0;
  #start = 0;
  #firstCap = 0;
  #breakCount = 0;
  #firstBreak = 0;
  /** After `finish`: end of the slot, time of breaks taken before it, first visit's start (-1 for none), order price. */
  end = 0;
  paused = 0;
  first = 0;
  orderPrice = 0;

  private constructor(problem: Problem) {
    this.#problem = problem;
    this.#labelCount = problem.breaks.most + 1;
    this.#time = new Int32Array(this.#labelCount);
    this.#order = new Float64Array(this.#labelCount);
    this.#first = new Int32Array(this.#labelCount);
    this.#late = new LateBreaks(problem);
    this.#clock = new LegClock(problem.breaks);
  }

  /** The walker of a problem; it is scratch space and remembers nothing between walks. */
  static of(problem: Problem): Walker {
    let walker = Walker.#byProblem.get(problem);
    if (walker === undefined) {
      walker = new Walker(problem);
      Walker.#byProblem.set(problem, walker);
    }
    return walker;
  }

  /** Stands at the start of a slot. */
  start(r: number): void {
    this.#enter(r);
    this.#time.fill(NEVER);
    this.#first.fill(-1);
    this.#time[0] = this.#problem.slots.start[r];
    this.#order[0] = 0;
  }

  /** Stands at a position of a slot whose labels were stored; the position counts from the first of all rows. */
  resume(r: number, { current, width, visitAt, labels }: Rows, position: number): void {
    const { time, order, first, perPosition } = labels;
    const { visits } = this.#problem;
    this.#enter(r);
    if (this.#late.isPossible) for (let i = current[r] * width + 1; i <= position; i++) this.#late.pass(visits.series[visitAt[i]]);
    const offset = position * perPosition;
    for (let k = 0; k < this.#labelCount; k++) {
      this.#time[k] = time[offset + k];
      this.#order[k] = order[offset + k];
      this.#first[k] = first[offset + k];
    }
  }

  /** Stores the labels of where the walker stands, likewise. */
  store({ time, order, first, perPosition }: RowLabels, position: number): void {
    const offset = position * perPosition;
    for (let k = 0; k < this.#labelCount; k++) {
      time[offset + k] = this.#time[k];
      order[offset + k] = this.#order[k];
      first[offset + k] = this.#first[k];
    }
  }

  /** Least waiting so far, given travel and stays so far. */
  leastWait(moving: number): number {
    const { breaks, slots } = this.#problem;
    let least = NEVER;
    let paused = 0;
    for (let k = 0; k <= this.#breakCount; k++) {
      if (this.#time[k] < NEVER) least = Math.min(least, this.#time[k] - paused);
      if (k < this.#breakCount) paused += breaks.duration[this.#firstBreak + k];
    }
    return least < NEVER ? least - slots.start[this.#slot] - moving : 0;
  }

  /** Goes to a visit and through it; false when no label gets there in time. */
  visit(s: number, travel: number): boolean {
    const { series, opening, dayCount } = this.#problem;
    const clock = this.#clock;
    const cell = s * dayCount + this.#day;
    const dwell = series.dwell[s];
    const from = opening.from[cell];
    const until = opening.until[cell];
    if (from > until) return false;
    const isSplit = opening.windowSet[cell] >= 0;
    const isVisit = s < series.firstDuty;
    const order = series.orderPrice[s];
    const agreed = opening.agreed[cell] < 0 ? NEVER : opening.agreed[cell];
    let isReached = false;
    // From the most breaks down, so that labels are read before they are overwritten.
    for (let k = this.#breakCount; k >= 0; k--) {
      let best = NEVER;
      let label = 0;
      for (let j = k; j >= 0; j--) {
        if (this.#time[j] >= NEVER || !this.#travel(j, k, travel)) continue;
        const { arrival } = clock;
        if (arrival > until) continue;
        const begin = isSplit ? this.#startOf(cell, arrival) : arrival < from ? from : arrival;
        if (begin < best || (begin === best && this.#isBetter(j, label))) {
          best = begin;
          label = j;
        }
      }
      const isFirst = isVisit && this.#first[label] < 0;
      if (best >= NEVER || (isFirst && best > this.#firstCap)) {
        this.#time[k] = NEVER;
        continue;
      }
      this.#first[k] = isFirst ? best : this.#first[label];
      this.#order[k] = order === 0 ? this.#order[label] : this.#order[label] + order * (best - this.#start);
      if (best > agreed) this.#order[k] += 3600 * opening.latePrice[cell];
      this.#time[k] = best + dwell;
      isReached = true;
    }
    if (this.#late.isPossible) this.#late.pass(s);
    return isReached;
  }

  /** Goes home: waiting, travel and prices of times at their least, or `NEVER`. Sets `end`, `paused`, `first`, `orderPrice`. */
  finish(lastLeg: number, travel: number, stay: number, ease: number): number {
    const problem = this.#problem;
    const { breaks, slots } = problem;
    const r = this.#slot;
    let best = NEVER;
    let paused = 0;
    for (let k = 0; k <= this.#breakCount; k++) {
      if (k > 0) paused += breaks.duration[this.#firstBreak + k - 1];
      for (let j = 0; j <= k; j++) {
        const end = this.#endOf(j, k, lastLeg);
        if (end >= NEVER) continue;
        const work = end - slots.start[r] - paused;
        // Limits and prices of a day hold where there is a visit.
        const isOut = this.#first[j] >= 0;
        const canRest = this.#late.mayRest(this.#firstBreak + k, end, this.#time[j], this.#firstBreak + j);
        if (!canRest || (isOut && (end > slots.latest[r] || work > slots.workCap[r]))) continue;
        const order = Math.round(this.#order[j] / 3600);
        const timePrice = isOut ? priceOfTimes(problem, r, travel, work, end, this.#first[j]) + priceOfEasedEnd(problem, r, end, ease) : 0;
        const cost = work - stay + order + timePrice;
        if (cost < best) {
          best = cost;
          this.end = end;
          this.paused = paused;
          this.first = this.#first[j];
          this.orderPrice = order;
        }
      }
    }
    return best;
  }

  /** Goes a leg of so many seconds from label j, with the breaks up to k on it; false when one of them would begin too late. */
  #travel(j: number, k: number, travel: number): boolean {
    const { latest } = this.#problem.breaks;
    const clock = this.#clock;
    clock.depart(this.#time[j], travel);
    for (let b = this.#firstBreak + j; b < this.#firstBreak + k; b++) {
      const begin = clock.beginOf(b);
      if (begin > latest[b] && !this.#late.allows(b, begin, this.#time[j], this.#firstBreak + j)) return false;
      clock.take(b);
    }
    return true;
  }

  /** When the rep is home from label j with the breaks up to k on the last leg, or `NEVER`. */
  #endOf(j: number, k: number, lastLeg: number): number {
    const { latest } = this.#problem.breaks;
    const clock = this.#clock;
    if (this.#time[j] >= NEVER) return NEVER;
    clock.depart(this.#time[j], lastLeg);
    for (let b = this.#firstBreak + j; b < this.#firstBreak + k; b++) {
      const begin = clock.beginOf(b);
      // A break on the last leg starts on the way: once home, the day is over and the break is the rep's own.
      if (begin >= clock.arrival) return NEVER;
      if (begin > latest[b] && !this.#late.allows(b, begin, this.#time[j], this.#firstBreak + j)) return NEVER;
      clock.take(b);
    }
    return clock.arrival;
  }

  /** Of two labels that come to a visit at the same time: whether the first paid less for order, or began earlier. */
  #isBetter(one: number, other: number): boolean {
    const paid = this.#order[one] - this.#order[other];
    return paid < 0 || (paid === 0 && this.#first[one] < this.#first[other]);
  }

  #enter(r: number): void {
    const { slots, breaks } = this.#problem;
    this.#slot = r;
    this.#day = slots.day[r];
    this.#start = slots.start[r];
    this.#firstCap = slots.firstCap[r];
    this.#firstBreak = breaks.bySlot[r];
    this.#breakCount = breaks.bySlot[r + 1] - this.#firstBreak;
    this.#late.start(r);
  }

  /** Earliest start at or after an arrival in one of a day's split windows, or `NEVER`. */
  #startOf(cell: number, arrival: number): number {
    const { windowSet, windows } = this.#problem.opening;
    const set = windowSet[cell];
    for (let w = windows.bySet[set]; w < windows.bySet[set + 1]; w++) {
      if (arrival <= windows.until[w]) return arrival < windows.from[w] ? windows.from[w] : arrival;
    }
    return NEVER;
  }
}
