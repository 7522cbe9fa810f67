import { assert } from '../../../kernel/assert.ts';
import type { Problem, Solution } from '../../problem/layout.ts';
import { costOfRow, flipRow, layInserted, layRow, layShortened } from '../../slot/lay-row.ts';
import { moveStop } from '../../slot/ways/kept-ways.ts';
import { type Rows, createRows } from '../../slot/rows.ts';
import type { Fixed } from '../fixed.ts';
import { Bank } from './bank.ts';
import { calendarPrice } from './calendar-price.ts';
import { GroupTotals } from './group-totals.ts';
import { type Placement, emptyPlacement } from './placement.ts';

/** What a fixed visit keeps: that it is made at all, or its slot and order too. */
const SERVED = 1;
const PLACED = 2;

/** The largest number of a state that fits an Int32. */
const LAST_VERSION = 2 ** 31 - 1;

/**
 * A solution under change. `take` and `put` change it, `undo` brings back the last `mark`: the first change of
 * a slot after a mark copies its visits to the slot's other row and flips; undoing flips back, and nothing is
 * computed again. Others only read its public parts.
 */
export class Tours {
  readonly problem: Problem;
  readonly rows: Rows;
  readonly placement: Placement;
  readonly bank: Bank;
  readonly groups: GroupTotals;
  /** [2r] a number of its own for each state that a row ever had: results that were computed for it stay true. */
  readonly version: Int32Array;
  /** All days are plain and no series' calendar is priced: where legs keep to triangles, a further visit never lowers the cost of the others. */
  readonly isPlain: boolean;
  /** [2r] cost of a row. */
  readonly #rowCost: Float64Array;
  readonly #seriesSaved: Float64Array;
  readonly #seriesTouched: Int32Array;
  readonly #seriesStamp: Int32Array;
  readonly #slotTouched: Int32Array;
  readonly #slotStamp: Int32Array;
  readonly #taken: Uint8Array;
  /** [n] see `fix`. */
  readonly #keeps: Uint8Array;
  /** [r] 1 for slots that take no visits. */
  readonly #isClosed: Uint8Array;
  /** Fixed parts that the solution breaks. */
  #broken = 0;
  #savedBroken = 0;
  #seriesTouchedCount = 0;
  #slotTouchedCount = 0;
  #mark = 1;
  #versions = 0;
  readonly #lastVersion: number;
  readonly #forget: (() => void)[] = [];
  #slotsCost = 0;
  #seriesCost = 0;
  #bankCost = 0;
  #savedSlotsCost = 0;
  #savedSeriesCost = 0;
  #savedBankCost = 0;

  /** `lastVersion` is the largest number of a state; after it, numbers begin anew. */
  constructor(problem: Problem, lastVersion = LAST_VERSION) {
    const { slots, visits, series, calendar } = problem;
    this.#lastVersion = lastVersion;
    this.problem = problem;
    this.rows = createRows(problem);
    this.placement = emptyPlacement(problem);
    this.bank = new Bank(visits.count);
    this.groups = new GroupTotals(this.rows);
    this.version = new Int32Array(2 * slots.count);
    this.isPlain = !this.rows.plainDay.includes(0) && !calendar.isPriced.includes(1);
    this.#rowCost = new Float64Array(2 * slots.count);
    this.#seriesSaved = new Float64Array(series.count);
    this.#seriesTouched = new Int32Array(series.count);
    this.#seriesStamp = new Int32Array(series.count);
    this.#slotTouched = new Int32Array(slots.count);
    this.#slotStamp = new Int32Array(slots.count);
    this.#taken = new Uint8Array(visits.count);
    this.#keeps = new Uint8Array(visits.count);
    this.#isClosed = new Uint8Array(slots.count);
    for (const price of visits.price) this.#bankCost += price;
    for (let s = 0; s < series.count; s++) this.#priceSeries(s);
    for (let r = 0; r < slots.count; r++) {
      const feasible = this.#refresh(r);
      assert(feasible, 'An empty slot is feasible.', { slot: r });
    }
    this.mark();
  }

  /** Cost of the solution: a whole number of seconds; Infinity while it breaks a fixed part. */
  get total(): number {
    if (this.#broken > 0) return Infinity;
    return this.#slotsCost + this.#seriesCost + this.#bankCost + this.groups.price();
  }

  /** The same but for visits left out. */
  get servedCost(): number {
    return this.total - this.#bankCost;
  }

  /** Fixes parts of the solution as it is now: from here on, solutions that break them cost infinitely much. */
  fix({ slots, placed, served }: Fixed): void {
    const { current, visitAt, length, width } = this.rows;
    for (const v of served) if (!this.bank.has(v)) this.#keeps[v] = SERVED;
    for (const v of placed) if (!this.bank.has(v)) this.#keeps[v] = PLACED;
    for (const r of slots) {
      this.#isClosed[r] = 1;
      const first = current[r] * width + 1;
      for (const v of visitAt.subarray(first, first + length[current[r]])) this.#keeps[v] = PLACED;
    }
  }

  /** Whether a visit keeps its slot. */
  isPlaced(v: number): boolean {
    return this.#keeps[v] === PLACED;
  }

  /** Whether a visit may be left out. */
  mayLeave(v: number): boolean {
    return this.#keeps[v] === 0;
  }

  /** Makes the solution as it is now the one that `undo` brings back. */
  mark(): void {
    this.settle();
    this.#mark++;
    this.#slotTouchedCount = 0;
    this.#seriesTouchedCount = 0;
    this.#savedSlotsCost = this.#slotsCost;
    this.#savedSeriesCost = this.#seriesCost;
    this.#savedBankCost = this.#bankCost;
    this.#savedBroken = this.#broken;
    this.groups.mark();
  }

  /** Brings back the solution as it was at the last mark. */
  undo(): void {
    const { current, visitAt, length, width } = this.rows;
    const { slotOf, calendarPrice: prices } = this.placement;
    const touched = this.#slotTouchedCount;
    for (let t = 0; t < touched; t++) {
      const row = current[this.#slotTouched[t]];
      for (let i = row * width + 1, last = i + length[row]; i < last; i++) slotOf[visitAt[i]] = -1;
    }
    for (let t = 0; t < touched; t++) {
      const r = this.#slotTouched[t];
      const row = current[r] ^ 1;
      for (let i = row * width + 1, last = i + length[row]; i < last; i++) {
        const v = visitAt[i];
        slotOf[v] = r;
        if (this.bank.has(v)) this.#bringBack(v);
      }
    }
    for (let t = 0; t < touched; t++) {
      const r = this.#slotTouched[t];
      const row = current[r];
      current[r] ^= 1;
      for (let i = row * width + 1, last = i + length[row]; i < last; i++) if (slotOf[visitAt[i]] < 0) this.#sendBack(visitAt[i]);
    }
    for (let t = 0; t < this.#seriesTouchedCount; t++) {
      const s = this.#seriesTouched[t];
      prices[s] = this.#seriesSaved[s];
    }
    this.#slotsCost = this.#savedSlotsCost;
    this.#seriesCost = this.#savedSeriesCost;
    this.#bankCost = this.#savedBankCost;
    this.#broken = this.#savedBroken;
    this.groups.undo();
    this.mark();
  }

  /** Calls a function whenever the numbers of states begin anew: results that were kept by number are no longer true. */
  whenRenumbered(forget: () => void): void {
    this.#forget.push(forget);
  }

  /** Marks a served visit to leave its slot, unless it keeps it; `sweep` then takes out all marked ones together. */
  take(v: number): void {
    if (this.#taken[v] === 1 || this.#keeps[v] === PLACED) return;
    this.#taken[v] = 1;
    this.#touch(this.placement.slotOf[v]);
  }

  /**
   * Takes the marked visits out. Without them a slot may have become impossible, where two short legs are allowed but
   * the long one is not; then all of its visits leave.
   */
  sweep(): void {
    const { visitAt, length, width, current } = this.rows;
    for (let t = 0; t < this.#slotTouchedCount; t++) {
      const r = this.#slotTouched[t];
      const row = current[r];
      const o = row * width;
      let kept = 0;
      for (let i = 1; i <= length[row]; i++) {
        const v = visitAt[o + i];
        if (this.#taken[v] === 1) this.#leave(v);
        else moveStop(this.rows, o + i, o + ++kept);
      }
      if (kept === length[row]) continue;
      length[row] = kept;
      if (!this.#refresh(r, layShortened)) this.#empty(r);
    }
  }

  /** Chooses the ways of all rows anew where they were kept since the last mark: the cost falls, or stays as it is. */
  settle(): void {
    const { current, chosenWays } = this.rows;
    for (let t = 0; t < this.#slotTouchedCount; t++) {
      const r = this.#slotTouched[t];
      if (chosenWays.isKept[current[r]] === 0) continue;
      const feasible = this.#refresh(r);
      assert(feasible, 'A row that can be can also be chosen.', { slot: r });
    }
  }

  /** Puts a visit of the bank on a slot, at a position that was judged possible. */
  put(v: number, r: number, position: number): void {
    this.#touch(r);
    this.#broken += this.#isClosed[r];
    const { visitAt, width, length, current } = this.rows;
    const o = current[r] * width;
    for (let i = ++length[current[r]]; i > position; i--) visitAt[o + i] = visitAt[o + i - 1];
    visitAt[o + position] = v;
    this.#enter(v, r);
    const s = this.problem.visits.series[v];
    this.groups.addVisit(s, r);
    const feasible = layInserted(this.rows, r, position);
    this.#price(r);
    assert(feasible, 'A judged position is possible.', { visit: v, slot: r, position });
    this.#priceSeries(s);
  }

  /** The solution as plain data. */
  copy(): Solution {
    const { current, visitAt, length, width } = this.rows;
    const slots = Array.from(current, (row) => [...visitAt.subarray(row * width + 1, row * width + 1 + length[row])]);
    return { cost: this.total, slots };
  }

  /** Replaces everything by a solution; false when it is impossible: then slots that cannot be are empty. */
  load(slots: Solution['slots']): boolean {
    const { current, visitAt, length, width } = this.rows;
    const { slotOf } = this.placement;
    for (const v of slotOf.keys()) if (slotOf[v] >= 0) this.take(v);
    this.sweep();
    let possible = true;
    slots.forEach((visits, r) => {
      this.#touch(r);
      const isTooLong = visits.length > this.problem.slots.mostStops;
      const stops = isTooLong ? [] : visits;
      visitAt.set(stops, current[r] * width + 1);
      length[current[r]] = stops.length;
      for (const v of stops) this.#enter(v, r);
      if (isTooLong || !this.#refresh(r)) {
        this.#empty(r);
        possible = false;
      }
    });
    for (let s = 0; s < this.problem.series.count; s++) this.#priceSeries(s);
    this.mark();
    return possible;
  }

  /**
   * Puts a visit of the bank on a slot at any position and chooses the ways of the slot anew; false where that is impossible: then
   * the change has to be undone.
   */
  tryPut(v: number, r: number, position: number): boolean {
    this.#touch(r);
    this.#broken += this.#isClosed[r];
    const { visitAt, width, length, current } = this.rows;
    const o = current[r] * width;
    for (let i = ++length[current[r]]; i > position; i--) visitAt[o + i] = visitAt[o + i - 1];
    visitAt[o + position] = v;
    this.#enter(v, r);
    const feasible = this.#refresh(r);
    this.#priceSeries(this.problem.visits.series[v]);
    return feasible;
  }

  #touch(r: number): void {
    if (this.#slotStamp[r] === this.#mark) return;
    this.#slotStamp[r] = this.#mark;
    this.#slotTouched[this.#slotTouchedCount++] = r;
    flipRow(this.rows, r);
    const row = this.rows.current[r];
    this.#rowCost[row] = this.#rowCost[row ^ 1];
    this.version[row] = this.version[row ^ 1];
  }

  /** Moves a visit from the bank to a slot. */
  #enter(v: number, r: number): void {
    const { slotOf, served } = this.placement;
    slotOf[v] = r;
    served[this.problem.visits.series[v]]++;
    this.#bankCost -= this.problem.visits.price[v];
    if (this.#keeps[v] === SERVED) this.#broken--;
    this.bank.remove(v);
  }

  /** Moves a visit from its slot to the bank. */
  #leave(v: number): void {
    const { slotOf, formerDay, served } = this.placement;
    const { slots, visits } = this.problem;
    this.#taken[v] = 0;
    formerDay[v] = slots.day[slotOf[v]];
    slotOf[v] = -1;
    this.#bankCost += visits.price[v];
    // A visit that loses its slot stays lost until the change is undone.
    if (this.#keeps[v] !== 0) this.#broken++;
    served[visits.series[v]]--;
    this.bank.add(v);
    this.#priceSeries(visits.series[v]);
  }

  /** Brings a visit back from the bank, without its price: `undo` restores the sums. */
  #bringBack(v: number): void {
    this.placement.served[this.problem.visits.series[v]]++;
    this.bank.remove(v);
  }

  /** Sends a visit back to the bank, likewise. */
  #sendBack(v: number): void {
    this.placement.served[this.problem.visits.series[v]]--;
    this.bank.add(v);
  }

  #empty(r: number): void {
    const { current, visitAt, length, width } = this.rows;
    const row = current[r];
    for (let i = 1; i <= length[row]; i++) this.#leave(visitAt[row * width + i]);
    length[row] = 0;
    this.#refresh(r);
  }

  /** Prices the days of a series, and those of the series for which its visits count. */
  #priceSeries(s: number): void {
    const { isPriced, company } = this.problem.calendar;
    if (isPriced[s] === 1) this.#priceDays(s);
    if (company.isGiven[s] === 0) return;
    const { bySeries, other } = company.towards;
    for (let e = bySeries[s]; e < bySeries[s + 1]; e++) if (isPriced[other[e]] === 1) this.#priceDays(other[e]);
  }

  #priceDays(s: number): void {
    const prices = this.placement.calendarPrice;
    if (this.#seriesStamp[s] !== this.#mark) {
      this.#seriesStamp[s] = this.#mark;
      this.#seriesTouched[this.#seriesTouchedCount++] = s;
      this.#seriesSaved[s] = prices[s];
    }
    const price = calendarPrice(this.placement, s, -1, -1);
    this.#seriesCost += price - prices[s];
    prices[s] = price;
  }

  #renumber(): void {
    for (const row of this.version.keys()) this.version[row] = row + 1;
    this.#versions = this.version.length;
    for (const forget of this.#forget) forget();
  }

  /** Computes a row anew from its visits; false when it breaks a window, a limit or a forbidden leg. */
  #refresh(r: number, lay = layRow): boolean {
    this.groups.addRow(r, -1);
    const feasible = lay(this.rows, r);
    this.groups.addRow(r, 1);
    this.#price(r);
    return feasible;
  }

  /** Adds the cost of a row once it is laid. */
  #price(r: number): void {
    const row = this.rows.current[r];
    if (this.#versions >= this.#lastVersion) this.#renumber();
    this.version[row] = ++this.#versions;
    const cost = costOfRow(this.rows, r);
    this.#slotsCost += cost - this.#rowCost[row];
    this.#rowCost[row] = cost;
  }
}
