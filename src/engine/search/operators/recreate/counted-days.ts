import type { Problem } from '../../../problem/layout.ts';
import type { Placement } from '../../state/placement.ts';

/** The gap prices of a series between days on which visits of other series count for it. */
export class CountedDays {
  /** [e, d] price from a visit on day e to the next on day d; [d] to the first one on day d; [d] after the last one on day d. */
  readonly between: Float64Array;
  readonly first: Float64Array;
  readonly open: Float64Array;
  /** Price without any visit of the series itself. */
  none = 0;
  readonly #problem: Problem;
  readonly #isCounted: Uint8Array;

  constructor(problem: Problem) {
    const { dayCount } = problem;
    this.#problem = problem;
    this.between = new Float64Array(dayCount * dayCount);
    this.first = new Float64Array(dayCount);
    this.open = new Float64Array(dayCount);
    this.#isCounted = new Uint8Array(dayCount);
  }

  /** Reads the prices of a series; false where no visit of another series counts for it now. */
  read(placement: Placement, s: number): boolean {
    if (!this.#findDays(placement, s)) return false;
    const { dayCount, calendar } = this.#problem;
    const { gapPrice, givenGapPrice, openGapPrice, firstGapPrice, givenFirstGapPrice } = calendar;
    const isCounted = this.#isCounted;
    const gaps = s * (dayCount + 1);
    let before = 0;
    let latest = -1;
    for (let e = 0; e < dayCount; e++) {
      let price = 0;
      let last = e;
      for (let d = e + 1; d < dayCount; d++) {
        this.between[e * dayCount + d] = price + gapPrice[gaps + d - last];
        if (isCounted[d] === 0) continue;
        price += (last === e ? gapPrice : givenGapPrice)[gaps + d - last];
        last = d;
      }
      this.open[e] = price + openGapPrice[gaps + dayCount - last];
      this.first[e] = latest < 0 ? firstGapPrice[s * dayCount + e] : before + gapPrice[gaps + e - latest];
      if (isCounted[e] === 0) continue;
      before += latest < 0 ? givenFirstGapPrice[s * dayCount + e] : givenGapPrice[gaps + e - latest];
      latest = e;
    }
    this.none = before + openGapPrice[gaps + dayCount - latest];
    return true;
  }

  #findDays({ problem, slotOf }: Placement, s: number): boolean {
    const { visits, slots, calendar } = problem;
    const { bySeries, other } = calendar.company.from;
    if (bySeries[s + 1] === bySeries[s]) return false;
    this.#isCounted.fill(0);
    let isFound = false;
    for (let e = bySeries[s]; e < bySeries[s + 1]; e++) {
      for (let v = visits.bySeries[other[e]]; v < visits.bySeries[other[e] + 1]; v++) {
        if (slotOf[v] < 0) continue;
        this.#isCounted[slots.day[slotOf[v]]] = 1;
        isFound = true;
      }
    }
    return isFound;
  }
}
