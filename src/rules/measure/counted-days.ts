import type { Day } from '../../domain/calendar.ts';
import { countsTowards } from '../../domain/one-trip.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Review } from '../rule.ts';
import { servedVisits } from './served-visits.ts';

/** The days of the plan on which each series is visited, in order, visits to answer requests that count for it included. */
export function countedDays(review: Review): (series: VisitSeries) => readonly Day[] {
  const served = servedVisits(review);
  const ofCustomers = Map.groupBy(review.series, ({ customer }) => customer.id);
  return (series) => {
    const others = (ofCustomers.get(series.customer.id) ?? []).filter((other) => countsTowards(other, series));
    const days = [series, ...others].flatMap((one) => served(one).map(({ day }) => day));
    return [...new Set(days)].toSorted((a, b) => a - b);
  };
}
