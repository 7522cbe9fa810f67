import { NEVER, type Problem } from '../../../problem/layout.ts';
import type { Tours } from '../../state/tours.ts';
import { CountedDays } from './counted-days.ts';

/** The set of all days: a horizon may have too many for a bit each. */
const EVERY_DAY = -1;

/**
 * Chooses days for all visits of a series that has none yet, by a dynamic program over days in order of visits. It adds
 * the best insertion on each day, gaps between days, both ends of the horizon, and visits left out; once for each weekday
 * that may become the most frequent one. Where the series has patterns, it tries each. Phases count as a bonus on each of
 * their days, which is exact for one visit in a phase. Visits of other series that count for its gaps stay where they are.
 */
export class DayPlanner {
  /** [n-th visit of the series] chosen day; -1 leaves the visit out. */
  readonly chosen: Int32Array;
  readonly #tours: Tours;
  readonly #problem: Problem;
  /** See `#run`. */
  readonly #best: Float64Array;
  readonly #from: Int16Array;
  /** [d] cost of a visit on the day. */
  readonly #day: Float64Array;
  /** Days that can take a visit at all. */
  readonly #open: Int32Array;
  readonly #counted: CountedDays;
  /** Whether visits of other series count for the gaps now. */
  #isCounted = false;
  #openCount = 0;
  /** Day of the last visit; -1 for no visit. */
  #last = -1;

  constructor(tours: Tours) {
    const { dayCount, series, visits } = tours.problem;
    let most = 1;
    for (let s = 0; s < series.count; s++) most = Math.max(most, visits.bySeries[s + 1] - visits.bySeries[s]);
    this.#tours = tours;
    this.#problem = tours.problem;
    this.#counted = new CountedDays(tours.problem);
    this.chosen = new Int32Array(most);
    this.#best = new Float64Array((most + 1) * dayCount);
    this.#from = new Int16Array((most + 1) * dayCount);
    this.#day = new Float64Array(dayCount);
    this.#open = new Int32Array(dayCount);
  }

  /** Fills `chosen` for a series; `dayCost` is the cost of a visit on each day. */
  plan(s: number, dayCost: Int32Array): void {
    const { patterns } = this.#problem.calendar;
    this.#isCounted = this.#counted.read(this.#tours.placement, s);
    if (patterns.bySeries[s + 1] === patterns.bySeries[s]) this.#planFreely(s, dayCost, EVERY_DAY);
    else if (!this.#planPattern(s, dayCost)) this.#planPartOfPattern(s, dayCost);
  }

  /** All visits on the days of the cheapest pattern; false when that is impossible, or leaving one out is cheaper. */
  #planPattern(s: number, dayCost: Int32Array): boolean {
    const { dayCount, calendar, visits } = this.#problem;
    const { patterns } = calendar;
    let best: number = NEVER;
    let set = 0;
    for (let p = patterns.bySeries[s]; p < patterns.bySeries[s + 1]; p++) {
      const cost = this.#patternCost(s, patterns.days[p], dayCost);
      if (cost < best) {
        best = cost;
        set = patterns.days[p];
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
    const { patterns } = this.#problem.calendar;
    let best = Infinity;
    let set = 0;
    for (let p = patterns.bySeries[s]; p < patterns.bySeries[s + 1]; p++) {
      const cost = this.#planFreely(s, dayCost, patterns.days[p]);
      if (cost < best) {
        best = cost;
        set = patterns.days[p];
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

  /** The cheapest days of a set, visits left out where that is cheaper; returns the cost. */
  #planFreely(s: number, dayCost: Int32Array, set: number): number {
    const { dayCount, calendar } = this.#problem;
    const day = this.#day;
    day.set(dayCost);
    const { phases } = calendar;
    for (let p = phases.bySeries[s]; p < phases.bySeries[s + 1]; p++) {
      for (let d = phases.firstDay[p]; d <= phases.lastDay[p]; d++) day[d] -= phases.price[p];
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

  /** The same where each visit off one weekday costs the weekday price. */
  #runAnchored(s: number, day: Float64Array, anchor: number): number {
    const price = this.#problem.calendar.weekdayPrice[s];
    for (let d = 0; d < day.length; d++) if ((d - anchor) % 7 !== 0) day[d] += price;
    const cost = this.#run(s, day);
    for (let d = 0; d < day.length; d++) if ((d - anchor) % 7 !== 0) day[d] -= price;
    return cost;
  }

  /**
   * best[j, d]: least cost of the first j visits, the last of those served on day d. from[j, d]: the day of the visit
   * before it, -1 for none, -2 when visit j is left out. Returns the least cost, ends of the horizon included.
   */
  #run(s: number, day: Float64Array): number {
    const { dayCount, visits, calendar } = this.#problem;
    const { firstDay, lastDay, price: visitPrice } = visits;
    const { gapPrice, firstGapPrice } = calendar;
    const best = this.#best;
    const from = this.#from;
    const first = visits.bySeries[s];
    const count = visits.bySeries[s + 1] - first;
    const gaps = s * (dayCount + 1);
    const open = this.#open;
    const openCount = this.#openCount;
    const counted = this.#isCounted ? this.#counted : null;
    for (let a = 0; a < openCount; a++) best[open[a]] = Infinity;
    let skipped = 0;
    for (let j = 1; j <= count; j++) {
      const v = first + j - 1;
      const here = j * dayCount;
      const before = here - dayCount;
      for (let a = 0; a < openCount; a++) {
        const d = open[a];
        best[here + d] = best[before + d] + visitPrice[v];
        from[here + d] = -2;
        if (d < firstDay[v] || d > lastDay[v]) continue;
        let least = skipped + (counted === null ? firstGapPrice[s * dayCount + d] : counted.first[d]);
        let previous = -1;
        for (let b = 0; b < a; b++) {
          const e = open[b];
          const gap = counted === null ? gapPrice[gaps + d - e] : counted.between[e * dayCount + d];
          const cost = best[before + e] + gap;
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
      skipped += visitPrice[v];
    }
    let least = skipped + (counted === null ? calendar.noVisitPrice[s] : counted.none);
    this.#last = -1;
    for (let a = 0; a < openCount; a++) {
      const d = open[a];
      const openPrice = counted === null ? calendar.openGapPrice[gaps + dayCount - d] : counted.open[d];
      const cost = best[count * dayCount + d] + openPrice;
      if (cost < least) {
        least = cost;
        this.#last = d;
      }
    }
    return least;
  }

  /** Fills `chosen` from the last run. */
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
