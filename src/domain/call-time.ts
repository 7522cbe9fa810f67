import type { RepId } from '../kernel/ids.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import { type DayRange, addDays, weekOf, workingDays } from './calendar.ts';
import { coversAreaOf, mayMake } from './may-serve.ts';
import type { RepDay } from './rep-day.ts';
import type { Rep } from './rep.ts';
import type { Territory } from './territory.ts';
import type { VisitSeries } from './visit.ts';

/** What the calls of a week take of a rep's time, wherever in the week they are made. */
export interface CallTime {
  readonly rep: RepId;
  /** Monday to Sunday. */
  readonly week: DayRange;
  readonly time: Seconds;
}

/** Who makes the calls of a series: the customer's own rep where that is one of those who may, else the first of them; null for nobody. */
export function callerOf(reps: readonly Rep[], series: Pick<VisitSeries, 'customer' | 'makers'>): RepId | null {
  const { customer } = series;
  const able = reps.filter((rep) => mayMake(rep, series) && coversAreaOf(rep, customer)).map(({ id }) => id);
  return [customer.requiredRep, customer.preferredRep, ...able].find((id) => id !== null && able.includes(id)) ?? null;
}

/**
 * The time that required calls take, by rep and week. Calls that may fall into several weeks of the horizon are
 * spread over their working days.
 */
export function callTimes({ calendar, reps }: Pick<Territory, 'calendar' | 'reps'>, calls: readonly VisitSeries[]): readonly CallTime[] {
  const shares = calls.flatMap((series) => {
    const rep = callerOf(reps, series);
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

/**
 * [rep-day] the time that the week's required calls take of it: each rep's days of a week bear them by their field
 * time. Nothing where a week's days have no field time.
 */
export function callShares(
  territory: Pick<Territory, 'calendar' | 'reps'>,
  repDays: readonly RepDay[],
  calls: readonly VisitSeries[],
): readonly Seconds[] {
  const keyOf = (rep: RepId, monday: number) => `${monday} ${rep}`;
  const times = new Map(callTimes(territory, calls).map(({ rep, week, time }) => [keyOf(rep, week.first), time]));
  const weekKeyOf = ({ rep, day }: RepDay) => keyOf(rep.id, weekOf(day).first);
  const fields = new Map(
    [...Map.groupBy(repDays, weekKeyOf)].map(([key, days]) => [key, days.reduce((sum, { fieldTime }) => sum + fieldTime, 0)]),
  );
  return repDays.map((repDay) => {
    const [time, field] = [times.get(weekKeyOf(repDay)) ?? 0, fields.get(weekKeyOf(repDay)) ?? 0];
    return seconds(field === 0 ? 0 : (time * repDay.fieldTime) / field);
  });
}
