import type { Problem } from '../../problem/layout.ts';
import { priceBeyond } from '../../slot/prices.ts';
import type { Rows } from '../../slot/rows.ts';

/** The sum of each group's amount over its slots, and its price. */
export class GroupTotals {
  readonly #problem: Problem;
  readonly #rows: Rows;
  /** [g] the total now, and at the last mark. */
  readonly #total: Float64Array;
  readonly #saved: Float64Array;

  constructor(rows: Rows) {
    this.#problem = rows.problem;
    this.#rows = rows;
    this.#total = new Float64Array(rows.problem.prices.groups.count);
    this.#saved = new Float64Array(rows.problem.prices.groups.count);
  }

  /** Makes the totals as they are now those that `undo` brings back. */
  mark(): void {
    if (this.#total.length > 0) this.#saved.set(this.#total);
  }

  /** Brings back the totals of the last mark. */
  undo(): void {
    if (this.#total.length > 0) this.#total.set(this.#saved);
  }

  /** Price of all groups. */
  price(): number {
    const { side, limit, price } = this.#problem.prices.groups;
    let sum = 0;
    for (let g = 0; g < this.#total.length; g++) sum += priceBeyond(side[g], limit[g], price[g], this.#total[g]);
    return sum;
  }

  /** Price change of all groups of a slot when a visit of series s comes to it. */
  deltaOf(s: number, r: number): number {
    if (this.#total.length === 0) return 0;
    const { amounts, series } = this.#problem;
    const { bySlot, ofSlot, of, side, limit, price } = this.#problem.prices.groups;
    let delta = 0;
    for (let e = bySlot[r], last = bySlot[r + 1]; e < last; e++) {
      const g = ofSlot[e];
      const total = this.#total[g];
      const more = total + amounts.perVisit[of[g] * series.count + s];
      delta += priceBeyond(side[g], limit[g], price[g], more) - priceBeyond(side[g], limit[g], price[g], total);
    }
    return delta;
  }

  /** Adds a visit of series s on slot r. */
  addVisit(s: number, r: number): void {
    const { amounts, series } = this.#problem;
    const { bySlot, ofSlot, of } = this.#problem.prices.groups;
    for (let e = bySlot[r], last = bySlot[r + 1]; e < last; e++) {
      this.#total[ofSlot[e]] += amounts.perVisit[of[ofSlot[e]] * series.count + s];
    }
  }

  /** Adds (1) or takes away (-1) all visits of the current row of slot r. */
  addRow(r: number, sign: 1 | -1): void {
    const { current, content } = this.#rows;
    const { bySlot, ofSlot, of } = this.#problem.prices.groups;
    const first = current[r] * this.#problem.amounts.count;
    for (let e = bySlot[r], last = bySlot[r + 1]; e < last; e++) this.#total[ofSlot[e]] += sign * content.amounts[first + of[ofSlot[e]]];
  }
}
