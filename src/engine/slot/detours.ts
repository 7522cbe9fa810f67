import { FAR, type Problem, hasWays } from '../problem/layout.ts';
import type { Rows } from './rows.ts';

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
  readonly #tables: Rows;
  readonly #problem: Problem;

  constructor(tables: Rows) {
    const ways = tables.problem.ways.byClass.reduce((most, start, legs, starts) => Math.max(most, start - (starts[legs - 1] ?? start)), 0);
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
    else if (this.#tables.length[this.#tables.current[r]] === 0) this.#layAlone(s, r);
    else if (this.#tables.chosenWays.vehicle[this.#tables.current[r]] < 0) this.#layFree(s, r, first, final);
    else this.#layRidden(s, r, first, final);
  }

  #layLegs(s: number, r: number, first: number, final: number): void {
    const { width, placeAt, legCost, legsTo, current } = this.#tables;
    const { placeCount, legs, slots, series } = this.#problem;
    const o = current[r] * width;
    const ofPlace = (slots.legClass[r] * placeCount + series.place[s]) * placeCount;
    let e = 0;
    for (let i = first; i <= final; i++) {
      const from = ofPlace + placeAt[o + i - 1];
      const to = ofPlace + placeAt[o + i];
      this.position[e] = i;
      this.timeIn[e] = legsTo.time[from];
      this.timeOut[e] = legs.time[to];
      this.cost[e++] = legsTo.cost[from] + legs.cost[to] - legCost[o + i];
    }
    this.count = e;
  }

  /** There and back: without a vehicle, or by each of them. */
  #layAlone(s: number, r: number): void {
    const { placeCount, ways, slots, series } = this.#problem;
    const legs = slots.legClass[r];
    const vehicles = ways.byClass[legs] + ways.freeCount[legs];
    const place = series.place[s];
    for (
      let way = ways.freeCount[legs] > 0 ? ways.byClass[legs] : vehicles;
      way < ways.byClass[legs + 1];
      way = way < vehicles ? vehicles : way + 1
    ) {
      const there = (way * placeCount + slots.from[r]) * placeCount + place;
      const back = (way * placeCount + place) * placeCount + slots.to[r];
      this.#add(1, ways.time[there], ways.time[back], ways.cost[there] + ways.cost[back]);
    }
  }

  /** By free ways all day. */
  #layFree(s: number, r: number, first: number, final: number): void {
    const { width, placeAt, legCost, legsTo, current } = this.#tables;
    const { placeCount, ways, slots, series } = this.#problem;
    const o = current[r] * width;
    const free = (ways.byClass[slots.legClass[r]] * placeCount + series.place[s]) * placeCount;
    for (let i = first; i <= final; i++) {
      const from = free + placeAt[o + i - 1];
      const to = free + placeAt[o + i];
      this.#add(i, legsTo.wayTime[from], ways.time[to], legsTo.wayCost[from] + ways.cost[to] - legCost[o + i]);
    }
  }

  /** By the vehicle, fetched first if it stands elsewhere, or on a walk from where it stands. */
  #layRidden(s: number, r: number, first: number, final: number): void {
    const { width, placeAt, chosenWays, legTime, legCost, legsTo, current } = this.#tables;
    const { placeCount, ways, slots, series } = this.#problem;
    const own = current[r];
    const o = own * width;
    const legs = slots.legClass[r];
    const isFree = ways.freeCount[legs] > 0;
    const ride = (ways.byClass[legs] + ways.freeCount[legs] + chosenWays.vehicle[own]) * placeCount;
    const rides = (ride + series.place[s]) * placeCount;
    const walks = (ways.byClass[legs] * placeCount + series.place[s]) * placeCount;
    for (let i = first; i <= final; i++) {
      const [from, to] = [placeAt[o + i - 1], placeAt[o + i]];
      const since = i === 1 ? 0 : chosenWays.away[o + i - 1];
      const parked = since === 0 ? from : placeAt[o + i - 1 - since];
      const isBack = chosenWays.away[o + i] === 0;
      const saved = legCost[o + i];
      let [onTime, onCost] = [legTime[o + i], saved];
      if (isBack) {
        let [backTime, backCost] = [0, 0];
        if (since > 0) {
          const back = (ways.byClass[legs] * placeCount + from) * placeCount + parked;
          const on = (ride + parked) * placeCount + to;
          [backTime, backCost, onTime, onCost] = [ways.time[back], ways.cost[back], ways.time[on], ways.cost[on]];
        }
        const there = rides + parked;
        const cost = backCost + legsTo.wayCost[there] + ways.cost[rides + to] - saved;
        this.#add(i, backTime + legsTo.wayTime[there], ways.time[rides + to], cost);
      }
      if (!isFree || since + this.#stopsToCome(o + i) + 1 > ways.mostAway) continue;
      const next = walks + (isBack ? parked : to);
      if (!isBack) [onTime, onCost] = [0, 0];
      const cost = legsTo.wayCost[walks + from] + ways.cost[next] + onCost - saved;
      this.#add(i, legsTo.wayTime[walks + from], ways.time[next] + onTime, cost);
    }
  }

  /** Stops from a position on that are still made without the vehicle. */
  #stopsToCome(i: number): number {
    const { chosenWays } = this.#tables;
    let stops = 0;
    while (chosenWays.away[i + stops] > 0) stops++;
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
