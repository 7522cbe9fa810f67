import { NEVER } from '../problem/layout.ts';
import type { Rows } from './rows.ts';

/** Finds where a visit fits best on a slot of a plain day: at the position of the cheapest detour. */
export class PlainProbe {
  /** The best position, after a call that found one. */
  position = 0;
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Base plus the cheapest detour to series s from slot r, at a position from `first` to `last` but for one (0 for none); `NEVER` for none. */
  best(s: number, r: number, base: number, overlooked: number, first: number, last: number): number {
    const { problem, width, placeAt, legCost, legsTo, current, times } = this.#rows;
    const { placeCount, slots, series, legs } = problem;
    const costTo = legsTo.cost;
    const costFrom = legs.cost;
    const o = current[r] * width;
    const ofPlace = (slots.legClass[r] * placeCount + series.place[s]) * placeCount;
    let least = slots.latest[r] - times.end[current[r]] - series.dwell[s] + 1;
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
