import { FAR, type Problem, hasWays } from '../problem/layout.ts';
import type { Tables } from './tables.ts';

/**
 * The ways in which a visit could come into a row: at each position the legs to and from it. Where legs have ways to
 * choose from, all other legs stay as they are, and the vehicle where it was; what is found so can be
 * done, and choosing anew for the whole row can only make it cheaper.
 */
export class Detours {
  count = 0;
  /** [detour] where the visit comes in; seconds of the legs to it and from it; cost of both less the leg that goes. */
  readonly position: Int32Array;
  readonly timeIn: Int32Array;
  readonly timeOut: Int32Array;
  readonly cost: Int32Array;
  readonly #tables: Tables;
  readonly #problem: Problem;

  constructor(tables: Tables) {
    const ways = tables.problem.wayStart.reduce((most, start, legs, starts) => Math.max(most, start - (starts[legs - 1] ?? start)), 0);
    const size = 2 * tables.width + ways + 2;
    this.#tables = tables;
    this.#problem = tables.problem;
    this.position = new Int32Array(size);
    this.timeIn = new Int32Array(size);
    this.timeOut = new Int32Array(size);
    this.cost = new Int32Array(size);
  }

  /** Lists the detours of a visit of series s on slot r from a position to another. */
  lay(s: number, r: number, first: number, final: number): void {
    this.count = 0;
    if (!hasWays(this.#problem, r)) this.#layLegs(s, r, first, final);
    else if (this.#tables.length[this.#tables.row[r]] === 0) this.#layAlone(s, r);
    else if (this.#tables.vehicle[this.#tables.row[r]] < 0) this.#layFree(s, r, first, final);
    else this.#layRidden(s, r, first, final);
  }

  #layLegs(s: number, r: number, first: number, final: number): void {
    const { at, edgeCost, costTo, timeTo, row, width } = this.#tables;
    const { placeCount, legCost, legTime, slotClass, seriesPlace } = this.#problem;
    const o = row[r] * width;
    const legs = (slotClass[r] * placeCount + seriesPlace[s]) * placeCount;
    let e = 0;
    for (let i = first; i <= final; i++) {
      const from = legs + at[o + i - 1];
      const to = legs + at[o + i];
      this.position[e] = i;
      this.timeIn[e] = timeTo[from];
      this.timeOut[e] = legTime[to];
      this.cost[e++] = costTo[from] + legCost[to] - edgeCost[o + i];
    }
    this.count = e;
  }

  /** There and back: without a vehicle, or by each of them. */
  #layAlone(s: number, r: number): void {
    const { placeCount, wayStart, freeWays, slotClass, slotFrom, slotTo, seriesPlace, wayTime, wayCost } = this.#problem;
    const legs = slotClass[r];
    const vehicles = wayStart[legs] + freeWays[legs];
    const place = seriesPlace[s];
    for (let way = freeWays[legs] > 0 ? wayStart[legs] : vehicles; way < wayStart[legs + 1]; way = way < vehicles ? vehicles : way + 1) {
      const there = (way * placeCount + slotFrom[r]) * placeCount + place;
      const back = (way * placeCount + place) * placeCount + slotTo[r];
      this.#add(1, wayTime[there], wayTime[back], wayCost[there] + wayCost[back]);
    }
  }

  /** By free ways all day. */
  #layFree(s: number, r: number, first: number, final: number): void {
    const { at, edgeCost, wayTimeTo, wayCostTo, row, width } = this.#tables;
    const { placeCount, wayStart, slotClass, seriesPlace, wayTime, wayCost } = this.#problem;
    const o = row[r] * width;
    const free = (wayStart[slotClass[r]] * placeCount + seriesPlace[s]) * placeCount;
    for (let i = first; i <= final; i++) {
      const from = free + at[o + i - 1];
      const to = free + at[o + i];
      this.#add(i, wayTimeTo[from], wayTime[to], wayCostTo[from] + wayCost[to] - edgeCost[o + i]);
    }
  }

  /** By the vehicle, fetched first if it stands elsewhere, or on a walk from where it stands. */
  #layRidden(s: number, r: number, first: number, final: number): void {
    const { at, away, vehicle, edgeTime, edgeCost, wayTimeTo, wayCostTo, row, width } = this.#tables;
    const { placeCount, wayStart, freeWays, slotClass, seriesPlace, mostAway, wayTime, wayCost } = this.#problem;
    const own = row[r];
    const o = own * width;
    const legs = slotClass[r];
    const isFree = freeWays[legs] > 0;
    const ride = (wayStart[legs] + freeWays[legs] + vehicle[own]) * placeCount;
    const rides = (ride + seriesPlace[s]) * placeCount;
    const walks = (wayStart[legs] * placeCount + seriesPlace[s]) * placeCount;
    for (let i = first; i <= final; i++) {
      const [from, to] = [at[o + i - 1], at[o + i]];
      const since = i === 1 ? 0 : away[o + i - 1];
      const parked = since === 0 ? from : at[o + i - 1 - since];
      const isBack = away[o + i] === 0;
      const saved = edgeCost[o + i];
      let [onTime, onCost] = [edgeTime[o + i], saved];
      if (isBack) {
        let [backTime, backCost] = [0, 0];
        if (since > 0) {
          const back = (wayStart[legs] * placeCount + from) * placeCount + parked;
          const on = (ride + parked) * placeCount + to;
          [backTime, backCost, onTime, onCost] = [wayTime[back], wayCost[back], wayTime[on], wayCost[on]];
        }
        const there = rides + parked;
        const cost = backCost + wayCostTo[there] + wayCost[rides + to] - saved;
        this.#add(i, backTime + wayTimeTo[there], wayTime[rides + to], cost);
      }
      if (!isFree || since + this.#stopsToCome(o + i) + 1 > mostAway) continue;
      const next = walks + (isBack ? parked : to);
      if (!isBack) [onTime, onCost] = [0, 0];
      const cost = wayCostTo[walks + from] + wayCost[next] + onCost - saved;
      this.#add(i, wayTimeTo[walks + from], wayTime[next] + onTime, cost);
    }
  }

  /** Stops from a position on that are still made without the vehicle. */
  #stopsToCome(i: number): number {
    const { away } = this.#tables;
    let stops = 0;
    while (away[i + stops] > 0) stops++;
    return stops;
  }

  #add(position: number, timeIn: number, timeOut: number, cost: number): void {
    if (timeIn >= FAR || timeOut >= FAR) return;
    const e = this.count++;
    this.position[e] = position;
    this.timeIn[e] = timeIn;
    this.timeOut[e] = timeOut;
    this.cost[e] = cost;
  }
}
