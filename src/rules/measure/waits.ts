import { addDays } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Review } from '../rule.ts';
import { servedVisits } from './served-visits.ts';

/** The days that each series waits for its first visit of the plan; the plan's length where it has none. Reads the plan once. */
export function waits(review: Review): (series: VisitSeries) => number {
  const { horizon } = review;
  const served = servedVisits(review);
  return (series) => (served(series)[0]?.day ?? addDays(horizon.last, 1)) - horizon.first;
}
