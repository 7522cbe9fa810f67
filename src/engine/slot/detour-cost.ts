import { FIRST, NEVER, type Problem } from '../problem/layout.ts';
import type { Detours } from './detours.ts';
import { Ends } from './ends.ts';
import { LegClock } from './leg-clock.ts';
import { priceOfEasedEnd, priceOfTimes } from './prices.ts';
import { easeOfRow, easeOfSeries } from './row-content.ts';
import type { Rows } from './rows.ts';
import { Walker } from './walker.ts';

/** What a slot costs with one more visit, by one of the detours to it: waiting, travel and prices of times. */
export class DetourCost {
  readonly #rows: Rows;
  readonly #problem: Problem;
  readonly #detours: Detours;
  readonly #ends: Ends;
  readonly #walker: Walker;
  readonly #clock: LegClock;
  /** [r] 1 where the first start has a price and breaks may come before it. */
  readonly #isFirstPriced: Uint8Array;
  /** [breaks taken] earliest departure from the visit; earliest arrival after it. */
  readonly #departures: Int32Array;
  readonly #arrivals: Int32Array;
  /** The row's first start with the visit in. */
  #first = -1;

  constructor(rows: Rows, detours: Detours) {
    const { problem } = rows;
    this.#rows = rows;
    this.#problem = problem;
    this.#detours = detours;
    this.#ends = new Ends(rows);
    this.#walker = Walker.of(problem);
    this.#clock = new LegClock(problem.breaks);
    this.#isFirstPriced = Uint8Array.from(problem.slots.day, (_, r) => (isFirstPriced(problem, r) ? 1 : 0));
    this.#departures = new Int32Array(problem.breaks.most + 1);
    this.#arrivals = new Int32Array(problem.breaks.most + 1);
  }

  /** The cost with a visit of series s on slot r; `NEVER` when it is impossible. */
  of(s: number, r: number, detour: number): number {
    const { slots, series } = this.#problem;
    const { legTime, times, current, width, content } = this.#rows;
    const row = current[r];
    const position = this.#detours.position[detour];
    const travel = times.travel[row] + this.#detours.timeIn[detour] + this.#detours.timeOut[detour] - legTime[row * width + position];
    if (travel > slots.travelCap[r] && (s < series.firstDuty || content.visitCount[row] > 0)) return NEVER;
    const ease = easeOfRow(this.#rows, row) + easeOfSeries(this.#problem, s);
    return this.#canCompute(s, r, position) ? this.#compute(s, r, detour, travel, ease) : this.#walk(s, r, detour, travel, ease);
  }

  /** Whether the functions of the row's end say all: no start has a price of its own. */
  #canCompute(s: number, r: number, position: number): boolean {
    const { series, slots, opening, dayCount, visits } = this.#problem;
    if (s >= series.firstDuty || series.orderPrice[s] !== 0 || this.#isFirstPriced[r] === 1) return false;
    const { current, width, visitAt, labels } = this.#rows;
    const before = current[r] * width + position - 1;
    for (let k = before * labels.perPosition; k < (before + 1) * labels.perPosition; k++) {
      if (labels.time[k] < NEVER && labels.order[k] !== 0) return false;
    }
    const day = slots.day[r];
    if (opening.hasAgreed[day] === 1) {
      if (opening.agreed[s * dayCount + day] >= 0) return false;
      // After an agreed time a break may be late.
      if (position > 1 && opening.agreed[visits.series[visitAt[before]] * dayCount + day] >= 0) return false;
    }
    return this.#ends.reach(r, position);
  }

  #compute(s: number, r: number, detour: number, travel: number, ease: number): number {
    const problem = this.#problem;
    const { breaks, slots, series } = problem;
    const { current, times } = this.#rows;
    const breakCount = breaks.bySlot[r + 1] - breaks.bySlot[r];
    const arrivals = this.#arrivals;
    const ends = this.#ends;
    this.#depart(s, r, detour, breakCount);
    this.#arrive(r, this.#detours.timeOut[detour], breakCount);
    const spent = slots.start[r] + times.stay[current[r]] + series.dwell[s];
    let best: number = NEVER;
    for (let m = 0; m <= breakCount; m++) {
      let end: number = NEVER;
      for (let k = 0; k <= m; k++) {
        if (arrivals[k] >= NEVER) continue;
        const other = ends.endOf(k, m, arrivals[k]);
        if (other < end) end = other;
      }
      if (end >= NEVER) continue;
      const paused = ends.paused[m];
      const price =
        priceOfTimes(problem, r, travel, end - slots.start[r] - paused, end, this.#first) + priceOfEasedEnd(problem, r, end, ease);
      if (end - spent - paused + price < best) best = end - spent - paused + price;
    }
    return best;
  }

  /** Computes the earliest departures from the visit, by breaks taken, and the row's first start. */
  #depart(s: number, r: number, detour: number, breakCount: number): void {
    const { breaks, slots, series, opening, dayCount } = this.#problem;
    const { current, width, labels } = this.#rows;
    const departures = this.#departures;
    const clock = this.#clock;
    const { perPosition } = labels;
    const before = (current[r] * width + this.#detours.position[detour] - 1) * perPosition;
    const cell = s * dayCount + slots.day[r];
    const from = opening.from[cell];
    const until = opening.until[cell];
    const isSplit = opening.windowSet[cell] >= 0;
    const firstBreak = breaks.bySlot[r];
    departures.fill(NEVER);
    this.#first = -1;
    for (let k = 0; k <= breakCount; k++) {
      if (labels.time[before + k] >= NEVER) continue;
      const isFirst = labels.first[before + k] < 0;
      this.#first = labels.first[before + k];
      clock.depart(labels.time[before + k], this.#detours.timeIn[detour]);
      for (let j = k; ; j++) {
        if (clock.arrival > until || from > until) break;
        const start = isSplit ? this.#startOf(cell, clock.arrival) : clock.arrival < from ? from : clock.arrival;
        if (isFirst) this.#first = start;
        if (start + series.dwell[s] < departures[j] && !(isFirst && start > slots.firstCap[r])) departures[j] = start + series.dwell[s];
        if (j === breakCount || clock.beginOf(firstBreak + j) > breaks.latest[firstBreak + j]) break;
        clock.take(firstBreak + j);
      }
    }
  }

  /** Computes the earliest arrivals after a leg of so many seconds from the visit, by breaks taken. */
  #arrive(r: number, travel: number, breakCount: number): void {
    const { bySlot, latest } = this.#problem.breaks;
    const arrivals = this.#arrivals;
    const clock = this.#clock;
    arrivals.fill(NEVER);
    for (let k = 0; k <= breakCount; k++) {
      if (this.#departures[k] >= NEVER) continue;
      clock.depart(this.#departures[k], travel);
      for (let j = k; ; j++) {
        if (clock.arrival < arrivals[j]) arrivals[j] = clock.arrival;
        if (j === breakCount || clock.beginOf(bySlot[r] + j) > latest[bySlot[r] + j]) break;
        clock.take(bySlot[r] + j);
      }
    }
  }

  /** Earliest start at or after an arrival in one of a day's split windows. */
  #startOf(cell: number, arrival: number): number {
    const { windowSet, windows } = this.#problem.opening;
    let w = windows.bySet[windowSet[cell]];
    while (arrival > windows.until[w]) w++;
    return arrival < windows.from[w] ? windows.from[w] : arrival;
  }

  /** The same by walking from the visit on. */
  #walk(s: number, r: number, detour: number, travel: number, ease: number): number {
    const { visitAt, legTime, current, width, length, times } = this.#rows;
    const { visits, series } = this.#problem;
    const { position, timeIn, timeOut } = this.#detours;
    const o = current[r] * width;
    const i = o + position[detour];
    const last = o + length[current[r]] + 1;
    const walker = this.#walker;
    walker.resume(r, this.#rows, i - 1);
    if (!walker.visit(s, timeIn[detour])) return NEVER;
    for (let j = i; j < last; j++) {
      if (!walker.visit(visits.series[visitAt[j]], j === i ? timeOut[detour] : legTime[j])) return NEVER;
    }
    return walker.finish(last === i ? timeOut[detour] : legTime[last], travel, times.stay[current[r]] + series.dwell[s], ease);
  }
}

function isFirstPriced({ breaks, prices: { times } }: Problem, r: number): boolean {
  return breaks.bySlot[r + 1] > breaks.bySlot[r] && times.of.subarray(times.bySlot[r], times.bySlot[r + 1]).includes(FIRST);
}
