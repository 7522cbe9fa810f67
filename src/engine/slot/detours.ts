import { FAR, NEVER, type Problem, hasWays } from '../problem/layout.ts';
import type { Rows } from './rows.ts';

/**
 * The detours by which a row could take in a visit: at each position the legs to it and from it. Where legs have ways to
 * choose from, all other legs stay as they are, and the vehicle stays where it is: such a detour is possible, and
 * choosing all ways of the row anew can only make it cheaper.
 */
export class Detours {
  count = 0;
  /** [detour] position of the visit; seconds of the legs to it and from it; cost of both less that of the leg they replace. */
  readonly position: Int32Array;
  readonly timeIn: Int32Array;
  readonly timeOut: Int32Array;
  readonly cost: Float64Array;
  /** [detour] what the slot's cost rises by at least, waiting and prices of times included. */
  readonly bound: Float64Array;
  /** The detour with the least bound. */
  least = 0;
  readonly #rows: Rows;
  readonly #problem: Problem;
  /** Limits of the last call: what is added to each bound; to that of the first position; most seconds of legs; the position that is overlooked. */
  #offset = 0;
  #offsetFirst = 0;
  #room: number = NEVER;
  #overlooked = 0;
  #slot = 0;

  constructor(rows: Rows) {
    const { byClass } = rows.problem.ways;
    const mostWays = byClass.reduce((most, first, legClass) => Math.max(most, first - (byClass[legClass - 1] ?? first)), 0);
    const size = 2 * rows.width + mostWays + 2;
    this.#rows = rows;
    this.#problem = rows.problem;
    this.position = new Int32Array(size);
    this.timeIn = new Int32Array(size);
    this.timeOut = new Int32Array(size);
    this.cost = new Float64Array(size);
    this.bound = new Float64Array(size);
  }

  /** Sets what bounds are made from, for the calls of `lay` from now on. */
  limit(offset: number, offsetFirst: number, room: number, overlooked: number): void {
    this.#offset = offset;
    this.#offsetFirst = offsetFirst;
    this.#room = room;
    this.#overlooked = overlooked;
  }

  /** Lists the detours of a visit of series s on slot r from a position to another. */
  lay(s: number, r: number, first: number, last: number): void {
    const { length, current, chosenWays } = this.#rows;
    const row = current[r];
    this.count = 0;
    this.least = 0;
    this.#slot = r;
    if (!hasWays(this.#problem, r)) this.#layLegs(s, r, first, last);
    else if (length[row] === 0) this.#layAlone(s, r);
    else if (chosenWays.vehicle[row] < 0) this.#layFree(s, r, first, last);
    else this.#layRidden(s, r, first, last);
  }

  #layLegs(s: number, r: number, first: number, last: number): void {
    const { width, placeAt, legCost, legTime, legsTo, current, times } = this.#rows;
    const { placeCount, legs, slots, series } = this.#problem;
    const { waited } = times;
    const { position, timeIn, timeOut, cost, bound } = this;
    const { cost: costTo, time: timeTo } = legsTo;
    const { cost: costFrom, time: timeFrom } = legs;
    const o = current[r] * width;
    const ofPlace = (slots.legClass[r] * placeCount + series.place[s]) * placeCount;
    const room = this.#room;
    const overlooked = this.#overlooked;
    let offset = first === 1 ? this.#offsetFirst : this.#offset;
    let least: number = NEVER;
    let e = 0;
    for (let i = first; i <= last; i++) {
      const from = ofPlace + placeAt[o + i - 1];
      const to = ofPlace + placeAt[o + i];
      const inward = timeTo[from];
      const onward = timeFrom[to];
      const detour = costTo[from] + costFrom[to] - legCost[o + i];
      const atLeast = detour + offset + waited[o + i - 1];
      offset = this.#offset;
      if (atLeast >= FAR || inward + onward - legTime[o + i] > room || i === overlooked) continue;
      if (atLeast < least) {
        least = atLeast;
        this.least = e;
      }
      position[e] = i;
      timeIn[e] = inward;
      timeOut[e] = onward;
      cost[e] = detour;
      bound[e++] = atLeast;
    }
    this.count = e;
  }

  /** There and back: without a vehicle, or by each of them. */
  #layAlone(s: number, r: number): void {
    const { placeCount, ways, slots, series } = this.#problem;
    const legClass = slots.legClass[r];
    const firstFree = ways.byClass[legClass];
    const firstRide = firstFree + ways.freeCount[legClass];
    const place = series.place[s];
    // The first of the free ways is the cheapest; then each ride.
    for (let way = firstFree; way < ways.byClass[legClass + 1]; way = way < firstRide ? firstRide : way + 1) {
      const there = (way * placeCount + slots.from[r]) * placeCount + place;
      const back = (way * placeCount + place) * placeCount + slots.to[r];
      this.#add(1, ways.time[there], ways.time[back], ways.cost[there] + ways.cost[back]);
    }
  }

  /** By free ways all day. */
  #layFree(s: number, r: number, first: number, last: number): void {
    const { width, placeAt, legCost, legsTo, current } = this.#rows;
    const { placeCount, ways, slots, series } = this.#problem;
    const o = current[r] * width;
    const free = (ways.byClass[slots.legClass[r]] * placeCount + series.place[s]) * placeCount;
    for (let i = first; i <= last; i++) {
      const from = free + placeAt[o + i - 1];
      const to = free + placeAt[o + i];
      this.#add(i, legsTo.wayTime[from], ways.time[to], legsTo.wayCost[from] + ways.cost[to] - legCost[o + i]);
    }
  }

  /** By the vehicle, after fetching it if it is parked elsewhere, or by a walk from where it is parked. */
  #layRidden(s: number, r: number, first: number, last: number): void {
    const { width, placeAt, chosenWays, legTime, legCost, legsTo, current } = this.#rows;
    const { placeCount, ways, slots, series } = this.#problem;
    const { time, cost, mostAway } = ways;
    const { wayTime: timeTo, wayCost: costTo } = legsTo;
    const { away } = chosenWays;
    const row = current[r];
    const o = row * width;
    const legClass = slots.legClass[r];
    const firstFree = ways.byClass[legClass];
    const isFree = ways.freeCount[legClass] > 0;
    const ride = (firstFree + ways.freeCount[legClass] + chosenWays.vehicle[row]) * placeCount;
    const rides = (ride + series.place[s]) * placeCount;
    const walks = (firstFree * placeCount + series.place[s]) * placeCount;
    for (let i = first; i <= last; i++) {
      const from = placeAt[o + i - 1];
      const to = placeAt[o + i];
      const since = i === 1 ? 0 : away[o + i - 1];
      const parked = since === 0 ? from : placeAt[o + i - 1 - since];
      const isBack = away[o + i] === 0;
      const saved = legCost[o + i];
      // The ride on from where the vehicle is parked, or the leg as it is now.
      let onTime = legTime[o + i];
      let onCost = saved;
      if (isBack) {
        let backTime = 0;
        let backCost = 0;
        if (since > 0) {
          const back = (firstFree * placeCount + from) * placeCount + parked;
          const on = (ride + parked) * placeCount + to;
          backTime = time[back];
          backCost = cost[back];
          onTime = time[on];
          onCost = cost[on];
        }
        const there = rides + parked;
        this.#add(i, backTime + timeTo[there], time[rides + to], backCost + costTo[there] + cost[rides + to] - saved);
      }
      if (!isFree || since + this.#stopsToCome(o + i) + 1 > mostAway) continue;
      const next = walks + (isBack ? parked : to);
      if (!isBack) {
        onTime = 0;
        onCost = 0;
      }
      this.#add(i, timeTo[walks + from], time[next] + onTime, costTo[walks + from] + cost[next] + onCost - saved);
    }
  }

  /** Stops from a position on that are still made without the vehicle. */
  #stopsToCome(i: number): number {
    const { chosenWays } = this.#rows;
    let stops = 0;
    while (chosenWays.away[i + stops] > 0) stops++;
    return stops;
  }

  #add(position: number, timeIn: number, timeOut: number, cost: number): void {
    if (timeIn >= FAR || timeOut >= FAR || position === this.#overlooked) return;
    const { current, width, legTime, times } = this.#rows;
    const i = current[this.#slot] * width + position;
    const bound = cost + (position === 1 ? this.#offsetFirst : this.#offset) + times.waited[i - 1];
    if (bound >= FAR || timeIn + timeOut - legTime[i] > this.#room) return;
    const e = this.count++;
    if (e === 0 || bound < this.bound[this.least]) this.least = e;
    this.position[e] = position;
    this.timeIn[e] = timeIn;
    this.timeOut[e] = timeOut;
    this.cost[e] = cost;
    this.bound[e] = bound;
  }
}
