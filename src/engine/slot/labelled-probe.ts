import { FAR, NEVER, type Problem } from '../problem/layout.ts';
import { DetourCost } from './detour-cost.ts';
import { Detours } from './detours.ts';
import { priceOfFirst } from './prices.ts';
import { easeOfRow, easeOfSeries } from './row-content.ts';
import type { Rows } from './rows.ts';
import { WayChooser } from './ways/way-chooser.ts';

/** Finds where a visit fits best on a slot whose times need labels, by judging a few positions exactly. */
export class LabelledProbe {
  /** After `best`: the best position, and whether the result is the least delta, not a bound of it. */
  position = 0;
  isExact = true;
  readonly #rows: Rows;
  readonly #problem: Problem;
  readonly #chooser: WayChooser;
  readonly #detours: Detours;
  readonly #cost: DetourCost;
  /** Scratch: the visits of a row with one more. */
  readonly #sequence: Int32Array;
  /** Seconds of the quickest detour. */
  #quickest = 0;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#problem = rows.problem;
    this.#chooser = WayChooser.of(rows.problem);
    this.#detours = new Detours(rows);
    this.#cost = new DetourCost(rows, this.#detours);
    this.#sequence = new Int32Array(rows.width);
  }

  /**
   * Base plus the least change of legs and times when a visit of series s comes to slot r, overlooking one position (0
   * for none); `NEVER` when it cannot.
   *
   * Tries detours by rising lower bound (their cost, less the waiting that a later start could use up); each is
   * judged exactly until no bound is below the best. Mostly one does. Detours whose bound reaches the
   * caller's are not judged: then the least of the bounds is returned, and `isExact` is false.
   */
  best(s: number, r: number, base: number, overlooked: number, bound: number): number {
    const room = this.#room(s, r);
    this.isExact = true;
    if (room < 0) return NEVER;
    this.#layDetours(s, r, base, room, overlooked);
    const { position, count, bound: bounds } = this.#detours;
    let best: number = NEVER;
    if (count === 0) return this.#bestAnew(s, r, base, bound);
    for (let next = this.#detours.least; ; next = this.#nextOf(bounds, count)) {
      const least = bounds[next];
      if (least >= best || least >= bound) {
        this.isExact = best <= least;
        if (best === NEVER && least === NEVER) break;
        return this.isExact ? best : least;
      }
      bounds[next] = NEVER;
      const delta = this.#deltaBy(s, r, next, base);
      if (delta < best) {
        best = delta;
        this.position = position[next];
      }
    }
    return this.#bestAnew(s, r, base, bound);
  }

  /** Base plus the change of legs and times when a visit of series s comes in at a position; `NEVER` when it cannot. */
  deltaAt(s: number, r: number, position: number, base: number): number {
    this.#detours.limit(-FAR, -FAR, NEVER, 0);
    this.#detours.lay(s, r, position, position);
    let best: number = NEVER;
    for (let e = 0; e < this.#detours.count; e++) best = Math.min(best, this.#deltaBy(s, r, e, base));
    return best;
  }

  /** Lists the detours with their bounds. */
  #layDetours(s: number, r: number, base: number, room: number, overlooked: number): void {
    const { times, current, length } = this.#rows;
    const row = current[r];
    const offset = base - times.idle[row];
    // A visit that eases the end may undo prices of times, an earlier first start those of the first start.
    const undone = times.timePrice[row];
    const undoneFirst = undone > 0 ? priceOfFirst(this.#problem, r, times.first[row]) : 0;
    const isEased = undone > 0 && easeOfSeries(this.#problem, s) > 0;
    this.#detours.limit(isEased ? offset - undone : offset, offset - (isEased ? undone : undoneFirst), room, overlooked);
    this.#detours.lay(s, r, 1, length[row] + 1);
  }

  /** The detour with the least bound. */
  #nextOf(bounds: Float64Array, count: number): number {
    let next = 0;
    for (let e = 1; e < count; e++) if (bounds[e] < bounds[next]) next = e;
    return next;
  }

  /**
   * Where no detour fits the ways as they are, faster ones may make room: they are chosen anew for the whole row,
   * with the visit at the position of the quickest detour by any way.
   */
  #bestAnew(s: number, r: number, base: number, bound: number): number {
    const { length, current, times, chosenWays } = this.#rows;
    const { series, slots } = this.#problem;
    const row = current[r];
    if (chosenWays.quickest[row] >= times.travel[row] || s >= series.firstDuty) return NEVER;
    const cost = this.#quickestDetour(s, r);
    const spent = slots.start[r] + times.stay[row];
    if (spent + chosenWays.quickest[row] + this.#quickest + series.dwell[s] > slots.latest[r]) return NEVER;
    const before = times.end[row] - spent - times.paused[row] + times.legPrice[row] + times.timePrice[row];
    const least = base + chosenWays.cheapest[row] + cost - before;
    this.isExact = least < bound;
    if (!this.isExact) return least;
    const ease = easeOfRow(this.#rows, row) + easeOfSeries(this.#problem, s);
    const isPossible = this.#chooser.choose(r, this.#sequenceWith(s, r), 0, length[row] + 1, ease);
    return isPossible ? base + this.#chooser.cost - before : NEVER;
  }

  /** Finds the position of the quickest detour by any way; returns the cost of the cheapest. */
  #quickestDetour(s: number, r: number): number {
    const { width, length, current, placeAt, legsTo } = this.#rows;
    const { placeCount, slots, series, legs } = this.#problem;
    const o = current[r] * width;
    const matrix = slots.legClass[r] * placeCount;
    const ofPlace = (matrix + series.place[s]) * placeCount;
    let cheapest: number = FAR;
    this.#quickest = FAR;
    for (let i = 1; i <= length[current[r]] + 1; i++) {
      const from = placeAt[o + i - 1];
      const to = placeAt[o + i];
      const direct = (matrix + from) * placeCount + to;
      const cost = legsTo.cost[ofPlace + from] + legs.cost[ofPlace + to] - legs.cost[direct];
      if (cost < cheapest) cheapest = cost;
      const time = legsTo.time[ofPlace + from] + legs.time[ofPlace + to] - legs.time[direct];
      if (time >= this.#quickest) continue;
      this.#quickest = time;
      this.position = i;
    }
    return cheapest;
  }

  /** The visits of a slot with one of series s at the position. */
  #sequenceWith(s: number, r: number): Int32Array {
    const { width, length, current, visitAt } = this.#rows;
    const o = current[r] * width;
    for (let i = 1; i <= length[current[r]]; i++) this.#sequence[i < this.position ? i - 1 : i] = visitAt[o + i];
    this.#sequence[this.position - 1] = this.#problem.visits.bySeries[s];
    return this.#sequence;
  }

  /**
   * Seconds that a slot has left for the detour to a visit: all but stays, legs, and breaks that cannot wait until the
   * end. Duties count as if there were room: without visits the day may end at any time. So do days with agreed times,
   * after which a break may be late.
   */
  #room(s: number, r: number): number {
    const { series, slots, breaks, opening } = this.#problem;
    if (s >= series.firstDuty) return NEVER;
    const { current, times } = this.#rows;
    let end = slots.start[r] + times.travel[current[r]] + times.stay[current[r]] + series.dwell[s];
    if (opening.hasAgreed[slots.day[r]] === 0) {
      for (let b = breaks.bySlot[r]; b < breaks.bySlot[r + 1]; b++) if (end > breaks.latest[b]) end += breaks.duration[b];
    }
    return slots.latest[r] - end;
  }

  /** Base plus the change of legs and times by one detour; `NEVER` when it is impossible. */
  #deltaBy(s: number, r: number, detour: number, base: number): number {
    const { legTime, times, current, width } = this.#rows;
    const row = current[r];
    const { position, timeIn, timeOut, cost } = this.#detours;
    const moved = timeIn[detour] + timeOut[detour] - legTime[row * width + position[detour]];
    const after = this.#cost.of(s, r, detour);
    if (after >= NEVER) return NEVER;
    const before = times.end[row] - this.#problem.slots.start[r] - times.stay[row] - times.paused[row] + times.timePrice[row];
    return base + after - before + (cost[detour] - moved);
  }
}
