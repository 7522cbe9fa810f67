import type { DayRange } from '../../domain/calendar.ts';
import type { GapTerm } from '../../terms/terms.ts';

const lengthOf = ({ first, last }: DayRange): number => last - first + 1;

/**
 * Prices how long a series waits for its first visit of the plan, by the days from the plan's first day to that
 * visit; the plan's length where there is none.
 */
export function waitTerm(series: number, horizon: DayRange, priceOf: (days: number) => number): GapTerm {
  const length = lengthOf(horizon);
  // The wait is a gap that began before the plan by more than the plan's length: no gap within the plan is as long.
  const before = -(length + 1);
  const price = (days: number) => (days <= length ? 0 : priceOf(days + before));
  return { term: 'gap', series, before, between: price, open: price };
}
