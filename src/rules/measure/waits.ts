import { addDays } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Review } from '../rule.ts';
import { countedDays } from './counted-days.ts';

/** The days that each series waits for its first visit of the plan, or for a request that counts for it; the plan's length where it has none. Reads the plan once. */
export function waits(review: Review): (series: VisitSeries) => number {
  const { horizon } = review;
  const visited = countedDays(review);
  return (series) => (visited(series)[0]?.day ?? addDays(horizon.last, 1)) - horizon.first;
}
