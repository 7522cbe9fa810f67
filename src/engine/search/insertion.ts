import { FAR, NEVER, type Problem } from '../problem/layout.ts';
import { hingePrice, levelPrice } from './prices.ts';
import type { Tables } from './tables.ts';
import type { Tours } from './tours.ts';
import { Walker } from './walker.ts';

/** Chance of overlooking the best position of a slot that leads, so that equal ruins are rebuilt differently (SISR's blinks). */
const BLINK = 0.01;
/** Slots of a day up to which all are asked, and neighbours that tell which of more are near. */
const FEW_SLOTS = 3;
const NEAREST = 16;
/** Marks an answer that is the least delta, not a bound of it. */
const EXACT = 1;
/** Mean steps between two blinks, negated, for drawing the next gap. */
const GAP = 1 / Math.log(1 - BLINK);

/**
 * Finds where a visit of a series fits best. A candidate's delta is exact: times, prices that hang on
 * them, amounts, labels, groups, the slot's own price. What concerns the series' calendar is the caller's.
 */
export class Insertion {
  /** Slot and position of the best candidate of the last question. */
  slot = -1;
  position = 0;
  readonly #solution: Tours;
  readonly #tables: Tables;
  readonly #problem: Problem;
  readonly #walker: Walker;
  readonly #next: () => number;
  readonly #bounds: Float64Array;
  /** [s, r, 4] what a slot's content answered: the content's version, the least delta or a bound of it, its position, which of the two. */
  readonly #known: Int32Array;
  /** [kind] the last question in which an empty slot of the kind was asked. */
  readonly #kindAsked: Int32Array;
  #stamp = 0;
  /** [r] the last turn in which the slot was near. */
  readonly #near: Int32Array;
  #nearMark = 0;
  #exact = true;
  #bestPosition = 0;
  #blink: number;

  constructor(tours: Tours, next: () => number) {
    this.#solution = tours;
    this.#tables = tours.tables;
    this.#problem = tours.tables.problem;
    this.#walker = Walker.of(tours.tables.problem);
    this.#next = next;
    this.#bounds = new Float64Array(tours.tables.width + 1);
    this.#known = new Int32Array(tours.tables.problem.seriesCount * tours.tables.problem.slotCount * 4);
    this.#near = new Int32Array(tours.tables.problem.slotCount);
    this.#kindAsked = new Int32Array(1 + tours.tables.problem.slotKind.reduce((most, kind) => Math.max(most, kind), 0));
    this.#blink = this.#gap();
  }

  /**
   * The least delta below a bound of a visit of series s on the slots of a day, `NEVER` for none; sets `slot`
   * and `position`.
   * What a slot answered is kept until the slot changes, and is true again when the change is undone: most
   * questions come up twice. Of several empty slots that differ in nothing, one is asked.
   */
  bestOnDay(s: number, day: number, bound: number, everywhere = false): number {
    const { dayStart, daySlots, slotCount, slotKind, groupCount } = this.#problem;
    const { row, length, version } = this.#tables;
    const known = this.#known;
    const asked = this.#kindAsked;
    const stamp = ++this.#stamp;
    const many = !everywhere && dayStart[day + 1] - dayStart[day] > FEW_SLOTS;
    const near = this.#near;
    const mark = this.#nearMark;
    let best: number = NEVER;
    for (let e = dayStart[day], last = dayStart[day + 1]; e < last; e++) {
      const r = daySlots[e];
      const own = row[r];
      if (length[own] === 0) {
        if (asked[slotKind[r]] === stamp) continue;
        asked[slotKind[r]] = stamp;
      } else if (many && near[r] !== mark) continue;
      const cell = (s * slotCount + r) * 4;
      const limit = best < bound ? best : bound;
      const isKnown = known[cell] === version[own] && (known[cell + 3] === EXACT || known[cell + 1] >= limit);
      let delta = isKnown ? known[cell + 1] : this.#ask(s, r, cell, groupCount > 0 ? NEVER : limit);
      if (known[cell + 3] !== EXACT || (delta >= limit && groupCount === 0)) continue;
      let position = known[cell + 2];
      if (--this.#blink <= 0) {
        this.#blink = this.#gap();
        delta = this.#search(s, r, position, NEVER);
        position = this.position;
      }
      if (groupCount > 0 && delta < NEVER) delta += this.#groupDelta(s, r);
      if (delta >= limit) continue;
      best = delta;
      this.slot = r;
      this.#bestPosition = position;
    }
    if (best === NEVER && many && bound === NEVER) return this.bestOnDay(s, day, bound, true);
    this.position = this.#bestPosition;
    return best;
  }

  /**
   * Says which series the next questions are about. On days with many slots only those are asked that hold a
   * visit to one of its nearest neighbours, and an empty one; all of them when those have no room.
   */
  turnTo(s: number): void {
    const { neighbourCount, neighbours, seriesStart } = this.#problem;
    const { slotOf } = this.#tables;
    const mark = ++this.#nearMark;
    for (let k = 0; k < NEAREST && k < neighbourCount; k++) {
      const other = neighbours[s * neighbourCount + k];
      for (let v = seriesStart[other]; v < seriesStart[other + 1]; v++) if (slotOf[v] >= 0) this.#near[slotOf[v]] = mark;
    }
  }

  /** The least delta of a visit of series s on slot r, `NEVER` for none; sets `position`. */
  probe(s: number, r: number): number {
    const cell = (s * this.#problem.slotCount + r) * 4;
    const isKnown = this.#known[cell] === this.#tables.version[this.#tables.row[r]] && this.#known[cell + 3] === EXACT;
    const delta = isKnown ? this.#known[cell + 1] : this.#ask(s, r, cell, NEVER);
    this.position = this.#known[cell + 2];
    return delta < NEVER ? delta + this.#groupDelta(s, r) : NEVER;
  }

  /** Searches a slot and keeps what it answers: the least delta, or that none is below the bound. */
  #ask(s: number, r: number, cell: number, bound: number): number {
    const delta = this.#search(s, r, 0, bound);
    this.#known[cell] = this.#tables.version[this.#tables.row[r]];
    this.#known[cell + 1] = delta;
    this.#known[cell + 2] = this.position;
    this.#known[cell + 3] = this.#exact ? EXACT : 0;
    return delta;
  }

  /** Exact delta at one position, or `NEVER`. */
  deltaAt(s: number, r: number, position: number): number {
    const base = this.#slotDelta(s, r);
    if (base >= NEVER) return NEVER;
    const delta =
      this.#problem.slotLabelled[r] === 1 ? this.#walkDelta(s, r, position, base) : this.#probeSimple(s, r, base, 0, position, position);
    return delta < NEVER ? delta + this.#groupDelta(s, r) : NEVER;
  }

  /** The least delta but for groups, overlooking one position (0 for none); see `#probeLabelled` for the bound. */
  #search(s: number, r: number, overlooked: number, bound: number): number {
    this.#exact = true;
    const base = this.#slotDelta(s, r);
    if (base >= NEVER) return NEVER;
    const last = this.#tables.length[this.#tables.row[r]] + 1;
    if (last > this.#problem.mostStops) return NEVER;
    return this.#problem.slotLabelled[r] === 1
      ? this.#probeLabelled(s, r, base, overlooked, bound)
      : this.#probeSimple(s, r, base, overlooked, 1, last);
  }

  /** What the slot charges for the visit wherever it stands. */
  #slotDelta(s: number, r: number): number {
    const { amountCount, amountCap, amount, seriesCount, slotCount, slotPrice, levelStart, levelOf } = this.#problem;
    const tours = this.#tables;
    const row = tours.row[r];
    let delta = slotPrice[s * slotCount + r];
    if (delta === NEVER) return NEVER;
    for (let k = 0; k < amountCount; k++) {
      if (tours.amounts[row * amountCount + k] + amount[k * seriesCount + s] > amountCap[r * amountCount + k]) return NEVER;
    }
    for (let l = levelStart[r]; l < levelStart[r + 1]; l++) {
      const now = tours.amounts[row * amountCount + levelOf[l]];
      delta += levelPrice(this.#problem, l, now + amount[levelOf[l] * seriesCount + s]) - levelPrice(this.#problem, l, now);
    }
    if (tours.visits[row] === 0 && s < this.#problem.firstDuty) delta += this.#problem.slotOpening[r];
    return delta + this.#labelDelta(s, row);
  }

  #groupDelta(s: number, r: number): number {
    const { slotGroupStart, slotGroups, groupOf, amount, seriesCount } = this.#problem;
    let delta = 0;
    for (let e = slotGroupStart[r]; e < slotGroupStart[r + 1]; e++) {
      const g = slotGroups[e];
      delta += this.#solution.groupDelta(g, amount[groupOf[g] * seriesCount + s]);
    }
    return delta;
  }

  #labelDelta(s: number, row: number): number {
    const label = this.#problem.seriesLabel[s];
    if (label < 0) return 0;
    const isNew = this.#tables.labelled[row * this.#problem.labelCount + label] === 0;
    return isNew && this.#tables.labelsPresent[row] > 0 ? this.#problem.labelPrice : 0;
  }

  #probeSimple(s: number, r: number, base: number, overlooked: number, first: number, final: number): number {
    const problem = this.#problem;
    const { at, depart, latest, tail, floor, waited, edgeCost, edgeTime, costTo, timeTo } = this.#tables;
    const { placeCount, legCost, legTime } = problem;
    const row = this.#tables.row[r];
    const o = row * this.#tables.width;
    const cell = s * problem.dayCount + problem.slotDay[r];
    const from = problem.openFrom[cell];
    const close = problem.openUntil[cell];
    const dwell = problem.seriesDwell[s];
    const legs = (problem.slotClass[r] * placeCount + problem.seriesPlace[s]) * placeCount;
    const end = this.#tables.end[row];
    const offset = base - this.#tables.idle[row];
    const special = this.#isPricedByTime(r);
    const priced = legCost !== legTime;
    let best: number = NEVER;
    for (let i = o + first, last = o + final; i <= last; i++) {
      if (i === o + overlooked) continue;
      const p = at[i - 1];
      const n = at[i];
      const detour = costTo[legs + p] + legCost[legs + n] - edgeCost[i];
      if (detour + offset + waited[i - 1] >= best) continue;
      const timeIn = priced ? timeTo[legs + p] : costTo[legs + p];
      const timeOut = priced ? legTime[legs + n] : legCost[legs + n];
      const arrival = depart[i - 1] + timeIn;
      const start = arrival < from ? from : arrival;
      if (start > close) continue;
      const onward = start + dwell + timeOut;
      if (onward > latest[i]) continue;
      const over = onward + tail[i];
      const newEnd = over > floor[i] ? over : floor[i];
      const moved = timeIn + timeOut - edgeTime[i];
      let delta = newEnd - end - dwell + (detour - moved) + base;
      if (special) {
        const byTime = this.#specialDelta(r, moved, newEnd, i === o + 1 ? start : this.#tables.first[row]);
        if (byTime >= NEVER) continue;
        delta += byTime;
      }
      if (delta < best) {
        best = delta;
        this.position = i - o;
      }
    }
    return best;
  }

  #isPricedByTime(r: number): boolean {
    const { hingeStart, slotTravelCap, slotWorkCap, slotFirstCap } = this.#problem;
    return hingeStart[r + 1] > hingeStart[r] || slotTravelCap[r] < NEVER || slotWorkCap[r] < NEVER || slotFirstCap[r] < NEVER;
  }

  /** Change of the prices that hang on times; `NEVER` beyond a cap. */
  #specialDelta(r: number, moved: number, end: number, first: number): number {
    const { slotStart, slotTravelCap, slotWorkCap, slotFirstCap } = this.#problem;
    const row = this.#tables.row[r];
    const travel = this.#tables.travel[row] + moved;
    const work = end - slotStart[r];
    if (travel > slotTravelCap[r] || work > slotWorkCap[r] || first > slotFirstCap[r]) return NEVER;
    return hingePrice(this.#problem, r, travel, work, end, first) - this.#tables.timePrice[row];
  }

  /**
   * Positions by rising lower bound (the detour, less the waiting that a later start could use up); each is
   * walked exactly until no bound is below the best. Mostly one walk does. Positions whose bound reaches the
   * caller's are not walked: then the least of the bounds comes back, and `exact` is false.
   */
  #probeLabelled(s: number, r: number, base: number, overlooked: number, bound: number): number {
    const { at, waited, edgeCost, costTo } = this.#tables;
    const { placeCount, legCost } = this.#problem;
    const row = this.#tables.row[r];
    const o = row * this.#tables.width;
    const last = this.#tables.length[row] + 1;
    const legs = (this.#problem.slotClass[r] * placeCount + this.#problem.seriesPlace[s]) * placeCount;
    const offset = base - this.#tables.idle[row];
    const bounds = this.#bounds;
    let skipped: number = NEVER;
    let candidates = 0;
    for (let i = 1; i <= last; i++) {
      bounds[i] = NEVER;
      if (i === overlooked) continue;
      const least = costTo[legs + at[o + i - 1]] + legCost[legs + at[o + i]] - edgeCost[o + i] + offset + waited[o + i - 1];
      if (least >= FAR) continue;
      if (least >= bound) {
        if (least < skipped && this.#mayFit(s, r, i)) skipped = least;
      } else if (this.#mayFit(s, r, i)) {
        bounds[i] = least;
        candidates++;
      }
    }
    let best: number = NEVER;
    for (; candidates > 0; candidates--) {
      let next = 1;
      for (let i = 2; i <= last; i++) if (bounds[i] < bounds[next]) next = i;
      if (bounds[next] >= best) break;
      const delta = this.#walkDelta(s, r, next, base);
      bounds[next] = NEVER;
      if (delta < best) {
        best = delta;
        this.position = next;
      }
    }
    this.#exact = best <= skipped;
    return this.#exact ? best : skipped;
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
  #walkDelta(s: number, r: number, position: number, base: number): number {
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
    const cost = walker.finish(last === i ? timeOut : edgeTime[last], travel, stay);
    if (cost >= NEVER) return NEVER;
    const before = tours.end[row] - problem.slotStart[r] - tours.stay[row] - tours.paused[row] + tours.timePrice[row];
    const detour = tours.costTo[legs + at[i - 1]] + legCost[legs + at[i]] - edgeCost[i];
    return base + cost - before + (detour - moved);
  }

  #gap(): number {
    return 1 + Math.floor(Math.log(this.#next() + 1e-12) * GAP);
  }
}
