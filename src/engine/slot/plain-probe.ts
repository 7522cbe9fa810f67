import { type AllSeries, NEVER, type Slots } from '../problem/layout.ts';
import type { Rows } from './rows.ts';

/** Finds where a visit fits best on a slot of a plain day: at the position of the cheapest detour. */
export class PlainProbe {
  /** The best position, after a call that found one. */
  position = 0;
  readonly #rows: Rows;
  readonly #end: Int32Array;
  readonly #slots: Slots;
  readonly #series: AllSeries;
  readonly #placeCount: number;
  readonly #costTo: Int32Array;
  readonly #costFrom: Int32Array;

  constructor(rows: Rows) {
    const { placeCount, slots, series, legs } = rows.problem;
    this.#rows = rows;
    this.#end = rows.times.end;
    this.#slots = slots;
    this.#series = series;
    this.#placeCount = placeCount;
    this.#costTo = rows.legsTo.cost;
    this.#costFrom = legs.cost;
  }

  /** Base plus the cheapest detour to series s from slot r, at a position from `first` to `last` but for one (0 for none); `NEVER` for none. */
  best(s: number, r: number, base: number, overlooked: number, first: number, last: number): number {
    const { placeAt, legCost, current, width } = this.#rows;
    const costTo = this.#costTo;
    const costFrom = this.#costFrom;
    const placeCount = this.#placeCount;
    const row = current[r];
    const o = row * width;
    const ofPlace = (this.#slots.legClass[r] * placeCount + this.#series.place[s]) * placeCount;
    let least = this.#slots.latest[r] - this.#end[row] - this.#series.dwell[s] + 1;
    let isFound = false;
    for (let i = o + first; i <= o + last; i++) {
      const detour = costTo[ofPlace + placeAt[i - 1]] + costFrom[ofPlace + placeAt[i]] - legCost[i];
      if (detour >= least || i === o + overlooked) continue;
      least = detour;
      isFound = true;
      this.position = i - o;
    }
    return isFound ? base + least : NEVER;
  }
}
