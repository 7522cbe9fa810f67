import { NEVER, type Problem } from '../problem/layout.ts';
import { priceOfEasedEnd, priceOfTimes } from './prices.ts';
import { easeOfRow, easeOfSeries } from './row-content.ts';
import type { Rows } from './rows.ts';

/** Finds where a visit fits best on a slot with one window a day and without breaks, in constant time for each position. */
export class SimpleProbe {
  /** The best position, after a call that found one. */
  position = 0;
  readonly #rows: Rows;
  readonly #problem: Problem;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#problem = rows.problem;
  }

  /** Base plus the least change of legs and times, at a position from `first` to `last` but for one (0 for none); `NEVER` for none. */
  best(s: number, r: number, base: number, overlooked: number, first: number, last: number): number {
    const { placeAt, simple, times, legCost, legTime, legsTo, current, width } = this.#rows;
    const { placeCount, dayCount, legs, slots, series, opening } = this.#problem;
    const { depart, latest, tail, floor } = simple;
    const { waited } = times;
    const costTo = legsTo.cost;
    const costFrom = legs.cost;
    const timeTo = legsTo.time;
    const timeFrom = legs.time;
    const row = current[r];
    const o = row * width;
    const cell = s * dayCount + slots.day[r];
    const from = opening.from[cell];
    const close = opening.until[cell];
    const dwell = series.dwell[s];
    const ofPlace = (slots.legClass[r] * placeCount + series.place[s]) * placeCount;
    const end = times.end[row];
    const own = easeOfSeries(this.#problem, s);
    // An earlier first start, less travel, or a visit that eases the end may undo prices of times.
    const offset = base - times.idle[row] - times.timePrice[row];
    const ease = easeOfRow(this.#rows, row) + own;
    const isPriced = this.#isPricedByTime(r);
    let best: number = NEVER;
    for (let i = o + first; i <= o + last; i++) {
      if (i === o + overlooked) continue;
      const before = ofPlace + placeAt[i - 1];
      const after = ofPlace + placeAt[i];
      const detour = costTo[before] + costFrom[after] - legCost[i];
      if (detour + offset + waited[i - 1] >= best) continue;
      const timeIn = timeTo[before];
      const timeOut = timeFrom[after];
      const arrival = depart[i - 1] + timeIn;
      const start = arrival < from ? from : arrival;
      if (start > close) continue;
      const onward = start + dwell + timeOut;
      if (onward > latest[i]) continue;
      const over = onward + tail[i];
      const newEnd = over > floor[i] ? over : floor[i];
      const moved = timeIn + timeOut - legTime[i];
      let delta = newEnd - end - dwell + (detour - moved) + base;
      if (isPriced) {
        const priceDelta = this.#priceDelta(r, moved, newEnd, i === o + 1 ? start : times.first[row], ease);
        if (priceDelta >= NEVER) continue;
        delta += priceDelta;
      }
      if (delta < best) {
        best = delta;
        this.position = i - o;
      }
    }
    return best;
  }

  #isPricedByTime(r: number): boolean {
    const { slots, prices } = this.#problem;
    const { times, easedEnds } = prices;
    const isPriced = times.bySlot[r + 1] > times.bySlot[r] || easedEnds.bySlot[r + 1] > easedEnds.bySlot[r];
    return isPriced || slots.travelCap[r] < NEVER || slots.workCap[r] < NEVER || slots.firstCap[r] < NEVER;
  }

  /** Change of the prices of times; `NEVER` beyond a limit. */
  #priceDelta(r: number, moved: number, end: number, first: number, ease: number): number {
    const { slots } = this.#problem;
    const { current, times } = this.#rows;
    const row = current[r];
    const travel = times.travel[row] + moved;
    const work = end - slots.start[r];
    if (travel > slots.travelCap[r] || work > slots.workCap[r] || first > slots.firstCap[r]) return NEVER;
    const price = priceOfTimes(this.#problem, r, travel, work, end, first) + priceOfEasedEnd(this.#problem, r, end, ease);
    return price - times.timePrice[row];
  }
}
