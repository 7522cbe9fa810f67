import { FAR, NEVER, type Problem } from '../problem/layout.ts';
import { WayChooser } from './way-chooser.ts';
import { Detours } from './detours.ts';
import { priceOfFirst } from './prices.ts';
import { easeOfRow, easeOfSeries } from './row-content.ts';
import type { Rows } from './rows.ts';
import { Walker } from './walker.ts';

/** Finds where a visit fits best on a slot with breaks, split windows or order prices, by walking a few positions. */
export class LabelledProbe {
  /** Of the last question: the best position, and whether the answer is the least delta, not a bound of it. */
  position = 0;
  exact = true;
  readonly #tables: Rows;
  readonly #problem: Problem;
  readonly #walker: Walker;
  readonly #detours: Detours;
  readonly #bounds: Float64Array;
  readonly #tried: Int32Array;
  #quickest = 0;

  constructor(tables: Rows) {
    this.#tables = tables;
    this.#problem = tables.problem;
    this.#walker = Walker.of(tables.problem);
    this.#detours = new Detours(tables);
    this.#bounds = new Float64Array(this.#detours.cost.length);
    this.#tried = new Int32Array(tables.width);
  }

  /**
   * Detours by rising lower bound (their cost, less the waiting that a later start could use up); each is
   * walked exactly until no bound is below the best. Mostly one walk does. Detours whose bound reaches the
   * caller's are not walked: then the least of the bounds comes back, and `exact` is false.
   */
  best(s: number, r: number, base: number, overlooked: number, bound: number): number {
    const room = this.#room(s, r);
    this.exact = true;
    if (room < 0) return NEVER;
    const { times, legTime } = this.#tables;
    const row = this.#tables.current[r];
    const o = row * this.#tables.width;
    const offset = base - times.idle[row];
    // A visit that eases the end may undo prices of times, an earlier first start those of the first start.
    const undone = times.timePrice[row];
    const undoneFirst = undone > 0 ? priceOfFirst(this.#problem, r, times.first[row]) : 0;
    const isEased = easeOfSeries(this.#problem, s) > 0;
    const bounds = this.#bounds;
    const detours = this.#detours;
    const { position, timeIn, timeOut, cost } = detours;
    detours.lay(s, r, 1, this.#tables.length[row] + 1);
    for (let e = 0; e < detours.count; e++) {
      const i = o + position[e];
      const moved = timeIn[e] + timeOut[e] - legTime[i];
      const least = cost[e] + offset + times.waited[i - 1] - (isEased ? undone : position[e] === 1 ? undoneFirst : 0);
      const isPossible = least < FAR && moved <= room && position[e] !== overlooked;
      bounds[e] = isPossible ? least : NEVER;
    }
    let best: number = NEVER;
    while (detours.count > 0) {
      let next = 0;
      for (let e = 1; e < detours.count; e++) if (bounds[e] < bounds[next]) next = e;
      const least = bounds[next];
      if (least >= best || least >= bound) {
        this.exact = best <= least;
        if (best === NEVER && least === NEVER) break;
        return this.exact ? best : least;
      }
      bounds[next] = NEVER;
      if (!this.#mayFit(s, r, next)) continue;
      const delta = this.#deltaBy(s, r, next, base);
      if (delta < best) {
        best = delta;
        this.position = position[next];
      }
    }
    return this.#anew(s, r, base, bound);
  }

  /**
   * Where no detour fits the ways as they are, faster ones may make room: they are chosen anew for the whole row,
   * with the visit at the position of the quickest detour by any way.
   */
  #anew(s: number, r: number, base: number, bound: number): number {
    const { length, current, times, chosenWays } = this.#tables;
    const { series, slots } = this.#problem;
    const own = current[r];
    if (chosenWays.quickest[own] >= times.travel[own] || s >= series.firstDuty) return NEVER;
    const cost = this.#quickestDetour(s, r);
    const spent = slots.start[r] + times.stay[own];
    if (spent + chosenWays.quickest[own] + this.#quickest + series.dwell[s] > slots.latest[r]) return NEVER;
    const before = times.end[own] - spent - times.paused[own] + times.legPrice[own] + times.timePrice[own];
    const least = base + chosenWays.cheapest[own] + cost - before;
    this.exact = least < bound;
    if (!this.exact) return least;
    if (
      !WayChooser.of(this.#problem).choose(
        r,
        this.#with(s, r),
        0,
        length[own] + 1,
        easeOfRow(this.#tables, own) + easeOfSeries(this.#problem, s),
      )
    ) {
      return NEVER;
    }
    return base + WayChooser.of(this.#problem).cost - before;
  }

  /** Finds the position of the quickest detour by any way; returns the cost of the cheapest. */
  #quickestDetour(s: number, r: number): number {
    const { width, length, current, placeAt, legsTo } = this.#tables;
    const { placeCount, slots, series, legs } = this.#problem;
    const o = current[r] * width;
    const matrix = slots.legClass[r] * placeCount;
    const ofPlace = (matrix + series.place[s]) * placeCount;
    let cheapest: number = FAR;
    this.#quickest = FAR;
    for (let i = 1; i <= length[current[r]] + 1; i++) {
      const [from, to] = [placeAt[o + i - 1], placeAt[o + i]];
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

  /** The visits of a slot with one of a series at the position. */
  #with(s: number, r: number): Int32Array {
    const { width, length, current, visitAt } = this.#tables;
    const o = current[r] * width;
    for (let i = 1; i <= length[current[r]]; i++) this.#tried[i < this.position ? i - 1 : i] = visitAt[o + i];
    this.#tried[this.position - 1] = this.#problem.visits.bySeries[s];
    return this.#tried;
  }

  /**
   * Time that a slot has left for the way to a visit: all but stays, ways, and breaks that cannot wait until the end.
   * Without visits the day may end at any time.
   */
  #room(s: number, r: number): number {
    const { series, slots, breaks } = this.#problem;
    if (s >= series.firstDuty) return NEVER;
    const { current, times } = this.#tables;
    let end = slots.start[r] + times.travel[current[r]] + times.stay[current[r]] + series.dwell[s];
    for (let b = breaks.bySlot[r]; b < breaks.bySlot[r + 1]; b++) if (end > breaks.latest[b]) end += breaks.duration[b];
    return slots.latest[r] - end;
  }

  /** Necessary for a fit, by outer windows, with breaks wherever they fit. Duties are few and always tried. */
  #mayFit(s: number, r: number, detour: number): boolean {
    const problem = this.#problem;
    if (s >= problem.series.firstDuty) return true;
    const { width, labels } = this.#tables;
    const i = this.#tables.current[r] * width + this.#detours.position[detour];
    const timeIn = this.#detours.timeIn[detour];
    const timeOut = this.#detours.timeOut[detour];
    const cell = s * problem.dayCount + problem.slots.day[r];
    const from = problem.opening.from[cell];
    const until = problem.opening.until[cell];
    const breaks = problem.breaks.bySlot[r + 1] - problem.breaks.bySlot[r];
    for (let k = 0; k <= breaks; k++) {
      const depart = labels.time[(i - 1) * labels.perPosition + k];
      if (depart >= NEVER) continue;
      for (let j = k; j <= breaks; j++) {
        const arrival = this.#arrival(r, depart, timeIn, k, j);
        if (arrival > until) continue;
        const leave = (arrival < from ? from : arrival) + problem.series.dwell[s];
        for (let m = j; m <= breaks; m++)
          if (this.#arrival(r, leave, timeOut, j, m) <= labels.latest[i * labels.perPosition + m]) return true;
      }
    }
    return false;
  }

  /** Arrival after a way with the breaks from k to j on it; `NEVER` when one would start too late. */
  #arrival(r: number, depart: number, travel: number, k: number, j: number): number {
    const { breaks } = this.#problem;
    let now = depart;
    let ahead = travel;
    for (let b = breaks.bySlot[r] + k; b < breaks.bySlot[r] + j; b++) {
      const begin = now > breaks.earliest[b] ? now : breaks.earliest[b];
      if (begin > breaks.latest[b]) return NEVER;
      ahead = ahead > begin - now ? ahead - (begin - now) : 0;
      now = begin + breaks.duration[b];
    }
    return now + ahead;
  }

  /** Base plus the change of all that hangs on times and legs when a visit comes in at a position; `NEVER` when it cannot. */
  deltaAt(s: number, r: number, position: number, base: number): number {
    this.#detours.lay(s, r, position, position);
    let best: number = NEVER;
    for (let e = 0; e < this.#detours.count; e++) best = Math.min(best, this.#deltaBy(s, r, e, base));
    return best;
  }

  /** The same by one detour. */
  #deltaBy(s: number, r: number, detour: number, base: number): number {
    const rows = this.#tables;
    const problem = this.#problem;
    const { labels, legTime, visitAt } = rows;
    const { visits } = problem;
    const row = rows.current[r];
    const o = row * rows.width;
    const i = o + this.#detours.position[detour];
    const last = o + rows.length[row] + 1;
    const timeIn = this.#detours.timeIn[detour];
    const timeOut = this.#detours.timeOut[detour];
    const moved = timeIn + timeOut - legTime[i];
    const travel = rows.times.travel[row] + moved;
    if (travel > problem.slots.travelCap[r] && (s < problem.series.firstDuty || rows.content.visitCount[row] > 0)) return NEVER;
    const walker = this.#walker;
    walker.resume(r, labels.time, labels.order, labels.first, (i - 1) * labels.perPosition);
    if (!walker.visit(s, timeIn)) return NEVER;
    for (let j = i; j < last; j++) {
      if (!walker.visit(visits.series[visitAt[j]], j === i ? timeOut : legTime[j])) return NEVER;
    }
    const stay = rows.times.stay[row] + problem.series.dwell[s];
    const cost = walker.finish(last === i ? timeOut : legTime[last], travel, stay, easeOfRow(rows, row) + easeOfSeries(problem, s));
    if (cost >= NEVER) return NEVER;
    const before = rows.times.end[row] - problem.slots.start[r] - rows.times.stay[row] - rows.times.paused[row] + rows.times.timePrice[row];
    return base + cost - before + (this.#detours.cost[detour] - moved);
  }
}
