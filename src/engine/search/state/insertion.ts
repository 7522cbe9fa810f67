import { type AllSeries, type AmountPrices, type Amounts, NEVER, type Problem, type Slots } from '../../problem/layout.ts';
import { LabelledProbe } from '../../slot/labelled-probe.ts';
import { PlainProbe } from '../../slot/plain-probe.ts';
import { deltaOfAmount } from '../../slot/prices.ts';
import type { RowContent } from '../../slot/row-content.ts';
import type { Rows } from '../../slot/rows.ts';
import { SimpleProbe } from '../../slot/simple-probe.ts';
import { Answers } from './answers.ts';
import type { GroupTotals } from './group-totals.ts';
import type { Tours } from './tours.ts';

/** Chance of overlooking the best position of a slot that leads, so that equal ruins are rebuilt differently (SISR's blinks). */
const BLINK = 0.01;
/** Mean steps between two blinks, negated, for drawing the next gap. */
const GAP = 1 / Math.log(1 - BLINK);

/**
 * Finds where a visit of a series fits best. A candidate's delta is exact: legs, times and their prices, amounts,
 * lines, groups, the slot's own price. The price of the series' calendar is not in it.
 */
export class Insertion {
  /** Slot and position of the best candidate of the last call. */
  slot = -1;
  position = 0;
  readonly #groups: GroupTotals;
  readonly #hasGroups: boolean;
  readonly #rows: Rows;
  readonly #current: Int32Array;
  readonly #content: RowContent;
  /** [2r] see `Tours`. */
  readonly #version: Int32Array;
  readonly #problem: Problem;
  readonly #slots: Slots;
  readonly #series: AllSeries;
  readonly #amounts: Amounts;
  readonly #amountPrices: AmountPrices;
  readonly #plain: PlainProbe;
  readonly #simple: SimpleProbe;
  readonly #labelled: LabelledProbe;
  readonly #next: (() => number) | null;
  readonly #answers: Answers;
  /** [twins] the last call that tried an empty slot of these twins. */
  readonly #triedIn: Int32Array;
  #call = 0;
  #isExact = true;
  #bestPosition = 0;
  #blink: number;

  /** `next` draws the positions that are overlooked on purpose; null overlooks none. */
  constructor(tours: Tours, next: (() => number) | null) {
    const { series, slots, amounts, prices } = tours.problem;
    this.#groups = tours.groups;
    this.#hasGroups = prices.groups.count > 0;
    this.#rows = tours.rows;
    this.#current = tours.rows.current;
    this.#content = tours.rows.content;
    this.#version = tours.version;
    this.#problem = tours.problem;
    this.#slots = slots;
    this.#series = series;
    this.#amounts = amounts;
    this.#amountPrices = prices.amounts;
    this.#plain = new PlainProbe(tours.rows);
    this.#simple = new SimpleProbe(tours.rows);
    this.#labelled = new LabelledProbe(tours.rows);
    this.#next = next;
    this.#answers = new Answers(series.count, slots.count);
    tours.whenRenumbered(() => this.#answers.forget());
    this.#triedIn = new Int32Array(1 + slots.twins.reduce((most, twins) => Math.max(most, twins), 0));
    this.#blink = this.#gap();
  }

  /**
   * The least delta below a bound of a visit of series s on the slots of a day, `NEVER` for none; sets `slot`
   * and `position`.
   * A slot's answer is kept until the slot changes, and holds again when the change is undone: most probes
   * come up twice. Of several empty slots that are twins, one is tried.
   */
  bestOnDay(s: number, day: number, bound: number): number {
    const slots = this.#slots;
    const { length, current } = this.#rows;
    const version = this.#version;
    const { cells } = this.#answers;
    if (this.#rows.plainDay[day] === 1) return this.#bestOnPlainDay(s, day, bound);
    const hasGroups = this.#hasGroups;
    const call = ++this.#call;
    let best: number = NEVER;
    for (let e = slots.byDay[day], last = slots.byDay[day + 1]; e < last; e++) {
      const r = slots.ofDay[e];
      const row = current[r];
      if (length[row] === 0 && this.#isTwinTried(r, call)) continue;
      const cell = this.#answers.cellOf(s, r);
      const limit = best < bound ? best : bound;
      const isOwn = cells[cell] === version[row] && cells[cell + 3] === s;
      const isAnswered = isOwn && ((cells[cell + 2] & 1) === 1 || cells[cell + 1] >= limit);
      let delta = isAnswered ? cells[cell + 1] : this.#answer(s, r, cell, hasGroups ? NEVER : limit);
      if ((cells[cell + 2] & 1) === 0 || (delta >= limit && !hasGroups)) continue;
      let position = cells[cell + 2] >> 1;
      if (--this.#blink <= 0) {
        this.#blink = this.#gap();
        delta = this.#leastDelta(s, r, position, NEVER);
        position = this.position;
      }
      if (hasGroups && delta < NEVER) delta += this.#groups.deltaOf(s, r);
      if (delta >= limit) continue;
      best = delta;
      this.slot = r;
      this.#bestPosition = position;
    }
    this.position = this.#bestPosition;
    return best;
  }

  /** The same where positions differ only in their detours: computing an answer is faster than looking it up. */
  #bestOnPlainDay(s: number, day: number, bound: number): number {
    const { placeCount, slots, series, legs, amounts } = this.#problem;
    const { width, plain, current, placeAt, legCost, legsTo } = this.#rows;
    const costTo = legsTo.cost;
    const costFrom = legs.cost;
    const isSymmetric = costTo === costFrom;
    const dwell = series.dwell[s];
    const size = amounts.count > 0 ? amounts.perVisit[s] : 0;
    const call = ++this.#call;
    let best: number = bound;
    let isFound = false;
    for (let e = slots.byDay[day], beyond = slots.byDay[day + 1]; e < beyond; e++) {
      const r = slots.ofDay[e];
      const row = current[r];
      const p = row * 4;
      if (plain[p + 1] < size) continue;
      const length = plain[p + 2];
      if (length === 0 && this.#isTwinTried(r, call)) continue;
      const base = series.slotPrice[series.pricesFrom[s] + r];
      if (base === NEVER) continue;
      const room = plain[p] - dwell;
      let least = room < best - base ? room + 1 : best - base;
      const ofPlace = (slots.legClass[r] * placeCount + series.place[s]) * placeCount;
      const o = row * width;
      let place = placeAt[o];
      let onward = costFrom[ofPlace + place];
      for (let i = o + 1, last = i + length; i <= last; i++) {
        const inward = isSymmetric ? onward : costTo[ofPlace + place];
        place = placeAt[i];
        onward = costFrom[ofPlace + place];
        const detour = inward + onward - legCost[i];
        if (detour >= least) continue;
        if (--this.#blink <= 0) {
          this.#blink = this.#gap();
          continue;
        }
        least = detour;
        best = base + detour;
        isFound = true;
        this.slot = r;
        this.position = i - o;
      }
    }
    return isFound ? best : NEVER;
  }

  /** The least delta of a visit of series s on slot r, `NEVER` for none; sets `position`. */
  probe(s: number, r: number): number {
    const { cells } = this.#answers;
    const cell = this.#answers.cellOf(s, r);
    const isAnswered = cells[cell] === this.#version[this.#current[r]] && cells[cell + 3] === s && (cells[cell + 2] & 1) === 1;
    const delta = isAnswered ? cells[cell + 1] : this.#answer(s, r, cell, NEVER);
    this.position = cells[cell + 2] >> 1;
    return this.#hasGroups && delta < NEVER ? delta + this.#groups.deltaOf(s, r) : delta;
  }

  /** Exact delta at one position, or `NEVER`. */
  deltaAt(s: number, r: number, position: number): number {
    const base = this.#baseDelta(s, r);
    if (base >= NEVER) return NEVER;
    const isPlain = this.#rows.plainDay[this.#slots.day[r]] === 1;
    const delta =
      this.#slots.labelled[r] === 1
        ? this.#labelled.deltaAt(s, r, position, base)
        : (isPlain ? this.#plain : this.#simple).best(s, r, base, 0, position, position);
    return this.#hasGroups && delta < NEVER ? delta + this.#groups.deltaOf(s, r) : delta;
  }

  /** Whether a call has tried a twin of an empty slot; if not, it tries this one. */
  #isTwinTried(r: number, call: number): boolean {
    const twins = this.#slots.twins[r];
    if (this.#triedIn[twins] === call) return true;
    this.#triedIn[twins] = call;
    return false;
  }

  /** Computes and keeps a slot's answer: the least delta, or that none is below the bound. */
  #answer(s: number, r: number, cell: number, bound: number): number {
    const delta = this.#leastDelta(s, r, 0, bound);
    const { cells } = this.#answers;
    cells[cell] = this.#version[this.#current[r]];
    cells[cell + 1] = delta > -NEVER ? delta : -NEVER;
    cells[cell + 2] = this.position * 2 + (this.#isExact ? 1 : 0);
    cells[cell + 3] = s;
    return delta;
  }

  /** The least delta but for groups, overlooking one position (0 for none); see `LabelledProbe` for the bound. */
  #leastDelta(s: number, r: number, overlooked: number, bound: number): number {
    this.#isExact = true;
    const base = this.#baseDelta(s, r);
    if (base >= NEVER) return NEVER;
    let delta: number;
    if (this.#slots.labelled[r] === 1) {
      delta = this.#labelled.best(s, r, base, overlooked, bound);
      this.#isExact = this.#labelled.isExact;
      this.position = this.#labelled.position;
      return delta;
    }
    const last = this.#rows.length[this.#current[r]] + 1;
    if (this.#rows.plainDay[this.#slots.day[r]] === 1) {
      delta = this.#plain.best(s, r, base, overlooked, 1, last);
      this.position = this.#plain.position;
    } else {
      delta = this.#simple.best(s, r, base, overlooked, 1, last);
      this.position = this.#simple.position;
    }
    return delta;
  }

  /** The part of the delta that is the same at all positions of a slot. */
  #baseDelta(s: number, r: number): number {
    const slots = this.#slots;
    const series = this.#series;
    const amounts = this.#amounts;
    const prices = this.#amountPrices;
    const content = this.#content;
    const row = this.#current[r];
    let delta = series.slotPrice[series.pricesFrom[s] + r];
    if (delta === NEVER || !this.#hasRoom(s, r)) return NEVER;
    for (let e = prices.bySlot[r], last = prices.bySlot[r + 1]; e < last; e++) {
      const now = content.amounts[row * amounts.count + prices.of[e]];
      const more = amounts.perVisit[prices.of[e] * series.count + s];
      delta += deltaOfAmount(prices, e, now, more);
    }
    if (content.visitCount[row] === 0 && s < series.firstDuty) delta += slots.openingPrice[r];
    return delta + this.#lineDelta(s, row);
  }

  /** Whether the slot's amounts, and its row, leave room for a visit. */
  #hasRoom(s: number, r: number): boolean {
    const { count, perVisit, cap } = this.#amounts;
    const row = this.#current[r];
    for (let k = 0; k < count; k++) {
      if (this.#content.amounts[row * count + k] + perVisit[k * this.#series.count + s] > cap[r * count + k]) return false;
    }
    return this.#rows.length[row] < this.#slots.mostStops;
  }

  #lineDelta(s: number, row: number): number {
    const line = this.#series.line[s];
    if (line < 0) return 0;
    const { lines } = this.#problem;
    const isNew = this.#content.onLine[row * lines.count + line] === 0;
    return isNew && this.#content.lineCount[row] > 0 ? lines.price : 0;
  }

  /** Steps until the next blink. */
  #gap(): number {
    return this.#next === null ? Infinity : 1 + Math.floor(Math.log(this.#next() + 1e-12) * GAP);
  }
}
