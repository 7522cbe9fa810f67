import { NEVER, type Problem } from '../problem/layout.ts';
import { priceOfEasedEnd, priceOfTimes } from './prices.ts';

/**
 * Walks along a slot, visit by visit, with one label for each number of breaks taken so far: the earliest
 * departure, and what hangs on its path. A break starts in waiting or travel, as early as its window
 * lets it, which is never worse for the visits after it; whether to take it before or after a visit is what the
 * labels keep open. A break that may still start when the rep is back needs no place on the way.
 *
 * `judge` walks without touching what a caller stored, so that one walker serves rows and trials alike.
 */
export class Walker {
  static readonly #byProblem = new WeakMap<Problem, Walker>();
  readonly #problem: Problem;
  readonly #labels: number;
  readonly #time: Int32Array;
  readonly #order: Float64Array;
  readonly #first: Int32Array;
  #slot = 0;
  #day = 0;
  #start = 0;
  #firstCap = 0;
  #breaks = 0;
  #breakAt = 0;
  /** After `finish`: end of the slot, breaks taken before it, first visit's start (-1 for none), order price. */
  end = 0;
  paused = 0;
  first = 0;
  orderPrice = 0;

  private constructor(problem: Problem) {
    this.#problem = problem;
    this.#labels = problem.breaks.most + 1;
    this.#time = new Int32Array(this.#labels);
    this.#order = new Float64Array(this.#labels);
    this.#first = new Int32Array(this.#labels);
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

  /** Stands at a position of a slot whose labels were stored. */
  resume(r: number, time: Int32Array, order: Float64Array, first: Int32Array, offset: number): void {
    this.#enter(r);
    for (let k = 0; k < this.#labels; k++) {
      this.#time[k] = time[offset + k];
      this.#order[k] = order[offset + k];
      this.#first[k] = first[offset + k];
    }
  }

  /** Keeps the labels where the walker stands. */
  store(time: Int32Array, order: Float64Array, first: Int32Array, offset: number): void {
    for (let k = 0; k < this.#labels; k++) {
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
    for (let k = 0; k <= this.#breaks; k++) {
      if (this.#time[k] < NEVER) least = Math.min(least, this.#time[k] - paused);
      if (k < this.#breaks) paused += breaks.duration[this.#breakAt + k];
    }
    return least < NEVER ? least - slots.start[this.#slot] - moving : 0;
  }

  /** Goes to a visit and through it; false when no label gets there in time. */
  visit(s: number, travel: number): boolean {
    const { breaks, series } = this.#problem;
    const cell = s * this.#problem.dayCount + this.#day;
    const dwell = series.dwell[s];
    const from = this.#problem.opening.from[cell];
    const until = this.#problem.opening.until[cell];
    if (from > until) return false;
    const split = this.#problem.opening.windowSet[cell] >= 0;
    const isVisit = s < this.#problem.series.firstDuty;
    const order = series.orderPrice[s];
    let any = false;
    // From the most breaks down, so that labels are read before they are overwritten.
    for (let k = this.#breaks; k >= 0; k--) {
      let best = NEVER;
      let label = 0;
      for (let j = k; j >= 0; j--) {
        let now = this.#time[j];
        if (now >= NEVER) continue;
        let ahead = travel;
        for (let b = this.#breakAt + j; b < this.#breakAt + k; b++) {
          const begin = now > breaks.earliest[b] ? now : breaks.earliest[b];
          if (begin > breaks.latest[b]) {
            now = NEVER;
            break;
          }
          const gone = begin - now;
          ahead = ahead > gone ? ahead - gone : 0;
          now = begin + breaks.duration[b];
        }
        const arrival = now + ahead;
        if (arrival > until) continue;
        const begin = split ? this.#startOf(cell, arrival) : arrival < from ? from : arrival;
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
      this.#time[k] = best + dwell;
      any = true;
    }
    return any;
  }

  /** Goes home: the least cost that hangs on time, or `NEVER`. Sets `end`, `paused`, `first`, `orderPrice`. */
  finish(travel: number, travelInAll: number, stayInAll: number, ease: number): number {
    const problem = this.#problem;
    const { breaks } = problem;
    const r = this.#slot;
    let best = NEVER;
    let paused = 0;
    for (let k = 0; k <= this.#breaks; k++) {
      if (k > 0) paused += breaks.duration[this.#breakAt + k - 1];
      for (let j = 0; j <= k; j++) {
        let now = this.#time[j];
        if (now >= NEVER) continue;
        let ahead = travel;
        for (let b = this.#breakAt + j; b < this.#breakAt + k && now < NEVER; b++) {
          const begin = now > breaks.earliest[b] ? now : breaks.earliest[b];
          const gone = begin - now;
          // A break on the last leg starts on the way: once home, the day is over and the break is the rep's own.
          if (begin > breaks.latest[b] || gone >= ahead) now = NEVER;
          else {
            ahead -= gone;
            now = begin + breaks.duration[b];
          }
        }
        if (now >= NEVER) continue;
        const end = now + ahead;
        const work = end - problem.slots.start[r] - paused;
        // Limits and prices of a day hold where there is a visit.
        const out = this.#first[j] >= 0;
        if (!this.#restAfter(k, end) || (out && (end > problem.slots.latest[r] || work > problem.slots.workCap[r]))) continue;
        const order = Math.round(this.#order[j] / 3600);
        const byTime = out ? priceOfTimes(problem, r, travelInAll, work, end, this.#first[j]) + priceOfEasedEnd(problem, r, end, ease) : 0;
        const cost = work - stayInAll + order + byTime;
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

  /** Of two labels that come to a visit at the same time: whether the first paid less for order, or began earlier. */
  #isBetter(one: number, other: number): boolean {
    const paid = this.#order[one] - this.#order[other];
    return paid < 0 || (paid === 0 && this.#first[one] < this.#first[other]);
  }

  #enter(r: number): void {
    this.#slot = r;
    this.#day = this.#problem.slots.day[r];
    this.#start = this.#problem.slots.start[r];
    this.#firstCap = this.#problem.slots.firstCap[r];
    this.#breakAt = this.#problem.breaks.bySlot[r];
    this.#breaks = this.#problem.breaks.bySlot[r + 1] - this.#breakAt;
  }

  /** Whether the breaks not taken may all start after the end. */
  #restAfter(taken: number, end: number): boolean {
    const { breaks } = this.#problem;
    for (let b = this.#breakAt + taken; b < this.#breakAt + this.#breaks; b++) if (end > breaks.latest[b]) return false;
    return true;
  }

  /** Earliest start at or after an arrival in one of a day's split windows, or `NEVER`. */
  #startOf(cell: number, arrival: number): number {
    const { opening } = this.#problem;
    const set = opening.windowSet[cell];
    for (let w = opening.windows.bySet[set]; w < opening.windows.bySet[set + 1]; w++) {
      if (arrival <= opening.windows.until[w]) return arrival < opening.windows.from[w] ? opening.windows.from[w] : arrival;
    }
    return NEVER;
  }
}
