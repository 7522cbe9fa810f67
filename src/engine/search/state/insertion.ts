import { NEVER, type Problem } from '../../problem/layout.ts';
import { easedPrice, hingePrice, levelPrice } from '../../slot/prices.ts';
import { LabelledProbe } from '../../slot/labelled-probe.ts';
import { type Tables, easeOf, easedOn } from '../../slot/tables.ts';
import type { Tours } from './tours.ts';

/** Chance of overlooking the best position of a slot that leads, so that equal ruins are rebuilt differently (SISR's blinks). */
const BLINK = 0.01;
/** Marks an answer that is the least delta, not a bound of it. */
const EXACT = 1;
/** Mean steps between two blinks, negated, for drawing the next gap. */
const GAP = 1 / Math.log(1 - BLINK);

/**
 * Finds where a visit of a series fits best. A candidate's delta is exact: times, prices that hang on
 * them, amounts, labels, groups, the slot's own price. What concerns the series' calendar is the caller's.
 */
export class Insertion {
  /** Slot and position of the best candidate of the last question. */
  slot = -1;
  position = 0;
  readonly #solution: Tours;
  readonly #tables: Tables;
  readonly #problem: Problem;
  readonly #labelled: LabelledProbe;
  readonly #next: () => number;
  /** [s, r, 4] what a slot's content answered: the content's version, the least delta or a bound of it, its position, which of the two. */
  readonly #known: Int32Array;
  /** [kind] the last question in which an empty slot of the kind was asked. */
  readonly #kindAsked: Int32Array;
  #stamp = 0;
  #exact = true;
  #bestPosition = 0;
  #blink: number;

  constructor(tours: Tours, next: () => number) {
    this.#solution = tours;
    this.#tables = tours.tables;
    this.#problem = tours.tables.problem;
    this.#labelled = new LabelledProbe(tours.tables);
    this.#next = next;
    this.#known = new Int32Array(tours.tables.problem.series.count * tours.tables.problem.slots.count * 4);
    this.#kindAsked = new Int32Array(1 + tours.tables.problem.slots.twins.reduce((most, kind) => Math.max(most, kind), 0));
    this.#blink = this.#gap();
  }

  /**
   * The least delta below a bound of a visit of series s on the slots of a day, `NEVER` for none; sets `slot`
   * and `position`.
   * What a slot answered is kept until the slot changes, and is true again when the change is undone: most
   * questions come up twice. Of several empty slots that differ in nothing, one is asked.
   */
  bestOnDay(s: number, day: number, bound: number): number {
    const { slots, prices } = this.#problem;
    const { row, length, version } = this.#tables;
    const known = this.#known;
    if (this.#tables.plainDay[day] === 1) return this.#bestOnPlainDay(s, day, bound);
    const asked = this.#kindAsked;
    const stamp = ++this.#stamp;
    let best: number = NEVER;
    for (let e = slots.byDay[day], last = slots.byDay[day + 1]; e < last; e++) {
      const r = slots.ofDay[e];
      const own = row[r];
      if (length[own] === 0) {
        if (asked[slots.twins[r]] === stamp) continue;
        asked[slots.twins[r]] = stamp;
      }
      const cell = (s * slots.count + r) * 4;
      const limit = best < bound ? best : bound;
      const isKnown = known[cell] === version[own] && (known[cell + 3] === EXACT || known[cell + 1] >= limit);
      let delta = isKnown ? known[cell + 1] : this.#ask(s, r, cell, prices.groups.count > 0 ? NEVER : limit);
      if (known[cell + 3] !== EXACT || (delta >= limit && prices.groups.count === 0)) continue;
      let position = known[cell + 2];
      if (--this.#blink <= 0) {
        this.#blink = this.#gap();
        delta = this.#search(s, r, position, NEVER);
        position = this.position;
      }
      if (prices.groups.count > 0 && delta < NEVER) delta += this.#groupDelta(s, r);
      if (delta >= limit) continue;
      best = delta;
      this.slot = r;
      this.#bestPosition = position;
    }
    this.position = this.#bestPosition;
    return best;
  }

  /** The same where only detours tell positions apart: a slot is asked faster than an answer is looked up. */
  #bestOnPlainDay(s: number, day: number, bound: number): number {
    const { placeCount, slots, series, legs, amounts } = this.#problem;
    const { row, width, at, edgeCost, costTo, plain } = this.#tables;
    const symmetric = costTo === legs.cost;
    const dwell = series.dwell[s];
    const size = amounts.count > 0 ? amounts.perVisit[s] : 0;
    const stamp = ++this.#stamp;
    let best: number = bound;
    let found = false;
    for (let e = slots.byDay[day], beyond = slots.byDay[day + 1]; e < beyond; e++) {
      const r = slots.ofDay[e];
      const own = row[r];
      const p = own * 4;
      if (plain[p + 1] < size) continue;
      const length = plain[p + 2];
      if (length === 0) {
        if (this.#kindAsked[slots.twins[r]] === stamp) continue;
        this.#kindAsked[slots.twins[r]] = stamp;
      }
      const base = series.slotPrice[s * slots.count + r];
      if (base === NEVER) continue;
      const room = plain[p] - dwell;
      let least = room < best - base ? room + 1 : best - base;
      const ofPlace = (slots.legClass[r] * placeCount + series.place[s]) * placeCount;
      const o = own * width;
      let place = at[o];
      let onward = legs.cost[ofPlace + place];
      for (let i = o + 1, last = i + length; i <= last; i++) {
        const inward = symmetric ? onward : costTo[ofPlace + place];
        place = at[i];
        onward = legs.cost[ofPlace + place];
        const detour = inward + onward - edgeCost[i];
        if (detour >= least) continue;
        if (--this.#blink <= 0) {
          this.#blink = this.#gap();
          continue;
        }
        least = detour;
        best = base + detour;
        found = true;
        this.slot = r;
        this.position = i - o;
      }
    }
    return found ? best : NEVER;
  }

  /** The least delta of a visit of series s on slot r, `NEVER` for none; sets `position`. */
  probe(s: number, r: number): number {
    const cell = (s * this.#problem.slots.count + r) * 4;
    const isKnown = this.#known[cell] === this.#tables.version[this.#tables.row[r]] && this.#known[cell + 3] === EXACT;
    const delta = isKnown ? this.#known[cell + 1] : this.#ask(s, r, cell, NEVER);
    this.position = this.#known[cell + 2];
    return delta < NEVER ? delta + this.#groupDelta(s, r) : NEVER;
  }

  /** Searches a slot and keeps what it answers: the least delta, or that none is below the bound. */
  #ask(s: number, r: number, cell: number, bound: number): number {
    const delta = this.#search(s, r, 0, bound);
    this.#known[cell] = this.#tables.version[this.#tables.row[r]];
    this.#known[cell + 1] = delta;
    this.#known[cell + 2] = this.position;
    this.#known[cell + 3] = this.#exact ? EXACT : 0;
    return delta;
  }

  /** Exact delta at one position, or `NEVER`. */
  deltaAt(s: number, r: number, position: number): number {
    const base = this.#slotDelta(s, r);
    if (base >= NEVER) return NEVER;
    const delta =
      this.#problem.slots.labelled[r] === 1
        ? this.#labelled.deltaAt(s, r, position, base)
        : this.#isPlain(r)
          ? this.#probePlain(s, r, base, 0, position, position)
          : this.#probeSimple(s, r, base, 0, position, position);
    return delta < NEVER ? delta + this.#groupDelta(s, r) : NEVER;
  }

  /** The least delta but for groups, overlooking one position (0 for none); see `LabelledProbe` for the bound. */
  #search(s: number, r: number, overlooked: number, bound: number): number {
    this.#exact = true;
    const base = this.#slotDelta(s, r);
    if (base >= NEVER) return NEVER;
    const last = this.#tables.length[this.#tables.row[r]] + 1;
    return this.#problem.slots.labelled[r] === 1
      ? this.#searchLabelled(s, r, base, overlooked, bound)
      : this.#isPlain(r)
        ? this.#probePlain(s, r, base, overlooked, 1, last)
        : this.#probeSimple(s, r, base, overlooked, 1, last);
  }

  /** What the slot charges for the visit wherever it stands. */
  #slotDelta(s: number, r: number): number {
    const { amounts, series, slots, prices } = this.#problem;
    const tours = this.#tables;
    const row = tours.row[r];
    let delta = series.slotPrice[s * slots.count + r];
    if (delta === NEVER || !this.#hasRoom(s, r)) return NEVER;
    for (let l = prices.amounts.bySlot[r]; l < prices.amounts.bySlot[r + 1]; l++) {
      const now = tours.amounts[row * amounts.count + prices.amounts.of[l]];
      delta +=
        levelPrice(this.#problem, l, now + amounts.perVisit[prices.amounts.of[l] * series.count + s]) - levelPrice(this.#problem, l, now);
    }
    if (tours.visits[row] === 0 && s < this.#problem.series.firstDuty) delta += this.#problem.slots.openingPrice[r];
    return delta + this.#labelDelta(s, row);
  }

  /** Whether the slot's amounts, and its row, leave room for a visit. */
  #hasRoom(s: number, r: number): boolean {
    const { amounts, series, slots } = this.#problem;
    const { row, length } = this.#tables;
    const own = row[r];
    for (let k = 0; k < amounts.count; k++) {
      if (this.#tables.amounts[own * amounts.count + k] + amounts.perVisit[k * series.count + s] > amounts.cap[r * amounts.count + k])
        return false;
    }
    return length[own] < slots.mostStops;
  }

  #groupDelta(s: number, r: number): number {
    const { prices, amounts, series } = this.#problem;
    let delta = 0;
    for (let e = prices.groups.bySlot[r]; e < prices.groups.bySlot[r + 1]; e++) {
      const g = prices.groups.ofSlot[e];
      delta += this.#solution.groupDelta(g, amounts.perVisit[prices.groups.of[g] * series.count + s]);
    }
    return delta;
  }

  #labelDelta(s: number, row: number): number {
    const label = this.#problem.series.line[s];
    if (label < 0) return 0;
    const isNew = this.#tables.labelled[row * this.#problem.lines.count + label] === 0;
    return isNew && this.#tables.labelsPresent[row] > 0 ? this.#problem.lines.price : 0;
  }

  #probeSimple(s: number, r: number, base: number, overlooked: number, first: number, final: number): number {
    const problem = this.#problem;
    const { at, depart, latest, tail, floor, waited, edgeCost, edgeTime, costTo, timeTo } = this.#tables;
    const { placeCount, legs } = problem;
    const row = this.#tables.row[r];
    const o = row * this.#tables.width;
    const cell = s * problem.dayCount + problem.slots.day[r];
    const from = problem.opening.from[cell];
    const close = problem.opening.until[cell];
    const dwell = problem.series.dwell[s];
    const ofPlace = (problem.slots.legClass[r] * placeCount + problem.series.place[s]) * placeCount;
    const end = this.#tables.end[row];
    const own = easeOf(problem, s);
    // What eases the end may undo prices that hang on it.
    const offset = base - this.#tables.idle[row] - (own > 0 ? this.#tables.timePrice[row] : 0);
    const ease = easedOn(this.#tables, row) + own;
    const special = this.#isPricedByTime(r);
    const priced = legs.cost !== legs.time;
    let best: number = NEVER;
    for (let i = o + first, last = o + final; i <= last; i++) {
      if (i === o + overlooked) continue;
      const p = at[i - 1];
      const n = at[i];
      const detour = costTo[ofPlace + p] + legs.cost[ofPlace + n] - edgeCost[i];
      if (detour + offset + waited[i - 1] >= best) continue;
      const timeIn = priced ? timeTo[ofPlace + p] : costTo[ofPlace + p];
      const timeOut = priced ? legs.time[ofPlace + n] : legs.cost[ofPlace + n];
      const arrival = depart[i - 1] + timeIn;
      const start = arrival < from ? from : arrival;
      if (start > close) continue;
      const onward = start + dwell + timeOut;
      if (onward > latest[i]) continue;
      const over = onward + tail[i];
      const newEnd = over > floor[i] ? over : floor[i];
      const moved = timeIn + timeOut - edgeTime[i];
      let delta = newEnd - end - dwell + (detour - moved) + base;
      if (special) {
        const byTime = this.#specialDelta(r, moved, newEnd, i === o + 1 ? start : this.#tables.first[row], ease);
        if (byTime >= NEVER) continue;
        delta += byTime;
      }
      if (delta < best) {
        best = delta;
        this.position = i - o;
      }
    }
    return best;
  }

  #probePlain(s: number, r: number, base: number, overlooked: number, first: number, final: number): number {
    const { placeCount, slots, series, legs } = this.#problem;
    const { at, edgeCost, costTo, row, width, end } = this.#tables;
    const o = row[r] * width;
    const ofPlace = (slots.legClass[r] * placeCount + series.place[s]) * placeCount;
    let least = slots.latest[r] - end[row[r]] - series.dwell[s] + 1;
    let isFound = false;
    for (let i = o + first; i <= o + final; i++) {
      const detour = costTo[ofPlace + at[i - 1]] + legs.cost[ofPlace + at[i]] - edgeCost[i];
      if (detour >= least || i === o + overlooked) continue;
      least = detour;
      isFound = true;
      this.position = i - o;
    }
    return isFound ? base + least : NEVER;
  }

  #isPlain(r: number): boolean {
    return this.#tables.plainDay[this.#problem.slots.day[r]] === 1;
  }

  #isPricedByTime(r: number): boolean {
    const { prices, slots } = this.#problem;
    const isPriced = prices.times.bySlot[r + 1] > prices.times.bySlot[r] || prices.easedEnds.bySlot[r + 1] > prices.easedEnds.bySlot[r];
    return isPriced || slots.travelCap[r] < NEVER || slots.workCap[r] < NEVER || slots.firstCap[r] < NEVER;
  }

  /** Change of the prices that hang on times; `NEVER` beyond a cap. */
  #specialDelta(r: number, moved: number, end: number, first: number, ease: number): number {
    const { slots } = this.#problem;
    const row = this.#tables.row[r];
    const travel = this.#tables.travel[row] + moved;
    const work = end - slots.start[r];
    if (travel > slots.travelCap[r] || work > slots.workCap[r] || first > slots.firstCap[r]) return NEVER;
    const price = hingePrice(this.#problem, r, travel, work, end, first) + easedPrice(this.#problem, r, end, ease);
    return price - this.#tables.timePrice[row];
  }

  #searchLabelled(s: number, r: number, base: number, overlooked: number, bound: number): number {
    const delta = this.#labelled.best(s, r, base, overlooked, bound);
    this.#exact = this.#labelled.exact;
    this.position = this.#labelled.position;
    return delta;
  }

  #gap(): number {
    return 1 + Math.floor(Math.log(this.#next() + 1e-12) * GAP);
  }
}
