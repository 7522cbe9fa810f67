import { type DayRange, addDays, weekOf, workingDays } from '../domain/calendar.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import type { RepId } from '../kernel/ids.ts';
import { type Seconds, seconds } from '../kernel/units.ts';

/** What the calls of a week take of a rep's time, wherever in the week they are made. */
export interface CallTime {
  readonly rep: RepId;
  /** Monday to Sunday. */
  readonly week: DayRange;
  readonly time: Seconds;
}

/** Who makes the calls of a series: the customer's own rep where that is one of the makers, else the first of them; null for nobody. */
export const callerOf = ({ customer, makers }: Pick<VisitSeries, 'customer' | 'makers'>): RepId | null =>
  [customer.requiredRep, customer.preferredRep, ...makers].find((id) => id !== null && makers.includes(id)) ?? null;

/**
 * The time that required calls take, by rep and week. Calls that may fall into several weeks of the horizon are
 * spread over their working days.
 */
export function callTimes({ calendar, reps }: Pick<Territory, 'calendar' | 'reps'>, calls: readonly VisitSeries[]): readonly CallTime[] {
  const shares = calls.flatMap((series) => {
    const rep = callerOf(series);
    if (rep === null) return [];
    return series.visits.flatMap(({ required, days: range }) => {
      const days = required ? workingDays(calendar, range) : [];
      return days.map((day) => ({ rep, week: weekOf(day), time: series.dwell / days.length }));
    });
  });
  return reps.flatMap(({ id }) => {
    const weeks = Map.groupBy(
      shares.filter(({ rep }) => rep === id),
      ({ week }) => week.first,
    );
    return [...weeks]
      .map(([first, own]) => ({
        rep: id,
        week: { first, last: addDays(first, 6) },
        time: seconds(own.reduce((sum, { time }) => sum + time, 0)),
      }))
      .toSorted((a, b) => a.week.first - b.week.first);
  });
}
