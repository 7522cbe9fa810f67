import type { Random } from '../../../../kernel/random.ts';
import { NEVER } from '../../../problem/layout.ts';
import { IMPOSSIBLE, calendarDelta, isTooClose } from '../../state/calendar-price.ts';
import { Insertion } from '../../state/insertion.ts';
import type { Tours } from '../../state/tours.ts';
import { DayPlanner } from './plan-days.ts';

/** Series with visits in the bank, near the seed and from anywhere, that each recreation tries besides the removed ones. */
const BANK_NEAR = 10;
const BANK_ANYWHERE = 2;
/**
 * Share of recreations that put back all visits that fit, at any cost: two visits may save where neither does alone, on a
 * day that must be opened or by legs that they share. Acceptance judges the outcome.
 */
const INSIST = 0.1;
/** Most tries to place a duty again: the chance to overlook its position as often in a row is 10^-16. */
const DUTY_TRIES = 8;
/** Nearest neighbours of the seed among which those near it are taken. */
const NEAR = 40;

/** Settings of a recreation. */
export interface RecreateOptions {
  /** Visits of the bank from this index on were just removed. */
  readonly removedFrom: number;
  /** Whether these change days only where their former day has no room. */
  readonly stay: boolean;
  /** Cost above which the solution will not be accepted. */
  readonly limit: number;
}

/**
 * Greedy insertion with blinks: puts back the removed series in one of several orders, each where it costs least, or
 * leaves them in the bank where that is cheaper. A series without any served visit chooses all its days together.
 */
export class GreedyRecreate {
  readonly #tours: Tours;
  readonly #random: Random;
  readonly #insertion: Insertion;
  readonly #planner: DayPlanner;
  /** Series to place, in order; [s] their sort keys; [s] the last recreation that listed a series. */
  readonly #list: Int32Array;
  readonly #keys: Float64Array;
  readonly #listedIn: Int32Array;
  /** [d] least delta of a visit on a day; its slot and position. */
  readonly #dayCost: Int32Array;
  readonly #daySlot: Int32Array;
  readonly #dayPosition: Int32Array;
  /** [s] seconds from the first slot's start. */
  readonly #distance: Float64Array;
  #count = 0;
  #recreations = 0;
  /** [n] the last recreation before which the visit was removed. */
  readonly #removedIn: Int32Array;
  /** The recreation whose removed visits stay on their days; 0 for none. */
  #stayIn = 0;
  #slot = -1;
  #position = 0;
  #insists = false;

  constructor(tours: Tours, random: Random) {
    const { dayCount, series } = tours.problem;
    this.#tours = tours;
    this.#random = random;
    this.#insertion = new Insertion(tours, random.next);
    this.#planner = new DayPlanner(tours);
    this.#list = new Int32Array(series.count);
    this.#keys = new Float64Array(series.count);
    this.#listedIn = new Int32Array(series.count);
    this.#dayCost = new Int32Array(dayCount);
    this.#removedIn = new Int32Array(tours.problem.visits.count);
    this.#daySlot = new Int32Array(dayCount);
    this.#dayPosition = new Int32Array(dayCount);
    this.#distance = distances(tours);
  }

  /** Puts back all of the bank that fits: a first solution. */
  construct(): void {
    const { series, visits } = this.#tours.problem;
    this.#recreations++;
    this.#count = 0;
    for (let s = 0; s < series.count; s++) if (this.#tours.placement.served[s] < this.#visitCount(s)) this.#enlist(s);
    if (visits.series.length > 0) this.#sort();
    for (let i = 0; i < this.#count; i++) this.#place(this.#list[i]);
  }

  /**
   * Puts back visits of the bank: those that were just removed and, of the others, all where they are few, else some near
   * the seed and from anywhere. False as soon as the solution is sure to cost more than the limit, which is decided early
   * for plain problems only.
   */
  recreate(seed: number, { removedFrom, stay, limit }: RecreateOptions): boolean {
    this.#gather(seed, removedFrom);
    this.#stayIn = stay ? this.#recreations : 0;
    this.#insists = this.#random.next() < INSIST;
    this.#sort();
    const { isPlain } = this.#tours;
    for (let i = 0; i < this.#count; i++) {
      if (isPlain && this.#tours.servedCost > limit) return false;
      this.#place(this.#list[i]);
    }
    return true;
  }

  /** Lists the series of visits that are in the bank from an index on, and a sample of the others. */
  #gather(seed: number, removedFrom: number): void {
    const { bank, problem } = this.#tours;
    const { visits, neighbours } = problem;
    this.#recreations++;
    this.#count = 0;
    for (let i = removedFrom; i < bank.size; i++) {
      this.#removedIn[bank.visits[i]] = this.#recreations;
      this.#enlist(visits.series[bank.visits[i]]);
    }
    if (removedFrom <= BANK_NEAR + BANK_ANYWHERE) {
      for (let i = 0; i < removedFrom; i++) this.#enlist(visits.series[bank.visits[i]]);
      return;
    }
    let near = 0;
    for (let k = -1; k < Math.min(NEAR, neighbours.count) && near < BANK_NEAR; k++) {
      const s = k < 0 ? seed : neighbours.nearest[seed * neighbours.count + k];
      if (this.#tours.placement.served[s] === this.#visitCount(s) || this.#listedIn[s] === this.#recreations) continue;
      this.#enlist(s);
      near++;
    }
    for (let n = 0; n < BANK_ANYWHERE; n++) this.#enlist(visits.series[bank.visits[this.#random.below(removedFrom)]]);
  }

  #visitCount(s: number): number {
    const { visits } = this.#tours.problem;
    return visits.bySeries[s + 1] - visits.bySeries[s];
  }

  /** Lists a series, once. */
  #enlist(s: number): void {
    if (this.#listedIn[s] === this.#recreations) return;
    this.#listedIn[s] = this.#recreations;
    this.#list[this.#count++] = s;
  }

  /** Sorts the list in one of several orders. */
  #sort(): void {
    const order = this.#random.next() * 14;
    const list = this.#list;
    for (let i = 0; i < this.#count; i++) this.#keys[list[i]] = this.#keyOf(list[i], order);
    for (let i = 1; i < this.#count; i++) {
      const s = list[i];
      let j = i;
      for (; j > 0 && this.#keys[list[j - 1]] > this.#keys[s]; j--) list[j] = list[j - 1];
      list[j] = s;
    }
  }

  /**
   * The sort key of a series in an order, 0 … 14. Orders of SISR, by weight: at random, largest first, farthest first,
   * nearest first; and two more: most visits first, dearest first. Duties come first, while their hours are free.
   */
  #keyOf(s: number, order: number): number {
    const { visits, series, amounts } = this.#tours.problem;
    const size = amounts.perVisit.length > 0 ? amounts.perVisit[s] : series.dwell[s];
    if (s >= series.firstDuty) return -Infinity;
    if (order < 4) return this.#random.next();
    if (order < 8) return -size;
    if (order < 10) return -this.#distance[s];
    if (order < 11) return this.#distance[s];
    if (order < 13) return -this.#visitCount(s) * 1e6 - size;
    return -visits.price[visits.bySeries[s]];
  }

  #place(s: number): void {
    const { visits, series, calendar } = this.#tours.problem;
    const { served, slotOf } = this.#tours.placement;
    const first = visits.bySeries[s];
    const last = visits.bySeries[s + 1];
    if (last - first > 1 && served[s] === 0 && !this.#shouldStay(first)) {
      this.#placeAll(s);
      return;
    }
    for (let v = first; v < last; v++) if (slotOf[v] < 0) this.#placeOne(s, v);
    // A duty finds its hours free, unless a blink overlooks them: then it is tried again.
    for (let n = 0; s >= series.firstDuty && slotOf[first] < 0 && n < DUTY_TRIES; n++) this.#placeOne(s, first);
    const hasPatterns = calendar.patterns.bySeries[s + 1] > calendar.patterns.bySeries[s];
    if (hasPatterns && served[s] > 0 && served[s] < last - first) {
      for (let v = first; v < last; v++) if (slotOf[v] >= 0) this.#tours.take(v);
      this.#tours.sweep();
      // Visits that keep their slot are still there.
      if (served[s] === 0) this.#placeAll(s);
    }
  }

  #placeOne(s: number, v: number): void {
    const { visits } = this.#tours.problem;
    let best: number = this.#insists ? NEVER : visits.price[v];
    this.#slot = -1;
    if (this.#shouldStay(v)) best = this.#tryOn(s, this.#tours.placement.formerDay[v], best);
    for (let d = this.#slot < 0 ? visits.firstDay[v] : visits.lastDay[v] + 1; d <= visits.lastDay[v]; d++) {
      best = this.#tryOn(s, d, best);
    }
    if (this.#slot >= 0) this.#tours.put(v, this.#slot, this.#position);
  }

  /** Whether a visit should go back to its former day. */
  #shouldStay(v: number): boolean {
    return this.#stayIn > 0 && this.#removedIn[v] === this.#stayIn;
  }

  /** The least delta so far, or a lesser one on a day; sets slot and position then. */
  #tryOn(s: number, d: number, best: number): number {
    return this.#tours.problem.calendar.repPrice[s] > 0 ? this.#tryReps(s, d, best) : this.#tryDay(s, d, best);
  }

  #tryDay(s: number, d: number, best: number): number {
    const calendar = calendarDelta(this.#tours.placement, s, d, -1);
    if (calendar === IMPOSSIBLE) return best;
    const delta = this.#insertion.bestOnDay(s, d, best - calendar);
    if (delta >= NEVER) return best;
    this.#slot = this.#insertion.slot;
    this.#position = this.#insertion.position;
    return calendar + delta;
  }

  /** The same slot by slot, for a series that should keep to one rep. */
  #tryReps(s: number, d: number, best: number): number {
    const { slots } = this.#tours.problem;
    let least = best;
    for (let e = slots.byDay[d]; e < slots.byDay[d + 1]; e++) {
      const r = slots.ofDay[e];
      const calendar = calendarDelta(this.#tours.placement, s, d, slots.rep[r]);
      const delta = calendar === IMPOSSIBLE ? NEVER : this.#insertion.probe(s, r);
      if (delta >= NEVER || calendar + delta >= least) continue;
      least = calendar + delta;
      this.#slot = r;
      this.#position = this.#insertion.position;
    }
    return least;
  }

  /** Places all visits of a series together. */
  #placeAll(s: number): void {
    const { visits } = this.#tours.problem;
    const first = visits.bySeries[s];
    const count = visits.bySeries[s + 1] - first;
    this.#dayCost.fill(NEVER);
    let earliest = visits.firstDay[first];
    for (let v = first; v < first + count; v++) {
      for (let d = Math.max(earliest, visits.firstDay[v]); d <= visits.lastDay[v]; d++) this.#probeDay(s, d);
      earliest = Math.max(earliest, visits.lastDay[v] + 1);
    }
    this.#planner.plan(s, this.#dayCost);
    for (let n = 0; n < count; n++) {
      const d = this.#planner.chosen[n];
      if (d >= 0 && this.#dayCost[d] < NEVER) this.#tours.put(first + n, this.#daySlot[d], this.#dayPosition[d]);
    }
  }

  #probeDay(s: number, d: number): void {
    const { placement, problem } = this.#tours;
    if (problem.calendar.company.isGiven[s] === 1 && isTooClose(placement, s, d)) return;
    this.#dayCost[d] = this.#insertion.bestOnDay(s, d, NEVER);
    this.#daySlot[d] = this.#insertion.slot;
    this.#dayPosition[d] = this.#insertion.position;
  }
}

/** [s] seconds of the leg from the first slot's start. */
function distances({ problem }: Tours): Float64Array {
  const from = problem.slots.from[0] * problem.placeCount;
  return Float64Array.from(problem.series.place, (place) => problem.legs.time[from + place]);
}
