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
    else for (let i = first; i <= final; i++) this.#layWays(s, r, i);
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
    const { wayStart, freeWays, slotClass, slotFrom, slotTo, seriesPlace } = this.#problem;
    const place = seriesPlace[s];
    const legs = slotClass[r];
    const vehicles = wayStart[legs] + freeWays[legs];
    if (freeWays[legs] > 0) this.#add(1, this.#leg(wayStart[legs], slotFrom[r], place), this.#leg(wayStart[legs], place, slotTo[r]), 0);
    for (let way = vehicles; way < wayStart[legs + 1]; way++) {
      this.#add(1, this.#leg(way, slotFrom[r], place), this.#leg(way, place, slotTo[r]), 0);
    }
  }

  #layWays(s: number, r: number, position: number): void {
    const { at, away, vehicle, edgeCost, row, width } = this.#tables;
    const { wayStart, freeWays, slotClass, seriesPlace, mostAway } = this.#problem;
    const own = row[r];
    const i = own * width + position;
    const place = seriesPlace[s];
    const [from, to] = [at[i - 1], at[i]];
    const legs = slotClass[r];
    const free = freeWays[legs] > 0 ? wayStart[legs] : -1;
    if (vehicle[own] < 0) {
      this.#add(position, this.#leg(free, from, place), this.#leg(free, place, to), edgeCost[i]);
      return;
    }
    const ride = wayStart[legs] + freeWays[legs] + vehicle[own];
    const isBack = away[i] === 0;
    const since = position === 1 ? 0 : away[i - 1];
    const parked = at[i - 1 - since];
    if (isBack) {
      // By vehicle, fetched first if it stands elsewhere.
      const there = this.#leg(ride, parked, place);
      this.#add(position, since === 0 ? there : this.#both(free, from, parked, there), this.#leg(ride, place, to), edgeCost[i]);
    }
    if (free < 0 || since + this.#stopsToCome(i) + 1 > mostAway) return;
    const onward = isBack ? this.#both(free, place, parked, this.#leg(ride, parked, to)) : this.#leg(free, place, to);
    this.#add(position, this.#leg(free, from, place), onward, edgeCost[i]);
  }

  /** Stops from a position on that are still made without the vehicle. */
  #stopsToCome(i: number): number {
    const { away } = this.#tables;
    let stops = 0;
    while (away[i + stops] > 0) stops++;
    return stops;
  }

  /** The cell of a leg by a way. */
  #leg(way: number, from: number, to: number): Leg {
    const { placeCount, wayTime, wayCost } = this.#problem;
    const cell = (way * placeCount + from) * placeCount + to;
    return { time: wayTime[cell], cost: wayCost[cell] };
  }

  /** A free leg, and another after it. */
  #both(free: number, from: number, to: number, { time, cost }: Leg): Leg {
    if (free < 0) return { time: FAR, cost: FAR };
    const first = this.#leg(free, from, to);
    return { time: first.time + time, cost: first.cost + cost };
  }

  #add(position: number, inward: Leg, onward: Leg, saved: number): void {
    if (inward.time >= FAR || onward.time >= FAR) return;
    const e = this.count++;
    this.position[e] = position;
    this.timeIn[e] = inward.time;
    this.timeOut[e] = onward.time;
    this.cost[e] = inward.cost + onward.cost - saved;
  }
}

interface Leg {
  readonly time: number;
  readonly cost: number;
}
