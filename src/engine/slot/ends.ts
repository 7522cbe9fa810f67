import { NEVER, type Problem } from '../problem/layout.ts';
import { FUNCTION, MOST_PIECES, endsPerPosition, roomForEnds } from './row-ends.ts';
import type { Rows } from './rows.ts';

/**
 * When a slot ends, as a function of the arrival at one of its positions: exact, for each number of breaks taken before
 * the arrival and in all.
 *
 * Each way to fit windows and breaks ends the slot at max(t + tail, floor) for arrivals t up to a latest one. With equal
 * numbers of breaks the tail is the same, so a function is a short list of (latest, floor), both rising: the first piece
 * whose latest arrival is kept is the best. Functions are built from the end of a row back to the position that is
 * needed, and stay true until the row changes there or after it. A break that begins when the rep is home already
 * counts as taken; leaving it out costs no more, so the least cost is the same.
 */
export class Ends {
  readonly #rows: Rows;
  readonly #problem: Problem;
  /** Breaks taken: from none to all. */
  readonly #states: number;
  readonly #size: number;
  /** [breaks taken] seconds of them, on the slot of the last call. */
  readonly paused: Int32Array;
  #firstBreak = 0;
  #breakCount = 0;
  /** The numbers of the row, and where its position begins, that the last call of `reach` found. */
  #numbers = new Int32Array(0);
  #at = 0;
  /** Of the stop that is being built: its windows, stay, leg onward, earliest arrival; tail of the function. */
  #window = 0;
  #dwell = 0;
  #leg = 0;
  #soonest = 0;
  #tail = 0;

  constructor(rows: Rows) {
    const { breaks } = rows.problem;
    this.#rows = rows;
    this.#problem = rows.problem;
    this.#states = breaks.most + 1;
    this.#size = endsPerPosition(rows.problem);
    this.paused = new Int32Array(this.#states);
  }

  /**
   * Makes the functions of a position ready; false where stops from there on have prices of their start, or the row needs
   * too many pieces.
   */
  reach(r: number, position: number): boolean {
    const { current, length, ends } = this.#rows;
    const row = current[r];
    const home = length[row] + 1;
    this.#enter(r);
    const built = ends.builtTo[row];
    if (built > position) this.#numbers = roomForEnds(ends.functions, row, (home + 1) * this.#size);
    else this.#numbers = ends.functions[row];
    if (built > home) this.#layHome(r, home);
    for (let i = built > home ? home - 1 : built - 1; i >= position; i--) {
      if (!this.#lay(r, row, i)) return false;
      ends.builtTo[row] = i;
    }
    this.#at = position * this.#size;
    return true;
  }

  /** When the slot ends for an arrival with so many breaks taken by then, and so many in all; `NEVER` when it cannot. */
  endOf(taken: number, inAll: number, arrival: number): number {
    const numbers = this.#numbers;
    const f = this.#at + 1 + (taken * this.#states + inAll) * FUNCTION;
    for (let e = f + 1, beyond = e + 2 * numbers[f]; e < beyond; e += 2) {
      if (arrival > numbers[e]) continue;
      const end = arrival + numbers[this.#at] + this.paused[inAll] - this.paused[taken];
      return end > numbers[e + 1] ? end : numbers[e + 1];
    }
    return NEVER;
  }

  #enter(r: number): void {
    const { bySlot, duration } = this.#problem.breaks;
    this.#firstBreak = bySlot[r];
    this.#breakCount = bySlot[r + 1] - bySlot[r];
    for (let k = 0; k < this.#breakCount; k++) this.paused[k + 1] = this.paused[k] + duration[this.#firstBreak + k];
  }

  /** At home nothing follows: limits of the day hold, and breaks that are not taken must still be able to begin. */
  #layHome(r: number, home: number): void {
    const { slots, breaks } = this.#problem;
    const numbers = this.#numbers;
    const at = home * this.#size;
    let latest = slots.latest[r];
    numbers.fill(0, at, at + this.#size);
    for (let k = this.#breakCount; k >= 0; k--) {
      if (k < this.#breakCount && breaks.latest[this.#firstBreak + k] < latest) latest = breaks.latest[this.#firstBreak + k];
      const worked = slots.workCap[r] + slots.start[r] + this.paused[k];
      const f = at + 1 + k * (this.#states + 1) * FUNCTION;
      numbers[f] = 1;
      numbers[f + 1] = latest < worked ? latest : worked;
      numbers[f + 2] = -NEVER;
    }
    this.#rows.ends.builtTo[this.#rows.current[r]] = home;
  }

  /** Builds the functions of a stop from those of the next position; false when it cannot. */
  #lay(r: number, row: number, i: number): boolean {
    const { dayCount, series, opening, slots, visits } = this.#problem;
    const { visitAt, legTime, labels, width } = this.#rows;
    const numbers = this.#numbers;
    const cell = row * width + i;
    const s = visits.series[visitAt[cell]];
    const window = s * dayCount + slots.day[r];
    if (series.orderPrice[s] !== 0 || opening.agreed[window] >= 0) return false;
    const at = i * this.#size;
    this.#dwell = series.dwell[s];
    this.#leg = legTime[cell + 1];
    this.#window = window;
    this.#soonest = labels.soonest[cell];
    numbers[at] = this.#dwell + this.#leg + numbers[at + this.#size];
    for (let k = 0; k <= this.#breakCount; k++) {
      for (let m = k; m <= this.#breakCount; m++) if (!this.#layFunction(at, k, m)) return false;
    }
    return true;
  }

  /** Builds the function of a stop that is reached with k breaks taken, of m in all; the others of them come on the leg to the next stop, or later. */
  #layFunction(at: number, k: number, m: number): boolean {
    const { earliest, latest, duration } = this.#problem.breaks;
    const numbers = this.#numbers;
    const states = this.#states;
    const next = at + this.#size;
    const f = at + 1 + (k * states + m) * FUNCTION;
    const leg = this.#leg;
    const pausedInAll = this.paused[m];
    this.#tail = numbers[at] + pausedInAll - this.paused[k];
    // A leg with breaks: departures up to a latest one arrive after so many seconds, and not before a floor.
    let span = leg;
    let latestDeparture: number = NEVER;
    let floor: number = -NEVER;
    numbers[f] = 0;
    for (let j = k; ; j++) {
      const g = next + 1 + (j * states + m) * FUNCTION;
      const rested = floor + numbers[next] + pausedInAll - this.paused[j];
      for (let e = g + 1, beyond = e + 2 * numbers[g]; e < beyond; e += 2) {
        const last = numbers[e];
        if (floor > last) continue;
        const departure = latestDeparture < last - span ? latestDeparture : last - span;
        if (!this.#addStarts(f, departure - this.#dwell, numbers[e + 1] > rested ? numbers[e + 1] : rested)) return false;
      }
      if (j === m) return true;
      const b = this.#firstBreak + j;
      if (floor > latest[b]) return true;
      if (latest[b] + leg - span < latestDeparture) latestDeparture = latest[b] + leg - span;
      floor = (floor > earliest[b] ? floor : earliest[b]) + duration[b];
      span += duration[b];
    }
  }

  /** Adds the pieces of starts up to a last one, in each window of the stop, that end the slot no sooner than a floor. */
  #addStarts(f: number, last: number, floor: number): boolean {
    const { from, until, windowSet, windows } = this.#problem.opening;
    const set = windowSet[this.#window];
    if (set < 0) {
      const close = until[this.#window];
      return from[this.#window] > close || this.#addPiece(f, last < close ? last : close, floor, from[this.#window]);
    }
    for (let w = windows.bySet[set]; w < windows.bySet[set + 1]; w++) {
      if (!this.#addPiece(f, last < windows.until[w] ? last : windows.until[w], floor, windows.from[w])) return false;
    }
    return true;
  }

  /** Adds a piece of arrivals up to a latest one that start when the stop opens, or later; false where there are too many. */
  #addPiece(f: number, latest: number, floor: number, opens: number): boolean {
    if (opens > latest || latest < this.#soonest) return true;
    const numbers = this.#numbers;
    const sooner = (opens > this.#soonest ? opens : this.#soonest) + this.#tail;
    const low = floor > sooner ? floor : sooner;
    const count = numbers[f];
    const beyond = f + 1 + 2 * count;
    let e = f + 1;
    while (e < beyond && numbers[e] < latest) e += 2;
    if (e < beyond && numbers[e + 1] <= low) return true;
    // Pieces before that end no sooner, and one with the same latest arrival, are no better.
    let to = e;
    while (to > f + 1 && numbers[to - 1] >= low) to -= 2;
    if (e < beyond && numbers[e] === latest) e += 2;
    const more = 1 - (e - to) / 2;
    if (count + more > MOST_PIECES) return false;
    if (e !== to + 2 && e < beyond) numbers.copyWithin(to + 2, e, beyond);
    numbers[to] = latest;
    numbers[to + 1] = low;
    numbers[f] = count + more;
    return true;
  }
}
