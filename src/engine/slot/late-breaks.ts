import type { Problem } from '../problem/layout.ts';

/**
 * Which breaks may start late, while a row is walked stop by stop: those for which the agreed times so far leave no room,
 * right after the last of them. A break gives way to agreed times alone, whatever other stops there are.
 */
export class LateBreaks {
  readonly #problem: Problem;
  #slot = 0;
  /** Breaks without room so far, and those that may follow the last stop late: a bit for each. */
  #crowded = 0;
  #following = 0;
  /** Earliest end of the last agreed stop. */
  #until = 0;
  /** Of the last stop: its agreed time, and its stay. */
  #agreed = 0;
  #dwell = 0;

  constructor(problem: Problem) {
    this.#problem = problem;
  }

  /** Stands at the start of a slot. */
  start(r: number): void {
    const { breaks, opening, slots } = this.#problem;
    this.#slot = r;
    this.#following = 0;
    this.#until = slots.start[r];
    // Where no time is agreed, nothing is late.
    this.#crowded = opening.hasAgreed[slots.day[r]] === 1 ? (1 << (breaks.bySlot[r + 1] - breaks.bySlot[r])) - 1 : 0;
  }

  /** Whether any break may still be late: where not, stops need not pass. */
  get isPossible(): boolean {
    return this.#crowded !== 0;
  }

  /** Passes a stop of a series. */
  pass(s: number): void {
    if (this.#crowded === 0) return;
    const { breaks, opening, series, slots, dayCount } = this.#problem;
    const cell = s * dayCount + slots.day[this.#slot];
    const agreed = opening.agreed[cell];
    this.#following = 0;
    if (agreed < 0) return;
    const first = breaks.bySlot[this.#slot];
    for (let b = first; b < breaks.bySlot[this.#slot + 1]; b++) {
      const from = breaks.earliest[b] > this.#until ? breaks.earliest[b] : this.#until;
      if (from + breaks.duration[b] <= agreed) this.#crowded &= ~(1 << (b - first));
    }
    this.#following = this.#crowded;
    this.#agreed = agreed;
    this.#dwell = series.dwell[s];
    this.#until = opening.from[cell] + series.dwell[s];
  }

  /** Whether break b may begin then, late, where the rep left the last stop at a time and has taken the breaks from `next` on since. */
  allows(b: number, begin: number, left: number, next: number): boolean {
    if (this.#following === 0 || left - this.#dwell > this.#agreed) return false;
    const { breaks } = this.#problem;
    let direct = left;
    for (let before = next; before < b; before++) direct += breaks.duration[before];
    return begin === direct && (this.#following & (1 << (b - breaks.bySlot[this.#slot]))) !== 0;
  }

  /**
   * Whether the breaks from b on may all start after the slot's end: in time, or the first of them late where the last stop ends
   * the slot. After a late one the others wait for its end, and it ends before a duty that closes the day.
   */
  mayRest(b: number, end: number, left: number, next: number): boolean {
    const { breaks, slots } = this.#problem;
    let free = end;
    for (let rest = b; rest < breaks.bySlot[this.#slot + 1]; rest++) {
      if (free <= breaks.latest[rest]) continue;
      if (rest !== b || !this.allows(rest, end, left, next)) return false;
      free = end + breaks.duration[rest];
      if (free > slots.restBy[this.#slot]) return false;
    }
    return true;
  }
}
