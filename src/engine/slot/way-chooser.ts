import { FAR, NEVER, type Problem, TRAVEL } from '../problem/layout.ts';
import { priceOfEasedEnd, priceOfFirst, priceOfTimes } from './prices.ts';
import { WayBounds } from './way-bounds.ts';
import { WayLabels } from './way-labels.ts';
import { WayRow } from './way-row.ts';

/** Seconds by which a row may cost more than its bound before the search for its ways goes wide, and how fast it widens. */
const SLACK = 240;
const WIDER = 8;
/** Moves: a free way by its rank alone, back to the vehicle by it and on by the vehicle, or by the vehicle alone. */
const BACK = 32;
const RIDE = 64;

/**
 * Chooses for the stops of a slot in their order how each leg is made, and the day's vehicle and where it is parked, so
 * that the slot costs least: by labels (time, price, place of the vehicle), those left out that are no better than
 * another or whose bound is above the limit. The limit starts just above the least bound and widens until the best
 * row lies below it, which makes the choice exact.
 */
export class WayChooser {
  static readonly #byProblem = new WeakMap<Problem, WayChooser>();
  /** After `choose`: the vehicle by its index among the class's rides, -1 for none; travel, waiting and prices of the row. */
  vehicle = -1;
  cost = 0;
  /** [n + 2] the leg to a position: seconds; seconds plus prices; rank of its free way, -1 for none; stops since the vehicle was parked once there. */
  readonly time: Int32Array;
  readonly price: Int32Array;
  readonly rank: Int32Array;
  readonly away: Int32Array;
  readonly #problem: Problem;
  readonly #row: WayRow;
  readonly #labels = new WayLabels();
  /** Bounds without a vehicle, then by vehicle. */
  readonly #bounds: readonly WayBounds[];
  readonly #orderBy: Int32Array;
  #now: WayBounds;
  #ride = -1;
  #limit = 0;
  #cut = false;
  #ease = 0;
  #best = 0;

  private constructor(problem: Problem) {
    const width = problem.slots.mostStops + 3;
    const rides = Array.from(problem.ways.freeCount, (free, legs) => problem.ways.byClass[legs + 1] - problem.ways.byClass[legs] - free);
    this.#problem = problem;
    this.#row = new WayRow(problem);
    this.#bounds = Array.from({ length: Math.max(0, ...rides) + 1 }, () => new WayBounds(problem));
    this.#now = this.#bounds[0];
    this.#orderBy = new Int32Array(this.#bounds.length);
    this.time = new Int32Array(width);
    this.price = new Int32Array(width);
    this.rank = new Int32Array(width);
    this.away = new Int32Array(width);
  }

  /** The chooser of a problem; it is scratch space and remembers nothing between questions. */
  static of(problem: Problem): WayChooser {
    let chooser = WayChooser.#byProblem.get(problem);
    if (chooser === undefined) {
      chooser = new WayChooser(problem);
      WayChooser.#byProblem.set(problem, chooser);
    }
    return chooser;
  }

  /** Chooses for visits of a sequence; `ease` raises limits of the end. False when no choice keeps windows and limits. */
  choose(r: number, sequence: ArrayLike<number>, offset: number, length: number, ease: number): boolean {
    const row = this.#row;
    row.load(r, sequence, offset, length);
    this.#ease = ease;
    this.#best = NEVER;
    const options = this.#layBounds();
    for (let e = 0; e < options; e++) {
      const option = this.#orderBy[e];
      if (this.#bounds[option].root < this.#best) this.#search(option);
    }
    this.cost = this.#best - row.stay;
    return this.#best < NEVER;
  }

  /** Bounds of all choices of a vehicle, in rising order of what they promise. */
  #layBounds(): number {
    const { ways, slots } = this.#problem;
    const legs = slots.legClass[this.#row.slot];
    const free = ways.freeCount[legs];
    const first = ways.byClass[legs] + free;
    const rides = ways.byClass[legs + 1] - first;
    let options = 0;
    for (let option = free > 0 ? 0 : 1; option <= rides; option++) {
      const bounds = this.#bounds[option];
      bounds.lay(this.#row, option === 0 ? -1 : first + option - 1);
      bounds.root -= slots.start[this.#row.slot];
      let e = options++;
      for (; e > 0 && this.#bounds[this.#orderBy[e - 1]].root > bounds.root; e--) this.#orderBy[e] = this.#orderBy[e - 1];
      this.#orderBy[e] = option;
    }
    return options;
  }

  /** Looks for a row by one choice of vehicle that costs less than the best so far. */
  #search(option: number): void {
    const { ways, slots } = this.#problem;
    const legs = slots.legClass[this.#row.slot];
    this.#now = this.#bounds[option];
    this.#ride = option === 0 ? -1 : ways.byClass[legs] + ways.freeCount[legs] + option - 1;
    const { root } = this.#now;
    let slack = SLACK;
    for (;;) {
      const most = this.#best - 1;
      this.#limit = Math.min(root + slack, most);
      this.#walk();
      if (!this.#cut || this.#limit === most) break;
      if (this.#best - 1 < most) {
        // A row was found: what costs less lies below it.
        if (this.#best <= this.#limit + 1) break;
        slack = this.#best - root;
      } else slack *= WIDER;
    }
  }

  /** Walks from stop to stop with all labels whose bound is within the limit. */
  #walk(): void {
    const { slots, prices } = this.#problem;
    const labels = this.#labels;
    const r = this.#row.slot;
    let hasTravel = slots.travelCap[r] < NEVER;
    for (let h = prices.times.bySlot[r]; h < prices.times.bySlot[r + 1]; h++) if (prices.times.of[h] === TRAVEL) hasTravel = true;
    labels.reset(slots.start[r], hasTravel);
    this.#cut = false;
    let from = 0;
    for (let i = 0; i <= this.#row.length; i++) {
      const until = labels.count;
      labels.begin = until;
      for (let l = from; l < until; l++) {
        if (this.#ride < 0) this.#goFreely(l, i);
        else this.#goWithVehicle(l, i);
      }
      from = until;
    }
  }

  #goFreely(l: number, i: number): void {
    const { placeCount, ways, slots } = this.#problem;
    const { place, slot } = this.#row;
    const size = placeCount * placeCount;
    const legs = slots.legClass[slot];
    let leg = ways.byClass[legs] * size + place[i] * placeCount + place[i + 1];
    for (let f = 0; f < ways.freeCount[legs] && ways.time[leg] < FAR; f++, leg += size)
      this.#go(l, i, ways.time[leg], ways.cost[leg], f, 0);
  }

  #goWithVehicle(l: number, i: number): void {
    const { placeCount, ways, slots } = this.#problem;
    const { place, slot, length } = this.#row;
    const size = placeCount * placeCount;
    const legs = slots.legClass[slot];
    const away = this.#labels.state[l] & 63;
    const free = ways.byClass[legs] * size + place[i] * placeCount;
    const parked = place[i - away];
    const ridden = this.#ride * size + parked * placeCount + place[i + 1];
    const [rideTime, rideCost] = [ways.time[ridden], ways.cost[ridden]];
    if (rideTime < FAR) {
      if (away === 0) this.#go(l, i, rideTime, rideCost, RIDE, 0);
      else {
        let leg = free + parked;
        for (let f = 0; f < ways.freeCount[legs] && ways.time[leg] < FAR; f++, leg += size) {
          this.#go(l, i, ways.time[leg] + rideTime, ways.cost[leg] + rideCost, BACK + f, 0);
        }
      }
    }
    if (i === length || away === ways.mostAway) return;
    let leg = free + place[i + 1];
    for (let f = 0; f < ways.freeCount[legs] && ways.time[leg] < FAR; f++, leg += size)
      this.#go(l, i, ways.time[leg], ways.cost[leg], f, away + 1);
  }

  /** Goes on from a label, with breaks on the way as may be. */
  #go(l: number, i: number, time: number, cost: number, move: number, away: number): void {
    if (i === this.#row.length) this.#finish(l, time, cost, move);
    else this.#reach(l, i + 1, time, cost, move, away);
  }

  #reach(l: number, i: number, way: number, cost: number, move: number, away: number): void {
    const { breaks, slots, series } = this.#problem;
    const row = this.#row;
    const labels = this.#labels;
    const bounds = this.#now;
    const r = row.slot;
    const first = breaks.bySlot[r];
    const breakCount = breaks.bySlot[r + 1] - first;
    const order = series.orderPrice[row.series[i]];
    const travel = labels.travel[l] + way;
    let now = labels.time[l];
    let ahead = way;
    for (let k = labels.state[l] >> 6; ; k++) {
      const start = this.#startOf(i, now + ahead);
      if (start <= bounds.latest[i] && !(i === row.firstVisit && start > slots.firstCap[r])) {
        let price = labels.price[l] + cost - way;
        if (order !== 0) price += (order * (start - slots.start[r])) / 3600;
        if (i === row.firstVisit) price += priceOfFirst(this.#problem, row.slot, start);
        const time = start + row.dwell[i];
        let paused = 0;
        for (let b = 0; b < k; b++) paused += breaks.duration[first + b];
        const onward = time - paused + bounds.cost[i * bounds.states + away] + row.stayAfter[i];
        const floor = bounds.floor[(i + 1) * bounds.breakStates + k];
        if (price + (onward > floor ? onward : floor) - slots.start[r] > this.#limit) this.#cut = true;
        else {
          const reached = labels.offer(time, price, travel, k * 64 + away);
          if (reached >= 0) {
            labels.parent[reached] = l;
            labels.move[reached] = move;
          }
        }
      }
      if (k === breakCount) return;
      const b = first + k;
      const begin = now > breaks.earliest[b] ? now : breaks.earliest[b];
      if (begin > breaks.latest[b]) return;
      ahead = ahead > begin - now ? ahead - (begin - now) : 0;
      now = begin + breaks.duration[b];
    }
  }

  /** Goes home; a break on the last leg starts on the way. */
  #finish(l: number, way: number, cost: number, move: number): void {
    const { breaks, slots } = this.#problem;
    const r = this.#row.slot;
    const out = this.#row.firstVisit > 0;
    const price = this.#labels.price[l] + cost - way;
    const travel = this.#labels.travel[l] + way;
    if (out && travel > slots.travelCap[r]) return;
    const first = breaks.bySlot[r];
    const breakCount = breaks.bySlot[r + 1] - first;
    const taken = this.#labels.state[l] >> 6;
    let paused = 0;
    for (let k = 0; k < taken; k++) paused += breaks.duration[first + k];
    let now = this.#labels.time[l];
    let ahead = way;
    for (let k = taken; ; k++) {
      const end = now + ahead;
      const work = end - slots.start[r] - paused;
      if (this.#restAfter(k, end) && !(out && (end > slots.latest[r] || work > slots.workCap[r]))) {
        const byTime = out ? priceOfTimes(this.#problem, r, travel, work, end, 0) + priceOfEasedEnd(this.#problem, r, end, this.#ease) : 0;
        const total = Math.round(work + price) + byTime;
        if (total < this.#best) {
          this.#best = total;
          this.#keep(l, move);
        }
      }
      if (k === breakCount) return;
      const b = first + k;
      const begin = now > breaks.earliest[b] ? now : breaks.earliest[b];
      const gone = begin - now;
      if (begin > breaks.latest[b] || gone >= ahead) return;
      ahead -= gone;
      now = begin + breaks.duration[b];
      paused += breaks.duration[b];
    }
  }

  /** Notes the ways that led to a label and home. */
  #keep(l: number, move: number): void {
    const { ways, slots } = this.#problem;
    const labels = this.#labels;
    const n = this.#row.length;
    const legs = slots.legClass[this.#row.slot];
    this.vehicle = this.#ride < 0 ? -1 : this.#ride - ways.byClass[legs] - ways.freeCount[legs];
    this.#note(n + 1, move, 0);
    for (let i = n, at = l; i > 0; i--, at = labels.parent[at]) this.#note(i, labels.move[at], labels.state[at] & 63);
    for (let i = n + 1; i > 0; i--) this.#measure(i);
  }

  #note(i: number, move: number, away: number): void {
    this.rank[i] = move === RIDE ? -1 : move & 31;
    this.away[i] = away;
  }

  /** What the leg to a position takes. */
  #measure(i: number): void {
    const { placeCount, ways, slots } = this.#problem;
    const { place, slot } = this.#row;
    const size = placeCount * placeCount;
    const rank = this.rank[i];
    const isRidden = this.vehicle >= 0 && this.away[i] === 0;
    const from = place[i - 1];
    const parked = isRidden ? place[i - 1 - (i > 1 ? this.away[i - 1] : 0)] : place[i];
    const free = (ways.byClass[slots.legClass[slot]] + rank) * size + from * placeCount + parked;
    const ridden = this.#ride * size + parked * placeCount + place[i];
    this.time[i] = (rank < 0 ? 0 : ways.time[free]) + (isRidden ? ways.time[ridden] : 0);
    this.price[i] = (rank < 0 ? 0 : ways.cost[free]) + (isRidden ? ways.cost[ridden] : 0);
  }

  /** Whether the breaks not taken may all start after the end. */
  #restAfter(taken: number, end: number): boolean {
    const { breaks } = this.#problem;
    const r = this.#row.slot;
    for (let b = breaks.bySlot[r] + taken; b < breaks.bySlot[r + 1]; b++) if (end > breaks.latest[b]) return false;
    return true;
  }

  /** Earliest start at a stop for an arrival, or `NEVER`. */
  #startOf(i: number, arrival: number): number {
    const row = this.#row;
    if (arrival > row.until[i] || row.from[i] > row.until[i]) return NEVER;
    const { opening } = this.#problem;
    const set = opening.windowSet[row.cell[i]];
    if (set < 0) return arrival < row.from[i] ? row.from[i] : arrival;
    for (let w = opening.windows.bySet[set]; w < opening.windows.bySet[set + 1]; w++) {
      if (arrival <= opening.windows.until[w]) return arrival < opening.windows.from[w] ? opening.windows.from[w] : arrival;
    }
    return NEVER;
  }
}
