import { FAR, NEVER, type Problem } from '../problem/layout.ts';
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
  readonly #bounds: Float64Array;

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#problem = tables.problem;
    this.#walker = Walker.of(tables.problem);
    this.#bounds = new Float64Array(tables.width + 1);
  }

  /**
   * Positions by rising lower bound (the detour, less the waiting that a later start could use up); each is
   * walked exactly until no bound is below the best. Mostly one walk does. Positions whose bound reaches the
   * caller's are not walked: then the least of the bounds comes back, and `exact` is false.
   */
  best(s: number, r: number, base: number, overlooked: number, bound: number): number {
    const room = this.#room(s, r);
    this.exact = true;
    if (room < 0) return NEVER;
    const { at, waited, edgeCost, edgeTime, costTo, timeTo } = this.#tables;
    const { placeCount, legCost, legTime } = this.#problem;
    const row = this.#tables.row[r];
    const o = row * this.#tables.width;
    const last = this.#tables.length[row] + 1;
    const legs = (this.#problem.slotClass[r] * placeCount + this.#problem.seriesPlace[s]) * placeCount;
    const offset = base - this.#tables.idle[row] - (easeOf(this.#problem, s) > 0 ? this.#tables.timePrice[row] : 0);
    const bounds = this.#bounds;
    for (let i = 1, cell = o + 1; i <= last; i++, cell++) {
      const from = legs + at[cell - 1];
      const to = legs + at[cell];
      const least = costTo[from] + legCost[to] - edgeCost[cell] + offset + waited[cell - 1];
      const isPossible = least < FAR && timeTo[from] + legTime[to] - edgeTime[cell] <= room && i !== overlooked;
      bounds[i] = isPossible ? least : NEVER;
    }
    let best: number = NEVER;
    for (;;) {
      let next = 1;
      for (let i = 2; i <= last; i++) if (bounds[i] < bounds[next]) next = i;
      const least = bounds[next];
      if (least >= best || least >= bound) {
        this.exact = best <= least;
        return this.exact ? best : least;
      }
      bounds[next] = NEVER;
      if (!this.#mayFit(s, r, next)) continue;
      const delta = this.deltaAt(s, r, next, base);
      if (delta < best) {
        best = delta;
        this.position = next;
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
  #mayFit(s: number, r: number, position: number): boolean {
    const problem = this.#problem;
    if (s >= problem.firstDuty) return true;
    const { labels, labelTime, labelLatest, at, timeTo, width } = this.#tables;
    const i = this.#tables.row[r] * width + position;
    const legs = (problem.slotClass[r] * problem.placeCount + problem.seriesPlace[s]) * problem.placeCount;
    const timeIn = timeTo[legs + at[i - 1]];
    const timeOut = problem.legTime[legs + at[i]];
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
    const tours = this.#tables;
    const problem = this.#problem;
    const { labels, labelTime, labelOrder, labelFirst, edgeTime, edgeCost, at, seq } = tours;
    const { placeCount, legCost, legTime, visitSeries } = problem;
    const row = tours.row[r];
    const o = row * tours.width;
    const i = o + position;
    const last = o + tours.length[row] + 1;
    const legs = (problem.slotClass[r] * placeCount + problem.seriesPlace[s]) * placeCount;
    const timeIn = tours.timeTo[legs + at[i - 1]];
    const timeOut = legTime[legs + at[i]];
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
    const detour = tours.costTo[legs + at[i - 1]] + legCost[legs + at[i]] - edgeCost[i];
    return base + cost - before + (detour - moved);
  }
}
