import type { Day } from '../../domain/calendar.ts';
import { countsTowards } from '../../domain/one-trip.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Review } from '../rule.ts';
import { servedVisits } from './served-visits.ts';

/** A day of the plan on which a visit counts for a series. */
export interface CountedDay {
  readonly day: Day;
  /** Whether a visit of the series itself is on it, and not only one that answers a request. */
  readonly isOwn: boolean;
}

/** The days of the plan on which each series is visited, in order; visits to answer requests that count for it are among them. */
export function countedDays(review: Review): (series: VisitSeries) => readonly CountedDay[] {
  const served = servedVisits(review);
  const ofCustomers = Map.groupBy(review.series, ({ customer }) => customer.id);
  return (series) => {
    const others = (ofCustomers.get(series.customer.id) ?? []).filter((other) => countsTowards(other, series));
    const own = new Set(served(series).map(({ day }) => day));
    const days = new Set([...own, ...others.flatMap((one) => served(one).map(({ day }) => day))]);
    return [...days].toSorted((a, b) => a - b).map((day) => ({ day, isOwn: own.has(day) }));
  };
}
