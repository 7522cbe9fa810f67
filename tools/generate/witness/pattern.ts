import { type Day, type DayRange, holds } from '../../../src/domain/calendar.ts';

/** The days on which a series can be visited, and the rules for its visits together. */
export interface PatternInput {
  /** Ascending. */
  readonly days: readonly Day[];
  /** [day] price of a visit; Infinity where there can be none. */
  readonly price: readonly number[];
  /** [visit] the days of which the visit takes one, in order of time. */
  readonly ranges: readonly DayRange[];
  readonly minGapDays: number;
  readonly maxGapDays: number;
  /** The last visit before; null for none. */
  readonly before: Day | null;
  /** The day after the last one; the longest gap counts up to here. */
  readonly after: Day;
  /** Days of which one has a visit; null where none needs to. */
  readonly within: DayRange | null;
}

/** Days by number, and their price. */
export interface Pattern {
  readonly days: readonly number[];
  readonly price: number;
}

/** A pattern of the first visits. */
interface Start extends Pattern {
  readonly last: Day | null;
  /** Whether one of the visits is within the days that need one. */
  readonly isMet: boolean;
}

/**
 * The cheapest days for all visits of a series, or null where no days fit.
 *
 * A dynamic program: for each visit, each day and each `isMet` it keeps the cheapest pattern that ends there.
 */
export function cheapestPattern({ days, price, ranges, before, after, within, ...gaps }: PatternInput): Pattern | null {
  const fits = (last: Day | null, day: Day) =>
    last === null || (day - last >= Math.max(1, gaps.minGapDays) && day - last <= gaps.maxGapDays);
  let starts: readonly Start[] = [{ days: [], price: 0, last: before, isMet: within === null }];
  for (const range of ranges) {
    const previous = starts;
    starts = [false, true].flatMap((isMet) =>
      days.flatMap((day, d): readonly Start[] => {
        const cost = price[d] ?? Infinity;
        if (!holds(range, day) || cost === Infinity) return [];
        const isWithin = within !== null && holds(within, day);
        const best = cheapest(previous.filter((start) => (start.isMet || isWithin) === isMet && fits(start.last, day)));
        return best === null ? [] : [{ days: [...best.days, d], price: best.price + cost, last: day, isMet }];
      }),
    );
  }
  const found = cheapest(starts.filter(({ last, isMet }) => isMet && (last === null || after - last <= gaps.maxGapDays)));
  return found === null ? null : { days: found.days, price: found.price };
}

const cheapest = (starts: readonly Start[]): Start | null =>
  starts.reduce<Start | null>((best, start) => (best === null || start.price < best.price ? start : best), null);
