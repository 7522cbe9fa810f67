import type { Random } from '../../../../kernel/random.ts';
import { NEVER } from '../../../problem/layout.ts';
import { IMPOSSIBLE, calendarDelta } from '../../state/calendar-price.ts';
import { Insertion } from '../../state/insertion.ts';
import type { Tours } from '../../state/tours.ts';
import { DayPlanner } from './plan-days.ts';

/** Series of the bank near the seed, and from anywhere, that each rebuilding tries besides the removed ones. */
const BANK_NEAR = 10;
const BANK_ANYWHERE = 2;
/**
 * How often a rebuilding puts back whatever fits, worth it or not: two visits may pay where neither does
 * alone, on a day that must be opened or by a way that they share. Acceptance judges the outcome.
 */
const INSIST = 0.1;
/** How often a duty is tried again: that it is overlooked so often in a row is one chance in 10^16. */
const LOOKS = 8;
/** Neighbours of the seed that are looked through for them. */
const NEAR = 40;

/** What a rebuilding is told besides its seed. */
export interface RecreateOptions {
  /** Visits from this one on in the bank were just removed. */
  readonly removedFrom: number;
  /** Whether those only change days where their own has no room. */
  readonly stay: boolean;
  /** Cost beyond which the outcome will not be taken. */
  readonly limit: number;
}

/**
 * Greedy insertion with blinks: the removed series in one of several orders, each where it costs least, or
 * left in the bank where that is cheaper. A series without any visit chooses all its days together.
 */
export class GreedyRecreate {
  readonly #tours: Tours;
  readonly #random: Random;
  readonly #insertion: Insertion;
  readonly #planner: DayPlanner;
  readonly #list: Int32Array;
  readonly #keys: Float64Array;
  readonly #listed: Int32Array;
  readonly #dayCost: Int32Array;
  readonly #daySlot: Int32Array;
  readonly #dayPosition: Int32Array;
  readonly #spread: Float64Array;
  #count = 0;
  #stamp = 0;
  /** [n] the last rebuilding before which the visit was removed. */
  readonly #removed: Int32Array;
  #staysFrom = 0;
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
    this.#listed = new Int32Array(series.count);
    this.#dayCost = new Int32Array(dayCount);
    this.#removed = new Int32Array(tours.problem.visits.count);
    this.#daySlot = new Int32Array(dayCount);
    this.#dayPosition = new Int32Array(dayCount);
    this.#spread = wayFromStart(tours);
  }

  /** Puts back what it can of the whole bank: a first solution. */
  construct(): void {
    const { series, visits } = this.#tours.problem;
    this.#stamp++;
    this.#count = 0;
    for (let s = 0; s < series.count; s++) if (this.#tours.placement.served[s] < this.#visitCount(s)) this.#enlist(s);
    if (visits.series.length > 0) this.#sort();
    for (let i = 0; i < this.#count; i++) this.#place(this.#list[i]);
  }

  /**
   * Puts the bank's visits back, all of it when it is small, else near the seed and a few from anywhere. Visits
   * from `removedFrom` on in the bank were just removed; when they `stay`, they only change days where their own
   * has no room. False as soon as the whole will cost more than a limit, which only plain problems tell beforehand.
   */
  recreate(seed: number, { removedFrom, stay, limit }: RecreateOptions): boolean {
    this.#gather(seed, removedFrom);
    this.#staysFrom = stay ? this.#stamp : 0;
    this.#insists = this.#random.next() < INSIST;
    this.#sort();
    const { isPlain } = this.#tours;
    for (let i = 0; i < this.#count; i++) {
      if (isPlain && this.#tours.servedCost > limit) return false;
      this.#place(this.#list[i]);
    }
    return true;
  }

  /** Lists the series of visits that stand in the bank from an index on, and a sample of the others. */
  #gather(seed: number, removedFrom: number): void {
    const { bank, problem } = this.#tours;
    const { visits, neighbours } = problem;
    this.#stamp++;
    this.#count = 0;
    for (let i = removedFrom; i < bank.size; i++) {
      this.#removed[bank.visits[i]] = this.#stamp;
      this.#enlist(visits.series[bank.visits[i]]);
    }
    if (removedFrom <= BANK_NEAR + BANK_ANYWHERE) {
      for (let i = 0; i < removedFrom; i++) this.#enlist(visits.series[bank.visits[i]]);
      return;
    }
    let near = 0;
    for (let k = -1; k < Math.min(NEAR, neighbours.count) && near < BANK_NEAR; k++) {
      const s = k < 0 ? seed : neighbours.nearest[seed * neighbours.count + k];
      if (this.#tours.placement.served[s] === this.#visitCount(s) || this.#listed[s] === this.#stamp) continue;
      this.#enlist(s);
      near++;
    }
    for (let n = 0; n < BANK_ANYWHERE; n++) this.#enlist(visits.series[bank.visits[this.#random.below(removedFrom)]]);
  }

  #visitCount(s: number): number {
    const { visits } = this.#tours.problem;
    return visits.bySeries[s + 1] - visits.bySeries[s];
  }

  #enlist(s: number): void {
    if (this.#listed[s] === this.#stamp) return;
    this.#listed[s] = this.#stamp;
    this.#list[this.#count++] = s;
  }

  /** Orders of SISR, by weight: at random, largest first, farthest first, nearest first; and: most visits, dearest first. */
  #sort(): void {
    const { visits, series, amounts } = this.#tours.problem;
    const order = this.#random.next() * 14;
    for (let i = 0; i < this.#count; i++) {
      const s = this.#list[i];
      const size = amounts.perVisit.length > 0 ? amounts.perVisit[s] : series.dwell[s];
      // Duties come first, while their hours are free.
      this.#keys[s] =
        s >= series.firstDuty
          ? -Infinity
          : order < 4
            ? this.#random.next()
            : order < 8
              ? -size
              : order < 10
                ? -this.#spread[s]
                : order < 11
                  ? this.#spread[s]
                  : order < 13
                    ? -(visits.bySeries[s + 1] - visits.bySeries[s]) * 1e6 - size
                    : -visits.price[visits.bySeries[s]];
    }
    const list = this.#list;
    for (let i = 1; i < this.#count; i++) {
      const s = list[i];
      let j = i;
      for (; j > 0 && this.#keys[list[j - 1]] > this.#keys[s]; j--) list[j] = list[j - 1];
      list[j] = s;
    }
  }

  #place(s: number): void {
    const { problem } = this.#tours;
    const { served, slotOf } = this.#tours.placement;
    const first = problem.visits.bySeries[s];
    const last = problem.visits.bySeries[s + 1];
    if (last - first > 1 && served[s] === 0 && !this.#mayStay(first)) {
      this.#placeAll(s);
      return;
    }
    for (let v = first; v < last; v++) if (slotOf[v] < 0) this.#placeOne(s, v);
    // A duty finds its hours free, but for a blink: a few more looks, and it stands.
    for (let look = 0; s >= problem.series.firstDuty && slotOf[first] < 0 && look < LOOKS; look++) this.#placeOne(s, first);
    const hasPatterns = problem.calendar.patterns.bySeries[s + 1] > problem.calendar.patterns.bySeries[s];
    if (hasPatterns && served[s] > 0 && served[s] < last - first) {
      for (let v = first; v < last; v++) if (slotOf[v] >= 0) this.#tours.take(v);
      this.#tours.sweep();
      this.#placeAll(s);
    }
  }

  #placeOne(s: number, v: number): void {
    const { visits } = this.#tours.problem;
    let best: number = this.#insists ? NEVER : visits.price[v];
    this.#slot = -1;
    if (this.#mayStay(v)) best = this.#tryOn(s, this.#tours.placement.formerDay[v], best);
    for (let d = this.#slot < 0 ? visits.firstDay[v] : visits.lastDay[v] + 1; d <= visits.lastDay[v]; d++) {
      best = this.#tryOn(s, d, best);
    }
    if (this.#slot >= 0) this.#tours.put(v, this.#slot, this.#position);
  }

  #mayStay(v: number): boolean {
    return this.#staysFrom > 0 && this.#removed[v] === this.#staysFrom;
  }

  #tryOn(s: number, d: number, best: number): number {
    return this.#tours.problem.calendar.repPrice[s] > 0 ? this.#tryReps(s, d, best) : this.#tryDay(s, d, best);
  }

  /** The best so far, or what the day offers. */
  #tryDay(s: number, d: number, best: number): number {
    const calendar = calendarDelta(this.#tours.placement, s, d, -1);
    if (calendar === IMPOSSIBLE) return best;
    const delta = this.#insertion.bestOnDay(s, d, best - calendar);
    if (delta >= NEVER) return best;
    this.#slot = this.#insertion.slot;
    this.#position = this.#insertion.position;
    return calendar + delta;
  }

  /** The same where it matters which rep comes. */
  #tryReps(s: number, d: number, known: number): number {
    const { slots } = this.#tours.problem;
    let best = known;
    for (let e = slots.byDay[d]; e < slots.byDay[d + 1]; e++) {
      const calendar = calendarDelta(this.#tours.placement, s, d, slots.rep[slots.ofDay[e]]);
      const delta = calendar === IMPOSSIBLE ? NEVER : this.#insertion.probe(s, slots.ofDay[e]);
      if (delta >= NEVER || calendar + delta >= best) continue;
      best = calendar + delta;
      this.#slot = slots.ofDay[e];
      this.#position = this.#insertion.position;
    }
    return best;
  }

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
    this.#dayCost[d] = this.#insertion.bestOnDay(s, d, NEVER);
    this.#daySlot[d] = this.#insertion.slot;
    this.#dayPosition[d] = this.#insertion.position;
  }
}

/** [s] way from the first slot's start. */
function wayFromStart({ problem }: Tours): Float64Array {
  const from = problem.slots.from[0] * problem.placeCount;
  return Float64Array.from(problem.series.place, (place) => problem.legs.time[from + place]);
}
