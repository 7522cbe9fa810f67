import { FAR, NEVER, type Problem } from '../../problem/layout.ts';
import type { WayRow } from './way-row.ts';

/**
 * Lower bounds of what the rest of a row costs, from each stop on, for one choice of vehicle: exact where there is no waiting.
 * Costs count on a clock that stands still during breaks.
 *
 * Prices may be counted as time: a rep who is at a stop at t, having paid q, is at the next by t + q plus the leg's time
 * and price at least, and not before it opens. So the cheapest ways bound the rest, with windows or without.
 */
export class WayBounds {
  /** [position, stops since parked] least cost of the legs ahead, with the vehicle parked so many stops ago. */
  readonly cost: Int32Array;
  /** [position, breaks taken] earliest end, given the opening hours of the stops from this position on. */
  readonly floor: Float64Array;
  /** [position] latest start from which all later windows can be kept. */
  readonly latest: Int32Array;
  /** Least cost of the whole row. */
  root = 0;
  /** States of a position: stops since parked, 0 with the vehicle at hand or without any. */
  readonly states: number;
  /** States of a position: breaks taken. */
  readonly breakStates: number;
  readonly #problem: Problem;
  /** How many of the `states` this choice of vehicle has. */
  #used = 1;

  constructor(problem: Problem) {
    const width = problem.slots.mostStops + 3;
    this.#problem = problem;
    this.states = problem.ways.mostAway + 1;
    this.breakStates = problem.breaks.most + 1;
    this.cost = new Int32Array(width * this.states);
    this.floor = new Float64Array(width * this.breakStates);
    this.latest = new Int32Array(width);
  }

  /** Computes the bounds of a row that goes by a vehicle, given by the index of its way, or without one (-1). */
  lay(row: WayRow, ride: number): void {
    const { cost, states } = this;
    const { slots } = this.#problem;
    const n = row.length;
    this.#used = ride < 0 ? 1 : states;
    const home = (n + 1) * states;
    cost.fill(FAR, home, home + states);
    cost[home] = 0;
    this.latest[n + 1] = row.firstVisit > 0 ? slots.latest[row.slot] : NEVER;
    this.floor.fill(-NEVER, (n + 1) * this.breakStates, (n + 2) * this.breakStates);
    for (let i = n; i >= 0; i--) {
      const quickest = ride < 0 ? this.#onFoot(row, i) : this.#byVehicle(row, i, ride);
      if (i === 0) break;
      const last = this.latest[i + 1] - quickest - row.dwell[i];
      this.latest[i] = last < row.until[i] ? last : row.until[i];
      this.#layFloor(row, i);
    }
    const first = slots.start[row.slot] + cost[0] + row.stay;
    this.root = first > this.floor[this.breakStates] ? first : this.floor[this.breakStates];
  }

  /** Computes the costs of a position without a vehicle; returns the seconds of the quickest way to the next stop. */
  #onFoot(row: WayRow, i: number): number {
    const { placeCount, ways, slots } = this.#problem;
    const size = placeCount * placeCount;
    const legClass = slots.legClass[row.slot];
    let leg = ways.byClass[legClass] * size + row.place[i] * placeCount + row.place[i + 1];
    const next = this.cost[(i + 1) * this.states] + ways.cost[leg];
    this.cost[i * this.states] = next < FAR ? next : FAR;
    let quickest: number = FAR;
    for (let f = 0; f < ways.freeCount[legClass]; f++, leg += size) if (ways.time[leg] < quickest) quickest = ways.time[leg];
    return quickest;
  }

  /** The same with a vehicle that is at hand, or was parked some stops ago. */
  #byVehicle(row: WayRow, i: number, ride: number): number {
    const { placeCount, ways, slots } = this.#problem;
    const { time: wayTime, cost: wayCost } = ways;
    const { cost, states } = this;
    const { place } = row;
    const size = placeCount * placeCount;
    const legClass = slots.legClass[row.slot];
    const isFree = ways.freeCount[legClass] > 0;
    const free = ways.byClass[legClass] * size + place[i] * placeCount;
    const rides = ride * size + place[i + 1];
    const own = i * states;
    const next = own + states;
    const isLast = i === row.length;
    const away = isFree && !isLast ? wayCost[free + place[i + 1]] : FAR;
    const ridden = rides + place[i] * placeCount;
    let quickest = wayTime[ridden];
    if (isFree && !isLast) quickest = this.#quickest(legClass, place[i], place[i + 1], quickest);
    let least = wayCost[ridden] + cost[next];
    if (states > 1 && away + cost[next + 1] < least) least = away + cost[next + 1];
    cost[own] = least < FAR ? least : FAR;
    const deepest = i < states - 1 ? i : states - 1;
    for (let a = 1; a <= deepest; a++) {
      const parked = place[i - a];
      const back = isFree ? wayCost[free + parked] : FAR;
      const onward = rides + parked * placeCount;
      least = back + wayCost[onward] + cost[next];
      if (a + 1 < states && away + cost[next + a + 1] < least) least = away + cost[next + a + 1];
      cost[own + a] = least < FAR ? least : FAR;
      if (wayTime[onward] >= quickest) continue;
      quickest = this.#quickest(legClass, place[i], parked, quickest - wayTime[onward]) + wayTime[onward];
    }
    return quickest;
  }

  /** Seconds of the quickest free way between two places, or so many if that is less. */
  #quickest(legClass: number, from: number, to: number, most: number): number {
    const { placeCount, ways } = this.#problem;
    const size = placeCount * placeCount;
    let leg = ways.byClass[legClass] * size + from * placeCount + to;
    let quickest = most;
    for (let f = 0; f < ways.freeCount[legClass]; f++, leg += size) if (ways.time[leg] < quickest) quickest = ways.time[leg];
    return quickest;
  }

  /** The end is no earlier than a stop's opening and the ways from there allow, less the breaks that can lie before it. */
  #layFloor(row: WayRow, i: number): void {
    const { floor, breakStates, cost, states } = this;
    const { breaks, slots } = this.#problem;
    const first = breaks.bySlot[row.slot];
    const count = breaks.bySlot[row.slot + 1] - first;
    const opens = row.from[i];
    const own = i * breakStates;
    if (opens <= slots.start[row.slot]) {
      for (let k = 0; k <= count; k++) floor[own + k] = floor[own + breakStates + k];
      return;
    }
    let onward = cost[i * states];
    for (let a = 1; a < this.#used && a <= i; a++) if (cost[i * states + a] < onward) onward = cost[i * states + a];
    let paused = 0;
    for (let b = 0; b < count; b++) paused += this.#pausedBy(first + b, opens);
    for (let k = 0; k <= count; k++) {
      const end = opens - paused + row.dwell[i] + row.stayAfter[i] + onward;
      const later = floor[own + breakStates + k];
      floor[own + k] = end > later ? end : later;
      if (k < count) paused += breaks.duration[first + k] - this.#pausedBy(first + k, opens);
    }
  }

  /** Most seconds of a break before a time. */
  #pausedBy(b: number, time: number): number {
    const { breaks } = this.#problem;
    const most = time - breaks.earliest[b];
    return most <= 0 ? 0 : most < breaks.duration[b] ? most : breaks.duration[b];
  }
}
