import { NEVER, type Problem } from '../../../problem/layout.ts';
import type { Tours } from '../../state/tours.ts';

/** The set of all days of a horizon, which may be too long for a bit each. */
const EVERY_DAY = -1;

/**
 * Chooses days for all visits of a series that has none yet: a dynamic program over days, in order of
 * visits. Cost of a plan: best insertion on each day, gaps between days, both ends of the horizon, and what is left
 * out; once for each weekday that might be the frequent one. Sets of days are enumerated where the series
 * has patterns. Phases are counted as a bonus on each of their days, which is exact for one visit in a phase.
 */
export class DayPlanner {
  /** [n-th visit of the series] chosen day, or -1 to leave it out. */
  readonly chosen: Int32Array;
  readonly #problem: Problem;
  readonly #best: Float64Array;
  readonly #from: Int16Array;
  readonly #day: Float64Array;
  /** Days that can take a visit at all. */
  readonly #open: Int32Array;
  #openCount = 0;
  #last = -1;

  constructor(tours: Tours) {
    const { problem } = tours;
    let most = 1;
    for (let s = 0; s < problem.series.count; s++) most = Math.max(most, problem.visits.bySeries[s + 1] - problem.visits.bySeries[s]);
    this.#problem = problem;
    this.chosen = new Int32Array(most);
    this.#best = new Float64Array((most + 1) * problem.dayCount);
    this.#from = new Int16Array((most + 1) * problem.dayCount);
    this.#day = new Float64Array(problem.dayCount);
    this.#open = new Int32Array(problem.dayCount);
  }

  /** Fills `chosen` for a series, given what each day costs. */
  plan(s: number, dayCost: Int32Array): void {
    const { calendar } = this.#problem;
    if (calendar.patterns.bySeries[s + 1] === calendar.patterns.bySeries[s]) this.#planFreely(s, dayCost, EVERY_DAY);
    else if (!this.#planPattern(s, dayCost)) this.#planPartOfPattern(s, dayCost);
  }

  /** All visits on the days of the cheapest pattern; false when that is impossible, or one had better be left out. */
  #planPattern(s: number, dayCost: Int32Array): boolean {
    const { dayCount, calendar, visits } = this.#problem;
    let best: number = NEVER;
    let set = 0;
    for (let p = calendar.patterns.bySeries[s]; p < calendar.patterns.bySeries[s + 1]; p++) {
      const cost = this.#patternCost(s, calendar.patterns.days[p], dayCost);
      if (cost < best) {
        best = cost;
        set = calendar.patterns.days[p];
      }
    }
    if (best >= NEVER) return false;
    let v = visits.bySeries[s];
    this.chosen.fill(-1);
    for (let d = 0; d < dayCount && v < visits.bySeries[s + 1]; d++) {
      if ((set & (1 << d)) === 0) continue;
      if (dayCost[d] > visits.price[v]) return false;
      this.chosen[v - visits.bySeries[s]] = d;
      v++;
    }
    return true;
  }

  /** The best of all patterns when visits may be left out. */
  #planPartOfPattern(s: number, dayCost: Int32Array): void {
    const { calendar } = this.#problem;
    let best = Infinity;
    let set = 0;
    for (let p = calendar.patterns.bySeries[s]; p < calendar.patterns.bySeries[s + 1]; p++) {
      const cost = this.#planFreely(s, dayCost, calendar.patterns.days[p]);
      if (cost < best) {
        best = cost;
        set = calendar.patterns.days[p];
      }
    }
    this.#planFreely(s, dayCost, set);
  }

  /** Cost of a set of days for the visits in order; `NEVER` when a day lies outside its visit's. */
  #patternCost(s: number, set: number, dayCost: Int32Array): number {
    const { dayCount, visits } = this.#problem;
    let cost = 0;
    let v = visits.bySeries[s];
    for (let d = 0; d < dayCount && v < visits.bySeries[s + 1]; d++) {
      if ((set & (1 << d)) === 0) continue;
      if (d < visits.firstDay[v] || d > visits.lastDay[v]) return NEVER;
      cost += dayCost[d];
      v++;
    }
    return cost;
  }

  /** Any days of a set, visits left out where that is cheaper; what it costs. */
  #planFreely(s: number, dayCost: Int32Array, set: number): number {
    const { dayCount, calendar } = this.#problem;
    const day = this.#day;
    day.set(dayCost);
    for (let p = calendar.phases.bySeries[s]; p < calendar.phases.bySeries[s + 1]; p++) {
      for (let d = calendar.phases.firstDay[p]; d <= calendar.phases.lastDay[p]; d++) day[d] -= calendar.phases.price[p];
    }
    this.#openCount = 0;
    for (let d = 0; d < dayCount; d++) {
      if (dayCost[d] < NEVER && (set === EVERY_DAY || (set & (1 << d)) !== 0)) this.#open[this.#openCount++] = d;
    }
    let best = Infinity;
    if (calendar.weekdayPrice[s] === 0) best = this.#run(s, day);
    else {
      let anchor = 0;
      for (let a = 0; a < Math.min(7, dayCount); a++) {
        if (!this.#isOpenWeekday(a)) continue;
        const cost = this.#runAnchored(s, day, a);
        if (cost < best) {
          best = cost;
          anchor = a;
        }
      }
      best = this.#runAnchored(s, day, anchor);
    }
    this.#trace(s);
    return best;
  }

  #isOpenWeekday(anchor: number): boolean {
    for (let a = 0; a < this.#openCount; a++) if ((this.#open[a] - anchor) % 7 === 0) return true;
    return false;
  }

  #runAnchored(s: number, day: Float64Array, anchor: number): number {
    const price = this.#problem.calendar.weekdayPrice[s];
    for (let d = 0; d < day.length; d++) if ((d - anchor) % 7 !== 0) day[d] += price;
    const cost = this.#run(s, day);
    for (let d = 0; d < day.length; d++) if ((d - anchor) % 7 !== 0) day[d] -= price;
    return cost;
  }

  /**
   * best[j, d]: the first j visits decided, the last one placed on day d. from[j, d]: the day before it,
   * -1 for none, -2 when visit j was left out. Returns the least cost, ends of the horizon included.
   */
  #run(s: number, day: Float64Array): number {
    const { dayCount, visits, calendar } = this.#problem;
    const best = this.#best;
    const from = this.#from;
    const first = visits.bySeries[s];
    const count = visits.bySeries[s + 1] - first;
    const gaps = s * (dayCount + 1);
    const open = this.#open;
    const openCount = this.#openCount;
    for (let a = 0; a < openCount; a++) best[open[a]] = Infinity;
    let skipped = 0;
    for (let j = 1; j <= count; j++) {
      const v = first + j - 1;
      const here = j * dayCount;
      const before = here - dayCount;
      for (let a = 0; a < openCount; a++) {
        const d = open[a];
        best[here + d] = best[before + d] + visits.price[v];
        from[here + d] = -2;
        if (d < visits.firstDay[v] || d > visits.lastDay[v]) continue;
        let least = skipped + calendar.firstGapPrice[s * dayCount + d];
        let previous = -1;
        for (let b = 0; b < a; b++) {
          const e = open[b];
          const cost = best[before + e] + calendar.gapPrice[gaps + d - e];
          if (cost < least) {
            least = cost;
            previous = e;
          }
        }
        if (least + day[d] < best[here + d]) {
          best[here + d] = least + day[d];
          from[here + d] = previous;
        }
      }
      skipped += visits.price[v];
    }
    let least = skipped + calendar.noVisitPrice[s];
    this.#last = -1;
    for (let a = 0; a < openCount; a++) {
      const d = open[a];
      const cost = best[count * dayCount + d] + calendar.openGapPrice[gaps + dayCount - d];
      if (cost < least) {
        least = cost;
        this.#last = d;
      }
    }
    return least;
  }

  #trace(s: number): void {
    const { dayCount, visits } = this.#problem;
    let d = this.#last;
    this.chosen.fill(-1);
    for (let j = visits.bySeries[s + 1] - visits.bySeries[s]; j >= 1 && d >= 0; j--) {
      const previous = this.#from[j * dayCount + d];
      if (previous === -2) continue;
      this.chosen[j - 1] = d;
      d = previous;
    }
  }
}
