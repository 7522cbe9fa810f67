import { type DayRange, addDays } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { GapTerm } from '../../terms/terms.ts';
import type { Review } from '../rule.ts';
import { servedVisits } from './served-visits.ts';

const lengthOf = ({ first, last }: DayRange): number => last - first + 1;

/**
 * Prices how long a series waits for its first visit of the plan, by the days from the plan's first day to that
 * visit; the plan's length where there is none.
 */
export function waitTerm(series: number, horizon: DayRange, priceOf: (days: number) => number): GapTerm {
  const length = lengthOf(horizon);
  // The wait is told as a gap that began before the plan by more than the plan's length: no gap within it is as long.
  const before = -(length + 1);
  const price = (days: number) => (days <= length ? 0 : priceOf(days + before));
  return { term: 'gap', series, before, between: price, open: price };
}

/** Reads a plan once, and answers for each series how many days it waits for its first visit; the plan's length for none. */
export function waits(review: Review): (series: VisitSeries) => number {
  const { horizon } = review;
  const served = servedVisits(review);
  return (series) => (served(series)[0]?.day ?? addDays(horizon.last, 1)) - horizon.first;
}
