import { NEVER, type Problem } from '../../problem/layout.ts';

/** The stops of one slot in their order, for the choice of ways between them; 0 is where the slot starts, n + 1 where it ends. */
export class WayRow {
  slot = 0;
  /** Number of stops, n. */
  length = 0;
  /** Position of the first visit, 0 where all stops are duties. */
  firstVisit = 0;
  /** Seconds at all stops. */
  stay = 0;
  /** [n + 2] */
  readonly place: Int32Array;
  readonly series: Int32Array;
  /** [n + 2] seconds at a stop; at all stops after it. */
  readonly dwell: Int32Array;
  readonly stayAfter: Int32Array;
  /** [n + 2] index of the stop's windows on the day; earliest and latest start. */
  readonly cell: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
  readonly #problem: Problem;

  constructor(problem: Problem) {
    const width = problem.slots.mostStops + 3;
    this.#problem = problem;
    this.place = new Int32Array(width);
    this.series = new Int32Array(width);
    this.dwell = new Int32Array(width);
    this.stayAfter = new Int32Array(width);
    this.cell = new Int32Array(width);
    this.from = new Int32Array(width);
    this.until = new Int32Array(width);
  }

  /** Takes the visits of a slot from a sequence. */
  load(r: number, sequence: ArrayLike<number>, offset: number, length: number): void {
    const { dayCount, visits, series, slots, opening } = this.#problem;
    this.slot = r;
    this.length = length;
    this.firstVisit = 0;
    this.place[0] = slots.from[r];
    this.place[length + 1] = slots.to[r];
    let after = 0;
    for (let i = length; i > 0; i--) {
      const s = visits.series[sequence[offset + i - 1]];
      const cell = s * dayCount + slots.day[r];
      this.series[i] = s;
      this.place[i] = series.place[s];
      this.dwell[i] = series.dwell[s];
      this.stayAfter[i] = after;
      after += series.dwell[s];
      this.cell[i] = cell;
      this.from[i] = opening.from[cell];
      this.until[i] = opening.until[cell];
      if (s < series.firstDuty) this.firstVisit = i;
    }
    this.stay = after;
  }

  /** Earliest start at a stop for an arrival, or `NEVER`. */
  startOf(i: number, arrival: number): number {
    const from = this.from[i];
    const until = this.until[i];
    if (arrival > until || from > until) return NEVER;
    const { windowSet, windows } = this.#problem.opening;
    const set = windowSet[this.cell[i]];
    if (set < 0) return arrival < from ? from : arrival;
    for (let w = windows.bySet[set]; w < windows.bySet[set + 1]; w++) {
      if (arrival <= windows.until[w]) return arrival < windows.from[w] ? windows.from[w] : arrival;
    }
    return NEVER;
  }
}
