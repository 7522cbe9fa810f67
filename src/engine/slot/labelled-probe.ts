import { FAR, NEVER, type Problem } from '../problem/layout.ts';
import { Detours } from './detours.ts';
import { priceOfFirst } from './prices.ts';
import { easeOfRow, easeOfSeries } from './row-content.ts';
import type { Rows } from './rows.ts';
import { Walker } from './walker.ts';
import { WayChooser } from './way-chooser.ts';

/** Finds where a visit fits best on a slot whose times need labels, by walking a few positions. */
export class LabelledProbe {
  /** After `best`: the best position, and whether the result is the least delta, not a bound of it. */
  position = 0;
  isExact = true;
  readonly #rows: Rows;
  readonly #problem: Problem;
  readonly #walker: Walker;
  readonly #chooser: WayChooser;
  readonly #detours: Detours;
  /** [detour] lower bound of its delta; `NEVER` once it was walked. */
  readonly #bounds: Float64Array;
  /** Scratch: the visits of a row with one more. */
  readonly #sequence: Int32Array;
  /** Seconds of the quickest detour. */
  #quickest = 0;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#problem = rows.problem;
    this.#walker = Walker.of(rows.problem);
    this.#chooser = WayChooser.of(rows.problem);
    this.#detours = new Detours(rows);
    this.#bounds = new Float64Array(this.#detours.cost.length);
    this.#sequence = new Int32Array(rows.width);
  }

  /**
   * Base plus the least change of legs and times when a visit of series s comes to slot r, overlooking one position (0
   * for none); `NEVER` when it cannot.
   *
   * Tries detours by rising lower bound (their cost, less the waiting that a later start could use up); each is
   * walked exactly until no bound is below the best. Mostly one walk does. Detours whose bound reaches the
   * caller's are not walked: then the least of the bounds is returned, and `isExact` is false.
   */
  best(s: number, r: number, base: number, overlooked: number, bound: number): number {
    const room = this.#room(s, r);
    this.isExact = true;
    if (room < 0) return NEVER;
    this.#layBounds(s, r, base, room, overlooked);
    const { position, count } = this.#detours;
    const bounds = this.#bounds;
    let best: number = NEVER;
    if (count === 0) return this.#bestAnew(s, r, base, bound);
    for (;;) {
      let next = 0;
      for (let e = 1; e < count; e++) if (bounds[e] < bounds[next]) next = e;
      const least = bounds[next];
      if (least >= best || least >= bound) {
        this.isExact = best <= least;
        if (best === NEVER && least === NEVER) break;
        return this.isExact ? best : least;
      }
      bounds[next] = NEVER;
      if (!this.#mayFit(s, r, next)) continue;
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
    this.#detours.lay(s, r, position, position);
    let best: number = NEVER;
    for (let e = 0; e < this.#detours.count; e++) best = Math.min(best, this.#deltaBy(s, r, e, base));
    return best;
  }

  /** Lists the detours with their bounds, `NEVER` for those that take more time than there is room. */
  #layBounds(s: number, r: number, base: number, room: number, overlooked: number): void {
    const { times, legTime, current, width, length } = this.#rows;
    const { waited } = times;
    const row = current[r];
    const o = row * width;
    const offset = base - times.idle[row];
    // A visit that eases the end may undo prices of times, an earlier first start those of the first start.
    const undone = times.timePrice[row];
    const undoneFirst = undone > 0 ? priceOfFirst(this.#problem, r, times.first[row]) : 0;
    const isEased = easeOfSeries(this.#problem, s) > 0;
    this.#detours.lay(s, r, 1, length[row] + 1);
    const { position, timeIn, timeOut, cost, count } = this.#detours;
    for (let e = 0; e < count; e++) {
      const i = o + position[e];
      const moved = timeIn[e] + timeOut[e] - legTime[i];
      const least = cost[e] + offset + waited[i - 1] - (isEased ? undone : position[e] === 1 ? undoneFirst : 0);
      const isPossible = least < FAR && moved <= room && position[e] !== overlooked;
      this.#bounds[e] = isPossible ? least : NEVER;
    }
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

  /** Necessary for a fit, by outer windows, with breaks wherever they fit. Duties and agreed times are few and always tried. */
  #mayFit(s: number, r: number, detour: number): boolean {
    const { dayCount, slots, series, opening, breaks, visits } = this.#problem;
    if (s >= series.firstDuty) return true;
    const { width, labels, current, visitAt } = this.#rows;
    const { perPosition } = labels;
    const i = current[r] * width + this.#detours.position[detour];
    const timeIn = this.#detours.timeIn[detour];
    const timeOut = this.#detours.timeOut[detour];
    const cell = s * dayCount + slots.day[r];
    const before = this.#detours.position[detour] > 1 ? visits.series[visitAt[i - 1]] * dayCount + slots.day[r] : cell;
    if (opening.agreed[cell] >= 0 || opening.agreed[before] >= 0) return true;
    const from = opening.from[cell];
    const until = opening.until[cell];
    const breakCount = breaks.bySlot[r + 1] - breaks.bySlot[r];
    for (let k = 0; k <= breakCount; k++) {
      const depart = labels.time[(i - 1) * perPosition + k];
      if (depart >= NEVER) continue;
      for (let j = k; j <= breakCount; j++) {
        const arrival = this.#arrival(r, depart, timeIn, k, j);
        if (arrival > until) continue;
        const leave = (arrival < from ? from : arrival) + series.dwell[s];
        for (let m = j; m <= breakCount; m++) {
          if (this.#arrival(r, leave, timeOut, j, m) <= labels.latest[i * perPosition + m]) return true;
        }
      }
    }
    return false;
  }

  /** Arrival after a leg with the breaks from k to j on it; `NEVER` when one would start too late. */
  #arrival(r: number, depart: number, travel: number, k: number, j: number): number {
    const { bySlot, earliest, latest, duration } = this.#problem.breaks;
    let now = depart;
    let ahead = travel;
    for (let b = bySlot[r] + k, end = bySlot[r] + j; b < end; b++) {
      const begin = now > earliest[b] ? now : earliest[b];
      if (begin > latest[b]) return NEVER;
      ahead = ahead > begin - now ? ahead - (begin - now) : 0;
      now = begin + duration[b];
    }
    return now + ahead;
  }

  /** Base plus the change of legs and times by one detour; `NEVER` when it is impossible. */
  #deltaBy(s: number, r: number, detour: number, base: number): number {
    const rows = this.#rows;
    const { slots, series, visits } = this.#problem;
    const { legTime, visitAt, times } = rows;
    const row = rows.current[r];
    const o = row * rows.width;
    const i = o + this.#detours.position[detour];
    const last = o + rows.length[row] + 1;
    const timeIn = this.#detours.timeIn[detour];
    const timeOut = this.#detours.timeOut[detour];
    const moved = timeIn + timeOut - legTime[i];
    const travel = times.travel[row] + moved;
    if (travel > slots.travelCap[r] && (s < series.firstDuty || rows.content.visitCount[row] > 0)) return NEVER;
    const walker = this.#walker;
    walker.resume(r, rows, i - 1);
    if (!walker.visit(s, timeIn)) return NEVER;
    for (let j = i; j < last; j++) {
      if (!walker.visit(visits.series[visitAt[j]], j === i ? timeOut : legTime[j])) return NEVER;
    }
    const stay = times.stay[row] + series.dwell[s];
    const ease = easeOfRow(rows, row) + easeOfSeries(this.#problem, s);
    const cost = walker.finish(last === i ? timeOut : legTime[last], travel, stay, ease);
    if (cost >= NEVER) return NEVER;
    const before = times.end[row] - slots.start[r] - times.stay[row] - times.paused[row] + times.timePrice[row];
    return base + cost - before + (this.#detours.cost[detour] - moved);
  }
}
