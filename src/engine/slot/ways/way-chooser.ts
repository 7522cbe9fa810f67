import { FAR, MOST_FREE_WAYS, NEVER, type Problem, TRAVEL } from '../../problem/layout.ts';
import { LateBreaks } from '../late-breaks.ts';
import { LegClock } from '../leg-clock.ts';
import { priceOfEasedEnd, priceOfFirst, priceOfTimes } from '../prices.ts';
import { WayBounds } from './way-bounds.ts';
import { AWAY_BITS, AWAY_MASK, WayLabels } from './way-labels.ts';
import { WayRow } from './way-row.ts';

/** Seconds by which a row may cost more than its bound at first, and how fast this limit widens. */
const SLACK = 240;
const WIDER = 8;
/** Moves: by a free way, given by its rank; back to the vehicle by a free way and on by the vehicle; by the vehicle alone. */
const BACK = MOST_FREE_WAYS;
const RIDE = 2 * MOST_FREE_WAYS;

/**
 * Chooses how each leg of a slot is made, by which vehicle the day goes and where it is parked, so that the slot costs
 * least. The order of stops is given. Labels (time, price, place of the vehicle) run from stop to stop; those that are
 * no better than another, or whose bound is above a limit, are dropped. The limit starts just above the least bound and
 * widens until the best row lies below it, which makes the choice exact.
 */
export class WayChooser {
  static readonly #byProblem = new WeakMap<Problem, WayChooser>();
  /** After `choose`: the vehicle by its index among the rides of the leg class, -1 for none; travel, waiting and prices of the row. */
  vehicle = -1;
  cost = 0;
  /** [n + 2] the leg to a position: seconds; seconds plus prices; rank of its free way, -1 for none; stops since the vehicle was parked, on arrival. */
  readonly time: Int32Array;
  readonly price: Int32Array;
  readonly rank: Int32Array;
  readonly away: Int32Array;
  readonly #problem: Problem;
  readonly #row: WayRow;
  readonly #labels = new WayLabels();
  readonly #late: LateBreaks;
  readonly #clock: LegClock;
  /** Bounds without a vehicle, then by vehicle. */
  readonly #bounds: readonly WayBounds[];
  readonly #orderBy: Int32Array;
  #now: WayBounds;
  #ride = -1;
  #limit = 0;
  #isCut = false;
  #ease = 0;
  #best = 0;

  private constructor(problem: Problem) {
    const width = problem.slots.mostStops + 3;
    const { byClass, freeCount } = problem.ways;
    const rides = Array.from(freeCount, (free, legClass) => byClass[legClass + 1] - byClass[legClass] - free);
    this.#problem = problem;
    this.#row = new WayRow(problem);
    this.#late = new LateBreaks(problem);
    this.#clock = new LegClock(problem.breaks);
    this.#bounds = Array.from({ length: Math.max(0, ...rides) + 1 }, () => new WayBounds(problem));
    this.#now = this.#bounds[0];
    this.#orderBy = new Int32Array(this.#bounds.length);
    this.time = new Int32Array(width);
    this.price = new Int32Array(width);
    this.rank = new Int32Array(width);
    this.away = new Int32Array(width);
  }

  /** The chooser of a problem; it is scratch space and remembers nothing between calls. */
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
      if (this.#bounds[option].root < this.#best) this.#improveBy(option);
    }
    this.cost = this.#best - row.stay;
    return this.#best < NEVER;
  }

  /** Bounds of all choices of a vehicle, in rising order of what they promise. */
  #layBounds(): number {
    const { ways, slots } = this.#problem;
    const legClass = slots.legClass[this.#row.slot];
    const free = ways.freeCount[legClass];
    const first = ways.byClass[legClass] + free;
    const rides = ways.byClass[legClass + 1] - first;
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

  /** Finds the best row by one choice of vehicle, if it costs less than the best so far. */
  #improveBy(option: number): void {
    const { ways, slots } = this.#problem;
    const legClass = slots.legClass[this.#row.slot];
    this.#now = this.#bounds[option];
    this.#ride = option === 0 ? -1 : ways.byClass[legClass] + ways.freeCount[legClass] + option - 1;
    const { root } = this.#now;
    let slack = SLACK;
    for (;;) {
      const most = this.#best - 1;
      this.#limit = Math.min(root + slack, most);
      this.#walk();
      if (!this.#isCut || this.#limit === most) break;
      if (this.#best - 1 < most) {
        // A row was found: what costs less lies below it.
        if (this.#best <= this.#limit + 1) break;
        slack = this.#best - root;
      } else slack *= WIDER;
    }
  }

  /** Walks from stop to stop with all labels whose bound is within the limit. */
  #walk(): void {
    const { slots } = this.#problem;
    const labels = this.#labels;
    const r = this.#row.slot;
    labels.reset(slots.start[r], this.#isTravelLimited(r));
    this.#isCut = false;
    this.#late.start(r);
    let from = 0;
    for (let i = 0; i <= this.#row.length; i++) {
      if (i > 0) this.#late.pass(this.#row.series[i]);
      const until = labels.count;
      labels.begin = until;
      for (let l = from; l < until; l++) {
        if (this.#ride < 0) this.#goFreely(l, i);
        else this.#goWithVehicle(l, i);
      }
      from = until;
    }
  }

  /** Whether a slot's travel has a limit or a price. */
  #isTravelLimited(r: number): boolean {
    const { slots, prices } = this.#problem;
    const { bySlot, of } = prices.times;
    for (let e = bySlot[r]; e < bySlot[r + 1]; e++) if (of[e] === TRAVEL) return true;
    return slots.travelCap[r] < NEVER;
  }

  #goFreely(l: number, i: number): void {
    const { placeCount, ways, slots } = this.#problem;
    const { time, cost } = ways;
    const { place, slot } = this.#row;
    const size = placeCount * placeCount;
    const legClass = slots.legClass[slot];
    const freeCount = ways.freeCount[legClass];
    let leg = ways.byClass[legClass] * size + place[i] * placeCount + place[i + 1];
    for (let f = 0; f < freeCount && time[leg] < FAR; f++, leg += size) this.#go(l, i, time[leg], cost[leg], f, 0);
  }

  #goWithVehicle(l: number, i: number): void {
    const { placeCount, ways, slots } = this.#problem;
    const { time, cost, mostAway } = ways;
    const { place, slot, length } = this.#row;
    const size = placeCount * placeCount;
    const legClass = slots.legClass[slot];
    const freeCount = ways.freeCount[legClass];
    const away = this.#labels.state[l] & AWAY_MASK;
    const free = ways.byClass[legClass] * size + place[i] * placeCount;
    const parked = place[i - away];
    const ridden = this.#ride * size + parked * placeCount + place[i + 1];
    const rideTime = time[ridden];
    const rideCost = cost[ridden];
    if (rideTime < FAR) {
      if (away === 0) this.#go(l, i, rideTime, rideCost, RIDE, 0);
      else {
        let leg = free + parked;
        for (let f = 0; f < freeCount && time[leg] < FAR; f++, leg += size) {
          this.#go(l, i, time[leg] + rideTime, cost[leg] + rideCost, BACK + f, 0);
        }
      }
    }
    if (i === length || away === mostAway) return;
    let leg = free + place[i + 1];
    for (let f = 0; f < freeCount && time[leg] < FAR; f++, leg += size) this.#go(l, i, time[leg], cost[leg], f, away + 1);
  }

  /** Goes on from a label to the next stop or home, with breaks on the leg where they fit. */
  #go(l: number, i: number, time: number, cost: number, move: number, away: number): void {
    if (i === this.#row.length) this.#finish(l, time, cost, move);
    else this.#reach(l, i + 1, time, cost, move, away);
  }

  #reach(l: number, i: number, leg: number, cost: number, move: number, away: number): void {
    const { breaks, slots, series, opening } = this.#problem;
    const { bySlot, latest, duration } = breaks;
    const row = this.#row;
    const labels = this.#labels;
    const bounds = this.#now;
    const r = row.slot;
    const first = bySlot[r];
    const breakCount = bySlot[r + 1] - first;
    const order = series.orderPrice[row.series[i]];
    const agreed = opening.agreed[row.cell[i]];
    const taken = labels.state[l] >> AWAY_BITS;
    const travel = labels.travel[l] + leg;
    const clock = this.#clock;
    clock.depart(labels.time[l], leg);
    for (let k = taken; ; k++) {
      const start = row.startOf(i, clock.arrival);
      if (start <= bounds.latest[i] && !(i === row.firstVisit && start > slots.firstCap[r])) {
        let price = labels.price[l] + cost - leg;
        if (order !== 0) price += (order * (start - slots.start[r])) / 3600;
        if (agreed >= 0 && start > agreed) price += opening.latePrice[row.cell[i]];
        if (i === row.firstVisit) price += priceOfFirst(this.#problem, r, start);
        const time = start + row.dwell[i];
        let paused = 0;
        for (let b = 0; b < k; b++) paused += duration[first + b];
        const onward = time - paused + bounds.cost[i * bounds.states + away] + row.stayAfter[i];
        const floor = bounds.floor[(i + 1) * bounds.breakStates + k];
        if (price + (onward > floor ? onward : floor) - slots.start[r] > this.#limit) this.#isCut = true;
        else {
          const reached = labels.offer(time, price, travel, (k << AWAY_BITS) | away);
          if (reached >= 0) {
            labels.parent[reached] = l;
            labels.move[reached] = move;
          }
        }
      }
      if (k === breakCount) return;
      const b = first + k;
      const begin = clock.beginOf(b);
      if (begin > latest[b] && !this.#late.allows(b, begin, labels.time[l], first + taken)) return;
      clock.take(b);
    }
  }

  /** Goes home; a break on the last leg starts on the way. */
  #finish(l: number, leg: number, cost: number, move: number): void {
    const { breaks, slots } = this.#problem;
    const r = this.#row.slot;
    const isOut = this.#row.firstVisit > 0;
    const price = this.#labels.price[l] + cost - leg;
    const travel = this.#labels.travel[l] + leg;
    if (isOut && travel > slots.travelCap[r]) return;
    const first = breaks.bySlot[r];
    const breakCount = breaks.bySlot[r + 1] - first;
    const taken = this.#labels.state[l] >> AWAY_BITS;
    let paused = 0;
    for (let k = 0; k < taken; k++) paused += breaks.duration[first + k];
    const clock = this.#clock;
    clock.depart(this.#labels.time[l], leg);
    for (let k = taken; ; k++) {
      const end = clock.arrival;
      const work = end - slots.start[r] - paused;
      const canRest = this.#late.mayRest(first + k, end, this.#labels.time[l], first + taken);
      if (canRest && !(isOut && (end > slots.latest[r] || work > slots.workCap[r]))) {
        const timePrice = isOut
          ? priceOfTimes(this.#problem, r, travel, work, end, 0) + priceOfEasedEnd(this.#problem, r, end, this.#ease)
          : 0;
        const total = Math.round(work + price) + timePrice;
        if (total < this.#best) {
          this.#best = total;
          this.#keep(l, move);
        }
      }
      if (k === breakCount) return;
      const b = first + k;
      const begin = clock.beginOf(b);
      if (begin >= end) return;
      if (begin > breaks.latest[b] && !this.#late.allows(b, begin, this.#labels.time[l], first + taken)) return;
      clock.take(b);
      paused += breaks.duration[b];
    }
  }

  /** Keeps the ways that led to a label and home. */
  #keep(l: number, move: number): void {
    const { ways, slots } = this.#problem;
    const labels = this.#labels;
    const n = this.#row.length;
    const legClass = slots.legClass[this.#row.slot];
    this.vehicle = this.#ride < 0 ? -1 : this.#ride - ways.byClass[legClass] - ways.freeCount[legClass];
    this.#keepMove(n + 1, move, 0);
    for (let i = n, at = l; i > 0; i--, at = labels.parent[at]) this.#keepMove(i, labels.move[at], labels.state[at] & AWAY_MASK);
    for (let i = n + 1; i > 0; i--) this.#measure(i);
  }

  #keepMove(i: number, move: number, away: number): void {
    this.rank[i] = move === RIDE ? -1 : move % MOST_FREE_WAYS;
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
}
