import { assert } from '../../kernel/assert.ts';
import type { Problem, Solution } from '../problem/layout.ts';
import { calendarPrice } from './calendar-price.ts';
import { groupPrice, levelPrice } from './prices.ts';
import { insertSimple, scheduleLabelled, scheduleSimple } from './schedule-slot.ts';

/**
 * A solution under change: who is on which slot in which order, with everything that judging a move
 * in constant time needs. `take` and `put` change it, `undo` brings back the last `mark`.
 *
 * Each slot r has two rows of tables, `2r` and `2r + 1`; `row[r]` is the valid one. The first change
 * after a mark copies the visits over and flips; undoing flips back, and nothing is computed again.
 * Within a row, positions 1 … length hold visits, 0 and length + 1 the slot's start and end.
 */
export class Tours {
  readonly problem: Problem;
  /** Positions in a row. */
  readonly width: number;
  /** Labels at a position: by how many breaks were taken. */
  readonly labels: number;
  /** [r] the valid row of a slot. */
  readonly row: Int32Array;
  /** [2r] stops on a row; those among them that are visits, not duties. */
  readonly visits: Int32Array;
  readonly length: Int32Array;
  /** [2r, width] visit; its place. */
  readonly seq: Int32Array;
  readonly at: Int32Array;
  /** [2r, width] cost and time of the leg to a position. */
  readonly edgeCost: Int32Array;
  readonly edgeTime: Int32Array;
  /** [2r, width] earliest departure; latest arrival that keeps windows and the slot's end (simple rows). */
  readonly depart: Int32Array;
  readonly latest: Int32Array;
  /** [2r, width] an arrival t at a position ends the slot at max(t + tail, floor) (simple rows). */
  readonly tail: Int32Array;
  readonly floor: Int32Array;
  /** [2r, width] least waiting up to and including a position. */
  readonly waited: Int32Array;
  /** [2r, width, labels] departure, order price sum, first start by breaks taken; `NEVER` where impossible. */
  readonly labelTime: Int32Array;
  readonly labelOrder: Float64Array;
  readonly labelFirst: Int32Array;
  /** [2r, width, labels] latest arrival by breaks taken before it, by outer windows: necessary where windows are split. */
  readonly labelLatest: Int32Array;
  /** [2r] end of the slot; waiting; travel; stays; first start; breaks taken; cost of the row in all. */
  readonly end: Int32Array;
  readonly idle: Int32Array;
  readonly travel: Int32Array;
  readonly stay: Int32Array;
  readonly first: Int32Array;
  readonly paused: Int32Array;
  readonly cost: Float64Array;
  /** [2r] prices that hang on which visits a row has, not on their order; 1 while the row's tables are valid. */
  readonly fixed: Int32Array;
  readonly fresh: Uint8Array;
  /** [2r] prices of legs; prices that hang on times. */
  readonly legPrice: Int32Array;
  readonly timePrice: Float64Array;
  /** [2r, k] amounts; [2r, labels] visits by label; [2r] labels present. */
  readonly amounts: Int32Array;
  readonly labelled: Int32Array;
  readonly labelsPresent: Int32Array;
  /** [n] slot of a visit or -1 in the bank; its position. */
  readonly slotOf: Int32Array;
  readonly positionOf: Int32Array;
  /** [n] visits in the bank, and where each stands there. */
  readonly bank: Int32Array;
  bankSize = 0;
  /** [s] calendar price; visits served. */
  readonly seriesPrice: Float64Array;
  readonly served: Int32Array;
  /** Transposed legs, so that ways to one place lie side by side. */
  readonly costTo: Int32Array;
  readonly timeTo: Int32Array;
  /** [2r] a number of its own for each content that a row ever had: what was computed for it stays true. */
  readonly version: Int32Array;

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
    const { slotCount, visitCount, seriesCount, amountCount, labelCount } = problem;
    const rows = 2 * slotCount;
    this.problem = problem;
    this.width = problem.mostStops + 2;
    this.labels = problem.mostBreaks + 1;
    const cells = rows * this.width;
    const labelCells = problem.slotLabelled.includes(1) ? cells * this.labels : 0;
    this.row = Int32Array.from({ length: slotCount }, (_, r) => 2 * r);
    this.length = new Int32Array(rows);
    this.visits = new Int32Array(rows);
    this.seq = new Int32Array(cells);
    this.at = new Int32Array(cells);
    this.edgeCost = new Int32Array(cells);
    this.edgeTime = problem.legCost === problem.legTime ? this.edgeCost : new Int32Array(cells);
    this.depart = new Int32Array(cells);
    this.latest = new Int32Array(cells);
    this.tail = new Int32Array(cells);
    this.floor = new Int32Array(cells);
    this.waited = new Int32Array(cells);
    this.labelTime = new Int32Array(labelCells);
    this.labelOrder = new Float64Array(labelCells);
    this.labelFirst = new Int32Array(labelCells);
    this.labelLatest = new Int32Array(labelCells);
    this.end = new Int32Array(rows);
    this.idle = new Int32Array(rows);
    this.travel = new Int32Array(rows);
    this.stay = new Int32Array(rows);
    this.first = new Int32Array(rows);
    this.paused = new Int32Array(rows);
    this.cost = new Float64Array(rows);
    this.fixed = new Int32Array(rows);
    this.fresh = new Uint8Array(rows);
    this.legPrice = new Int32Array(rows);
    this.timePrice = new Float64Array(rows);
    this.amounts = new Int32Array(rows * amountCount);
    this.labelled = new Int32Array(rows * labelCount);
    this.labelsPresent = new Int32Array(rows);
    this.slotOf = new Int32Array(visitCount).fill(-1);
    this.positionOf = new Int32Array(visitCount);
    this.bank = new Int32Array(visitCount);
    this.#bankAt = new Int32Array(visitCount).fill(-1);
    this.seriesPrice = new Float64Array(seriesCount);
    this.served = new Int32Array(seriesCount);
    this.costTo = transpose(problem.legCost, problem.placeCount);
    this.timeTo = problem.legCost === problem.legTime ? this.costTo : transpose(problem.legTime, problem.placeCount);
    this.version = new Int32Array(rows);
    this.#groupTotal = new Float64Array(problem.groupCount);
    this.#groupSaved = new Float64Array(problem.groupCount);
    this.#seriesSaved = new Float64Array(seriesCount);
    this.#seriesTouched = new Int32Array(seriesCount);
    this.#seriesStamp = new Int32Array(seriesCount);
    this.#slotTouched = new Int32Array(slotCount);
    this.#slotStamp = new Int32Array(slotCount);
    this.#taken = new Uint8Array(visitCount);
    for (let v = 0; v < visitCount; v++) {
      this.#toBank(v);
      this.#bankCost += problem.visitPrice[v];
    }
    for (let s = 0; s < seriesCount; s++) this.#priceSeries(s);
    for (let r = 0; r < slotCount; r++) {
      const feasible = this.#refresh(r);
      assert(feasible, 'An empty slot is feasible.', { slot: r });
    }
    this.mark();
  }

  /** What the solution costs, as DESIGN part 5 defines it; a whole number. */
  get total(): number {
    return this.#slotsCost + this.#seriesCost + this.#bankCost + this.#groupsPrice();
  }

  /** Makes the solution as it is now the one that `undo` brings back. */
  mark(): void {
    this.#mark++;
    this.#slotTouchedCount = 0;
    this.#seriesTouchedCount = 0;
    this.#savedSlotsCost = this.#slotsCost;
    this.#savedSeriesCost = this.#seriesCost;
    this.#savedBankCost = this.#bankCost;
    if (this.problem.groupCount > 0) this.#groupSaved.set(this.#groupTotal);
  }

  /** Brings back the solution as it was at the last mark. */
  undo(): void {
    const { row, slotOf } = this;
    for (let t = 0; t < this.#slotTouchedCount; t++) this.#release(row[this.#slotTouched[t]]);
    for (let t = 0; t < this.#slotTouchedCount; t++) {
      const r = this.#slotTouched[t];
      row[r] ^= 1;
      const o = row[r] * this.width;
      for (let i = 1; i <= this.length[row[r]]; i++) {
        const v = this.seq[o + i];
        slotOf[v] = r;
        this.positionOf[v] = i;
        this.served[this.problem.visitSeries[v]]++;
        this.#fromBank(v);
      }
    }
    for (let t = 0; t < this.#seriesTouchedCount; t++) {
      const s = this.#seriesTouched[t];
      this.seriesPrice[s] = this.#seriesSaved[s];
    }
    this.#slotsCost = this.#savedSlotsCost;
    this.#seriesCost = this.#savedSeriesCost;
    this.#bankCost = this.#savedBankCost;
    if (this.problem.groupCount > 0) this.#groupTotal.set(this.#groupSaved);
    this.mark();
  }

  /** Notes that a served visit leaves its slot; `sweep` then takes out all noted ones together. */
  take(v: number): void {
    if (this.#taken[v] === 1) return;
    this.#taken[v] = 1;
    this.#touch(this.slotOf[v]);
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
    const { seq, length, width, row } = this;
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
    const { seq, width } = this;
    const o = this.row[r] * width;
    const length = ++this.length[this.row[r]];
    for (let i = length; i > position; i--) {
      seq[o + i] = seq[o + i - 1];
      this.positionOf[seq[o + i]] = i;
    }
    seq[o + position] = v;
    this.positionOf[v] = position;
    this.slotOf[v] = r;
    this.#bankCost -= this.problem.visitPrice[v];
    this.#fromBank(v);
    const s = this.problem.visitSeries[v];
    this.served[s]++;
    this.#countIn(r, s);
    const simple = this.problem.slotLabelled[r] === 0;
    const feasible = simple && this.fresh[this.row[r]] === 1 ? insertSimple(this, r, position) : this.#schedule(r);
    this.#price(r);
    assert(feasible, 'A judged position is possible.', { visit: v, slot: r, position });
    this.#priceSeries(s);
  }

  /** The solution as plain data. */
  copy(): Solution {
    const slots = Array.from(this.row, (row) => [...this.seq.subarray(row * this.width + 1, row * this.width + 1 + this.length[row])]);
    return { cost: this.total, slots };
  }

  /** Replaces everything by a solution; false, and empty, when it is impossible. */
  load(slots: Solution['slots']): boolean {
    for (const v of this.slotOf.keys()) if (this.slotOf[v] >= 0) this.take(v);
    this.sweep();
    let possible = true;
    slots.forEach((visits, r) => {
      this.#touch(r);
      visits.forEach((v, i) => {
        this.seq[this.row[r] * this.width + 1 + i] = v;
        this.slotOf[v] = r;
        this.#bankCost -= this.problem.visitPrice[v];
        this.#fromBank(v);
        this.served[this.problem.visitSeries[v]]++;
      });
      this.length[this.row[r]] = visits.length;
      if (!this.#refresh(r)) {
        this.#empty(r);
        possible = false;
      }
    });
    for (let s = 0; s < this.problem.seriesCount; s++) this.#priceSeries(s);
    this.mark();
    return possible;
  }

  /** Price change of a group when a slot's amount grows. */
  groupDelta(g: number, more: number): number {
    const { groupSide, groupLimit, groupPrice: price } = this.problem;
    const now = this.#groupTotal[g];
    return groupPrice(groupSide[g], groupLimit[g], price[g], now + more) - groupPrice(groupSide[g], groupLimit[g], price[g], now);
  }

  #groupsPrice(): number {
    const { groupCount, groupSide, groupLimit, groupPrice: price } = this.problem;
    let sum = 0;
    for (let g = 0; g < groupCount; g++) sum += groupPrice(groupSide[g], groupLimit[g], price[g], this.#groupTotal[g]);
    return sum;
  }

  #touch(r: number): void {
    if (this.#slotStamp[r] === this.#mark) return;
    this.#slotStamp[r] = this.#mark;
    this.#slotTouched[this.#slotTouchedCount++] = r;
    const from = this.row[r] * this.width;
    const length = this.length[this.row[r]];
    this.row[r] ^= 1;
    const to = this.row[r] * this.width;
    const { seq } = this;
    for (let i = 1; i <= length; i++) seq[to + i] = seq[from + i];
    this.length[this.row[r]] = length;
    this.#copySums(this.row[r] ^ 1, this.row[r]);
  }

  #copySums(from: number, to: number): void {
    const { amountCount, labelCount } = this.problem;
    this.cost[to] = this.cost[from];
    this.version[to] = this.version[from];
    this.fixed[to] = this.fixed[from];
    this.visits[to] = this.visits[from];
    this.labelsPresent[to] = this.labelsPresent[from];
    this.fresh[to] = 0;
    for (let k = 0; k < amountCount; k++) this.amounts[to * amountCount + k] = this.amounts[from * amountCount + k];
    for (let l = 0; l < labelCount; l++) this.labelled[to * labelCount + l] = this.labelled[from * labelCount + l];
  }

  /** All visits of a row leave for the bank, without prices: `undo` restores those. */
  #release(row: number): void {
    const o = row * this.width;
    for (let i = 1; i <= this.length[row]; i++) {
      const v = this.seq[o + i];
      this.slotOf[v] = -1;
      this.served[this.problem.visitSeries[v]]--;
      this.#toBank(v);
    }
  }

  #leave(v: number): void {
    this.#taken[v] = 0;
    this.slotOf[v] = -1;
    this.#bankCost += this.problem.visitPrice[v];
    const s = this.problem.visitSeries[v];
    this.served[s]--;
    this.#toBank(v);
    this.#priceSeries(s);
  }

  #empty(r: number): void {
    const o = this.row[r] * this.width;
    const { length } = this;
    for (let i = 1; i <= length[this.row[r]]; i++) this.#leave(this.seq[o + i]);
    length[this.row[r]] = 0;
    this.#refresh(r);
  }

  #toBank(v: number): void {
    if (this.#bankAt[v] >= 0) return;
    this.#bankAt[v] = this.bankSize;
    this.bank[this.bankSize++] = v;
  }

  #fromBank(v: number): void {
    const at = this.#bankAt[v];
    const last = this.bank[--this.bankSize];
    this.bank[at] = last;
    this.#bankAt[last] = at;
    this.#bankAt[v] = -1;
  }

  #priceSeries(s: number): void {
    if (this.problem.seriesTimed[s] === 0) return;
    if (this.#seriesStamp[s] !== this.#mark) {
      this.#seriesStamp[s] = this.#mark;
      this.#seriesTouched[this.#seriesTouchedCount++] = s;
      this.#seriesSaved[s] = this.seriesPrice[s];
    }
    const price = calendarPrice(this, s, -1, -1);
    this.#seriesCost += price - this.seriesPrice[s];
    this.seriesPrice[s] = price;
  }

  /** Computes a row anew from its visits; false when it breaks a window, a cap or a forbidden leg. */
  #refresh(r: number): boolean {
    const { amountCount, labelCount, visitSeries } = this.problem;
    const row = this.row[r];
    this.#countGroups(r, -1);
    for (let k = 0; k < amountCount; k++) this.amounts[row * amountCount + k] = 0;
    for (let l = 0; l < labelCount; l++) this.labelled[row * labelCount + l] = 0;
    this.labelsPresent[row] = 0;
    this.fixed[row] = 0;
    this.visits[row] = 0;
    for (let i = 1; i <= this.length[row]; i++) {
      const v = this.seq[row * this.width + i];
      this.positionOf[v] = i;
      this.#countVisit(r, visitSeries[v]);
    }
    this.#countGroups(r, 1);
    const feasible = this.#schedule(r);
    this.#price(r);
    return feasible;
  }

  #schedule(r: number): boolean {
    const row = this.row[r];
    this.fresh[row] = 1;
    return this.problem.slotLabelled[r] === 1 ? scheduleLabelled(this, r) : scheduleSimple(this, r);
  }

  /** Counts a visit that just came in. */
  #countIn(r: number, s: number): void {
    const { slotGroupStart, slotGroups, groupOf, amount, seriesCount } = this.problem;
    for (let e = slotGroupStart[r]; e < slotGroupStart[r + 1]; e++) {
      this.#groupTotal[slotGroups[e]] += amount[groupOf[slotGroups[e]] * seriesCount + s];
    }
    this.#countVisit(r, s);
  }

  /** Adds a visit's amounts, label and own price to its row. */
  #countVisit(r: number, s: number): void {
    const { amountCount, amount, seriesCount, seriesLabel, slotPrice, slotCount, labelCount, labelPrice } = this.problem;
    const row = this.row[r];
    this.fixed[row] += slotPrice[s * slotCount + r];
    if (s < this.problem.firstDuty && this.visits[row]++ === 0) this.fixed[row] += this.problem.slotOpening[r];
    for (let k = 0; k < amountCount; k++) this.amounts[row * amountCount + k] += amount[k * seriesCount + s];
    if (seriesLabel[s] < 0 || this.labelled[row * labelCount + seriesLabel[s]]++ > 0) return;
    if (this.labelsPresent[row]++ > 0) this.fixed[row] += labelPrice;
  }

  /** Sums up what a scheduled row costs. */
  #price(r: number): void {
    const { problem } = this;
    const { amountCount } = problem;
    const row = this.row[r];
    this.version[row] = ++this.#versions;
    let cost = this.fixed[row] + this.legPrice[row] + this.timePrice[row];
    cost += this.end[row] - problem.slotStart[r] - this.stay[row] - this.paused[row];
    for (let l = problem.levelStart[r]; l < problem.levelStart[r + 1]; l++) {
      cost += levelPrice(problem, l, this.amounts[row * amountCount + problem.levelOf[l]]);
    }
    this.#slotsCost += cost - this.cost[row];
    this.cost[row] = cost;
  }

  #countGroups(r: number, sign: 1 | -1): void {
    const { slotGroupStart, slotGroups, groupOf, amountCount } = this.problem;
    for (let e = slotGroupStart[r]; e < slotGroupStart[r + 1]; e++) {
      this.#groupTotal[slotGroups[e]] += sign * this.amounts[this.row[r] * amountCount + groupOf[slotGroups[e]]];
    }
  }
}

function transpose(table: Int32Array, n: number): Int32Array {
  const turned = new Int32Array(table.length);
  for (let m = 0; m < table.length; m += n * n) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) turned[m + j * n + i] = table[m + i * n + j];
  }
  return turned;
}
