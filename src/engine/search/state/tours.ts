import { assert } from '../../../kernel/assert.ts';
import type { Problem, Solution } from '../../problem/layout.ts';
import { calendarPrice } from './calendar-price.ts';
import { groupPrice, levelPrice } from '../../slot/prices.ts';
import { insertSimple, scheduleLabelled, scheduleSimple } from '../../slot/schedule-slot.ts';
import { insertIntoPlainRow, layPlainRow } from '../../slot/plain-row.ts';
import { type Tables, createTables } from '../../slot/tables.ts';

/**
 * A solution under change. `take` and `put` change it, `undo` brings back the last `mark`: the first change of
 * a slot after a mark copies its visits to the slot's other row and flips; undoing flips back, and nothing is
 * computed again.
 */
export class Tours {
  /** What everybody may read. */
  readonly tables: Tables;
  bankSize = 0;
  readonly #bankAt: Int32Array;
  readonly #groupTotal: Float64Array;
  readonly #groupSaved: Float64Array;
  readonly #seriesSaved: Float64Array;
  readonly #seriesTouched: Int32Array;
  readonly #seriesStamp: Int32Array;
  readonly #slotTouched: Int32Array;
  readonly #slotStamp: Int32Array;
  readonly #taken: Uint8Array;
  #seriesTouchedCount = 0;
  #slotTouchedCount = 0;
  #mark = 1;
  #versions = 0;
  #slotsCost = 0;
  #seriesCost = 0;
  #bankCost = 0;
  #savedSlotsCost = 0;
  #savedSeriesCost = 0;
  #savedBankCost = 0;

  constructor(problem: Problem) {
    const { slots, visits, series, prices } = problem;
    this.tables = createTables(problem);
    this.#bankAt = new Int32Array(visits.count).fill(-1);
    this.#groupTotal = new Float64Array(prices.groups.count);
    this.#groupSaved = new Float64Array(prices.groups.count);
    this.#seriesSaved = new Float64Array(series.count);
    this.#seriesTouched = new Int32Array(series.count);
    this.#seriesStamp = new Int32Array(series.count);
    this.#slotTouched = new Int32Array(slots.count);
    this.#slotStamp = new Int32Array(slots.count);
    this.#taken = new Uint8Array(visits.count);
    for (let v = 0; v < visits.count; v++) {
      this.#toBank(v);
      this.#bankCost += problem.visits.price[v];
    }
    for (let s = 0; s < series.count; s++) this.#priceSeries(s);
    for (let r = 0; r < slots.count; r++) {
      const feasible = this.#refresh(r);
      assert(feasible, 'An empty slot is feasible.', { slot: r });
    }
    this.mark();
  }

  /** Cost of the solution in whole seconds of working time. */
  get total(): number {
    return this.#slotsCost + this.#seriesCost + this.#bankCost + this.#groupsPrice();
  }

  /** The same but for visits left out. */
  get servedCost(): number {
    return this.total - this.#bankCost;
  }

  /** Makes the solution as it is now the one that `undo` brings back. */
  mark(): void {
    this.#mark++;
    this.#slotTouchedCount = 0;
    this.#seriesTouchedCount = 0;
    this.#savedSlotsCost = this.#slotsCost;
    this.#savedSeriesCost = this.#seriesCost;
    this.#savedBankCost = this.#bankCost;
    if (this.tables.problem.prices.groups.count > 0) this.#groupSaved.set(this.#groupTotal);
  }

  /** Brings back the solution as it was at the last mark. */
  undo(): void {
    const { row, slotOf, positionOf, seq, length, width } = this.tables;
    const touched = this.#slotTouchedCount;
    for (let t = 0; t < touched; t++) {
      const own = row[this.#slotTouched[t]];
      for (let i = own * width + 1, last = i + length[own]; i < last; i++) slotOf[seq[i]] = -1;
    }
    for (let t = 0; t < touched; t++) {
      const r = this.#slotTouched[t];
      const own = row[r] ^ 1;
      const o = own * width;
      for (let i = 1; i <= length[own]; i++) {
        const v = seq[o + i];
        slotOf[v] = r;
        positionOf[v] = i;
        if (this.#bankAt[v] >= 0) this.#moveBack(v, -1);
      }
    }
    for (let t = 0; t < touched; t++) {
      const r = this.#slotTouched[t];
      const own = row[r];
      row[r] ^= 1;
      for (let i = own * width + 1, last = i + length[own]; i < last; i++) if (slotOf[seq[i]] < 0) this.#moveBack(seq[i], 1);
    }
    for (let t = 0; t < this.#seriesTouchedCount; t++) {
      const s = this.#seriesTouched[t];
      this.tables.seriesPrice[s] = this.#seriesSaved[s];
    }
    this.#slotsCost = this.#savedSlotsCost;
    this.#seriesCost = this.#savedSeriesCost;
    this.#bankCost = this.#savedBankCost;
    if (this.tables.problem.prices.groups.count > 0) this.#groupTotal.set(this.#groupSaved);
    this.mark();
  }

  /** Notes that a served visit leaves its slot; `sweep` then takes out all noted ones together. */
  take(v: number): void {
    if (this.#taken[v] === 1) return;
    this.#taken[v] = 1;
    this.#touch(this.tables.slotOf[v]);
  }

  /** Whether a visit is noted to leave. */
  isTaken(v: number): boolean {
    return this.#taken[v] === 1;
  }

  /**
   * Takes the noted visits out. Without them a slot may have become impossible, since two short legs can
   * stand where no long one may; then all of its visits leave.
   */
  sweep(): void {
    const { seq, length, width, row } = this.tables;
    for (let t = 0; t < this.#slotTouchedCount; t++) {
      const r = this.#slotTouched[t];
      const o = row[r] * width;
      let kept = 0;
      for (let i = 1; i <= length[row[r]]; i++) {
        const v = seq[o + i];
        if (this.#taken[v] === 1) this.#leave(v);
        else seq[o + ++kept] = v;
      }
      if (kept === length[row[r]]) continue;
      length[row[r]] = kept;
      if (!this.#refresh(r)) this.#empty(r);
    }
  }

  /** Puts a visit of the bank on a slot, at a position that was judged possible. */
  put(v: number, r: number, position: number): void {
    this.#touch(r);
    const { seq, width } = this.tables;
    const o = this.tables.row[r] * width;
    const length = ++this.tables.length[this.tables.row[r]];
    for (let i = length; i > position; i--) {
      seq[o + i] = seq[o + i - 1];
      this.tables.positionOf[seq[o + i]] = i;
    }
    seq[o + position] = v;
    this.tables.positionOf[v] = position;
    this.tables.slotOf[v] = r;
    this.#bankCost -= this.tables.problem.visits.price[v];
    this.#fromBank(v);
    const s = this.tables.problem.visits.series[v];
    this.tables.served[s]++;
    const feasible = this.#takeIn(r, s, position);
    this.#price(r);
    assert(feasible, 'A judged position is possible.', { visit: v, slot: r, position });
    this.#priceSeries(s);
  }

  /** The solution as plain data. */
  copy(): Solution {
    const slots = Array.from(this.tables.row, (row) => [
      ...this.tables.seq.subarray(row * this.tables.width + 1, row * this.tables.width + 1 + this.tables.length[row]),
    ]);
    return { cost: this.total, slots };
  }

  /** Replaces everything by a solution; false, and empty, when it is impossible. */
  load(slots: Solution['slots']): boolean {
    for (const v of this.tables.slotOf.keys()) if (this.tables.slotOf[v] >= 0) this.take(v);
    this.sweep();
    let possible = true;
    slots.forEach((visits, r) => {
      this.#touch(r);
      visits.forEach((v, i) => {
        this.tables.seq[this.tables.row[r] * this.tables.width + 1 + i] = v;
        this.tables.slotOf[v] = r;
        this.#bankCost -= this.tables.problem.visits.price[v];
        this.#fromBank(v);
        this.tables.served[this.tables.problem.visits.series[v]]++;
      });
      this.tables.length[this.tables.row[r]] = visits.length;
      if (!this.#refresh(r)) {
        this.#empty(r);
        possible = false;
      }
    });
    for (let s = 0; s < this.tables.problem.series.count; s++) this.#priceSeries(s);
    this.mark();
    return possible;
  }

  /** Price change of a group when a slot's amount grows. */
  groupDelta(g: number, more: number): number {
    const { prices } = this.tables.problem;
    const now = this.#groupTotal[g];
    return (
      groupPrice(prices.groups.side[g], prices.groups.limit[g], prices.groups.price[g], now + more) -
      groupPrice(prices.groups.side[g], prices.groups.limit[g], prices.groups.price[g], now)
    );
  }

  #groupsPrice(): number {
    const { prices } = this.tables.problem;
    let sum = 0;
    for (let g = 0; g < prices.groups.count; g++)
      sum += groupPrice(prices.groups.side[g], prices.groups.limit[g], prices.groups.price[g], this.#groupTotal[g]);
    return sum;
  }

  #touch(r: number): void {
    if (this.#slotStamp[r] === this.#mark) return;
    this.#slotStamp[r] = this.#mark;
    this.#slotTouched[this.#slotTouchedCount++] = r;
    const from = this.tables.row[r] * this.tables.width;
    const length = this.tables.length[this.tables.row[r]];
    this.tables.row[r] ^= 1;
    const to = this.tables.row[r] * this.tables.width;
    const { seq } = this.tables;
    for (let i = 1; i <= length; i++) seq[to + i] = seq[from + i];
    this.tables.length[this.tables.row[r]] = length;
    this.#copySums(this.tables.row[r] ^ 1, this.tables.row[r]);
  }

  #copySums(from: number, to: number): void {
    const { amounts, lines } = this.tables.problem;
    this.tables.cost[to] = this.tables.cost[from];
    this.tables.version[to] = this.tables.version[from];
    this.tables.fixed[to] = this.tables.fixed[from];
    this.tables.visits[to] = this.tables.visits[from];
    this.tables.labelsPresent[to] = this.tables.labelsPresent[from];
    this.tables.fresh[to] = 0;
    for (let k = 0; k < amounts.count; k++) this.tables.amounts[to * amounts.count + k] = this.tables.amounts[from * amounts.count + k];
    for (let l = 0; l < lines.count; l++) this.tables.labelled[to * lines.count + l] = this.tables.labelled[from * lines.count + l];
  }

  /** A visit comes back from the bank (-1), or goes back to it (1), without prices: `undo` restores those. */
  #moveBack(v: number, way: 1 | -1): void {
    this.tables.served[this.tables.problem.visits.series[v]] -= way;
    if (way > 0) this.#toBank(v);
    else this.#fromBank(v);
  }

  #leave(v: number): void {
    const { slotOf, lastDay, problem } = this.tables;
    this.#taken[v] = 0;
    lastDay[v] = problem.slots.day[slotOf[v]];
    slotOf[v] = -1;
    this.#bankCost += problem.visits.price[v];
    const s = problem.visits.series[v];
    this.tables.served[s]--;
    this.#toBank(v);
    this.#priceSeries(s);
  }

  #empty(r: number): void {
    const o = this.tables.row[r] * this.tables.width;
    const { length } = this.tables;
    for (let i = 1; i <= length[this.tables.row[r]]; i++) this.#leave(this.tables.seq[o + i]);
    length[this.tables.row[r]] = 0;
    this.#refresh(r);
  }

  #toBank(v: number): void {
    if (this.#bankAt[v] >= 0) return;
    this.#bankAt[v] = this.bankSize;
    this.tables.bank[this.bankSize++] = v;
  }

  #fromBank(v: number): void {
    const at = this.#bankAt[v];
    const last = this.tables.bank[--this.bankSize];
    this.tables.bank[at] = last;
    this.#bankAt[last] = at;
    this.#bankAt[v] = -1;
  }

  #priceSeries(s: number): void {
    if (this.tables.problem.calendar.isPriced[s] === 0) return;
    if (this.#seriesStamp[s] !== this.#mark) {
      this.#seriesStamp[s] = this.#mark;
      this.#seriesTouched[this.#seriesTouchedCount++] = s;
      this.#seriesSaved[s] = this.tables.seriesPrice[s];
    }
    const price = calendarPrice(this.tables, s, -1, -1);
    this.#seriesCost += price - this.tables.seriesPrice[s];
    this.tables.seriesPrice[s] = price;
  }

  /** Takes a visit into a row that has it in its sequence. */
  #takeIn(r: number, s: number, position: number): boolean {
    const { tables } = this;
    const isFresh = tables.fresh[tables.row[r]] === 1;
    if (this.#isPlain(r)) return isFresh ? insertIntoPlainRow(tables, r, position) : layPlainRow(tables, r);
    this.#countIn(r, s);
    return isFresh && tables.problem.slots.labelled[r] === 0 ? insertSimple(tables, r, position) : this.#schedule(r);
  }

  #isPlain(r: number): boolean {
    return this.tables.plainDay[this.tables.problem.slots.day[r]] === 1;
  }

  /** Computes a row anew from its visits; false when it breaks a window, a cap or a forbidden leg. */
  #refresh(r: number): boolean {
    const { amounts, lines, visits } = this.tables.problem;
    if (this.#isPlain(r)) {
      const isPossible = layPlainRow(this.tables, r);
      this.#price(r);
      return isPossible;
    }
    const row = this.tables.row[r];
    this.#countGroups(r, -1);
    for (let k = 0; k < amounts.count; k++) this.tables.amounts[row * amounts.count + k] = 0;
    for (let l = 0; l < lines.count; l++) this.tables.labelled[row * lines.count + l] = 0;
    this.tables.labelsPresent[row] = 0;
    this.tables.fixed[row] = 0;
    this.tables.visits[row] = 0;
    for (let i = 1; i <= this.tables.length[row]; i++) {
      const v = this.tables.seq[row * this.tables.width + i];
      this.tables.positionOf[v] = i;
      this.#countVisit(r, visits.series[v]);
    }
    this.#countGroups(r, 1);
    const feasible = this.#schedule(r);
    this.#price(r);
    return feasible;
  }

  #schedule(r: number): boolean {
    const row = this.tables.row[r];
    this.tables.fresh[row] = 1;
    return this.tables.problem.slots.labelled[r] === 1 ? scheduleLabelled(this.tables, r) : scheduleSimple(this.tables, r);
  }

  /** Counts a visit that just came in. */
  #countIn(r: number, s: number): void {
    const { prices, amounts, series } = this.tables.problem;
    for (let e = prices.groups.bySlot[r]; e < prices.groups.bySlot[r + 1]; e++) {
      this.#groupTotal[prices.groups.ofSlot[e]] += amounts.perVisit[prices.groups.of[prices.groups.ofSlot[e]] * series.count + s];
    }
    this.#countVisit(r, s);
  }

  /** Adds a visit's amounts, label and own price to its row. */
  #countVisit(r: number, s: number): void {
    const { amounts, series, slots, lines } = this.tables.problem;
    const row = this.tables.row[r];
    this.tables.fixed[row] += series.slotPrice[s * slots.count + r];
    if (s < this.tables.problem.series.firstDuty && this.tables.visits[row]++ === 0)
      this.tables.fixed[row] += this.tables.problem.slots.openingPrice[r];
    for (let k = 0; k < amounts.count; k++) this.tables.amounts[row * amounts.count + k] += amounts.perVisit[k * series.count + s];
    if (series.line[s] < 0 || this.tables.labelled[row * lines.count + series.line[s]]++ > 0) return;
    if (this.tables.labelsPresent[row]++ > 0) this.tables.fixed[row] += lines.price;
  }

  /** Sums up what a scheduled row costs. */
  #price(r: number): void {
    const { problem } = this.tables;
    const { amounts } = problem;
    const row = this.tables.row[r];
    this.tables.version[row] = ++this.#versions;
    let cost = this.tables.fixed[row] + this.tables.legPrice[row] + this.tables.timePrice[row];
    cost += this.tables.end[row] - problem.slots.start[r] - this.tables.stay[row] - this.tables.paused[row];
    for (let l = problem.prices.amounts.bySlot[r]; l < problem.prices.amounts.bySlot[r + 1]; l++) {
      cost += levelPrice(problem, l, this.tables.amounts[row * amounts.count + problem.prices.amounts.of[l]]);
    }
    this.#slotsCost += cost - this.tables.cost[row];
    this.tables.cost[row] = cost;
  }

  #countGroups(r: number, sign: 1 | -1): void {
    const { prices, amounts } = this.tables.problem;
    for (let e = prices.groups.bySlot[r]; e < prices.groups.bySlot[r + 1]; e++) {
      this.#groupTotal[prices.groups.ofSlot[e]] +=
        sign * this.tables.amounts[this.tables.row[r] * amounts.count + prices.groups.of[prices.groups.ofSlot[e]]];
    }
  }
}
