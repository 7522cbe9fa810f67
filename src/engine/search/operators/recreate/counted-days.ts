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
    const isCounted = this.#isCounted;
    const gaps = s * (dayCount + 1);
    for (let e = 0; e < dayCount; e++) {
      let price = 0;
      let last = e;
      for (let d = e + 1; d < dayCount; d++) {
        const here = price + calendar.gapPrice[gaps + d - last];
        this.between[e * dayCount + d] = here;
        if (isCounted[d] === 0) continue;
        price = here;
        last = d;
      }
      this.open[e] = price + calendar.openGapPrice[gaps + dayCount - last];
    }
    let start = -1;
    for (let d = 0; d < dayCount; d++) {
      const firstGap = calendar.firstGapPrice[s * dayCount + (start < 0 ? d : start)];
      this.first[d] = start < 0 ? firstGap : firstGap + this.between[start * dayCount + d];
      if (start < 0 && isCounted[d] === 1) start = d;
    }
    this.none = calendar.firstGapPrice[s * dayCount + start] + this.open[start];
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
