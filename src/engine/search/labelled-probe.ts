import { FAR, NEVER, type Problem } from '../problem/layout.ts';
import { Detours } from './detours.ts';
import { type Tables, easeOf, easedOn } from './tables.ts';
import { Walker } from './walker.ts';

/** Finds where a visit fits best on a slot with breaks, split windows or order prices, by walking a few positions. */
export class LabelledProbe {
  /** Of the last question: the best position, and whether the answer is the least delta, not a bound of it. */
  position = 0;
  exact = true;
  readonly #tables: Tables;
  readonly #problem: Problem;
  readonly #walker: Walker;
  readonly #detours: Detours;
  readonly #bounds: Float64Array;

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#problem = tables.problem;
    this.#walker = Walker.of(tables.problem);
    this.#detours = new Detours(tables);
    this.#bounds = new Float64Array(this.#detours.cost.length);
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
    const { waited, edgeTime } = this.#tables;
    const row = this.#tables.row[r];
    const o = row * this.#tables.width;
    const offset = base - this.#tables.idle[row] - (easeOf(this.#problem, s) > 0 ? this.#tables.timePrice[row] : 0);
    const bounds = this.#bounds;
    const detours = this.#detours;
    const { position, timeIn, timeOut, cost } = detours;
    detours.lay(s, r, 1, this.#tables.length[row] + 1);
    for (let e = 0; e < detours.count; e++) {
      const i = o + position[e];
      const least = cost[e] + offset + waited[i - 1];
      const isPossible = least < FAR && timeIn[e] + timeOut[e] - edgeTime[i] <= room && position[e] !== overlooked;
      bounds[e] = isPossible ? least : NEVER;
    }
    let best: number = NEVER;
    if (detours.count === 0) return NEVER;
    for (;;) {
      let next = 0;
      for (let e = 1; e < detours.count; e++) if (bounds[e] < bounds[next]) next = e;
      const least = bounds[next];
      if (least >= best || least >= bound) {
        this.exact = best <= least;
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
  }

  /**
   * Time that a slot has left for the way to a visit: all but stays, ways, and breaks that cannot wait until the end.
   * Without visits the day may end at any time.
   */
  #room(s: number, r: number): number {
    const { firstDuty, slotStart, slotLatest, seriesDwell, breakStart, breakLatest, breakLength } = this.#problem;
    if (s >= firstDuty) return NEVER;
    const { row, travel, stay } = this.#tables;
    let end = slotStart[r] + travel[row[r]] + stay[row[r]] + seriesDwell[s];
    for (let b = breakStart[r]; b < breakStart[r + 1]; b++) if (end > breakLatest[b]) end += breakLength[b];
    return slotLatest[r] - end;
  }

  /** Necessary for a fit, by outer windows, with breaks wherever they fit. Duties are few and always tried. */
  #mayFit(s: number, r: number, detour: number): boolean {
    const problem = this.#problem;
    if (s >= problem.firstDuty) return true;
    const { labels, labelTime, labelLatest, width } = this.#tables;
    const i = this.#tables.row[r] * width + this.#detours.position[detour];
    const timeIn = this.#detours.timeIn[detour];
    const timeOut = this.#detours.timeOut[detour];
    const cell = s * problem.dayCount + problem.slotDay[r];
    const from = problem.openFrom[cell];
    const until = problem.openUntil[cell];
    const breaks = problem.breakStart[r + 1] - problem.breakStart[r];
    for (let k = 0; k <= breaks; k++) {
      const depart = labelTime[(i - 1) * labels + k];
      if (depart >= NEVER) continue;
      for (let j = k; j <= breaks; j++) {
        const arrival = this.#arrival(r, depart, timeIn, k, j);
        if (arrival > until) continue;
        const leave = (arrival < from ? from : arrival) + problem.seriesDwell[s];
        for (let m = j; m <= breaks; m++) if (this.#arrival(r, leave, timeOut, j, m) <= labelLatest[i * labels + m]) return true;
      }
    }
    return false;
  }

  /** Arrival after a way with the breaks from k to j on it; `NEVER` when one would start too late. */
  #arrival(r: number, depart: number, travel: number, k: number, j: number): number {
    const { breakStart, breakEarliest, breakLatest, breakLength } = this.#problem;
    let now = depart;
    let ahead = travel;
    for (let b = breakStart[r] + k; b < breakStart[r] + j; b++) {
      const begin = now > breakEarliest[b] ? now : breakEarliest[b];
      if (begin > breakLatest[b]) return NEVER;
      ahead = ahead > begin - now ? ahead - (begin - now) : 0;
      now = begin + breakLength[b];
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
    const tours = this.#tables;
    const problem = this.#problem;
    const { labels, labelTime, labelOrder, labelFirst, edgeTime, seq } = tours;
    const { visitSeries } = problem;
    const row = tours.row[r];
    const o = row * tours.width;
    const i = o + this.#detours.position[detour];
    const last = o + tours.length[row] + 1;
    const timeIn = this.#detours.timeIn[detour];
    const timeOut = this.#detours.timeOut[detour];
    const moved = timeIn + timeOut - edgeTime[i];
    const travel = tours.travel[row] + moved;
    if (travel > problem.slotTravelCap[r] && (s < problem.firstDuty || tours.visits[row] > 0)) return NEVER;
    const walker = this.#walker;
    walker.resume(r, labelTime, labelOrder, labelFirst, (i - 1) * labels);
    if (!walker.visit(s, timeIn)) return NEVER;
    for (let j = i; j < last; j++) {
      if (!walker.visit(visitSeries[seq[j]], j === i ? timeOut : edgeTime[j])) return NEVER;
    }
    const stay = tours.stay[row] + problem.seriesDwell[s];
    const cost = walker.finish(last === i ? timeOut : edgeTime[last], travel, stay, easedOn(tours, row) + easeOf(problem, s));
    if (cost >= NEVER) return NEVER;
    const before = tours.end[row] - problem.slotStart[r] - tours.stay[row] - tours.paused[row] + tours.timePrice[row];
    return base + cost - before + (this.#detours.cost[detour] - moved);
  }
}
