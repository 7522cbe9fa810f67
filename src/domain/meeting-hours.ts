import { seconds } from '../kernel/units.ts';
import { type Day, weekdayOf } from './calendar.ts';
import type { Territory } from './territory.ts';
import type { VisitSeries } from './visit.ts';
import { type VisitingHours, type Window, overlapOf } from './visiting-hours.ts';

/**
 * The only times of a day at which a series' visits may be, start to end: those of an appointment, those of the rep whom a
 * manager joins, or the time that an earlier plan gave to the day. Null for any time.
 */
export function fixedTimes({ times, commitments, dwell }: VisitSeries, day: Day): readonly Window[] | null {
  if (times !== null) return times.filter((time) => time.day === day).map(({ from, until }) => ({ from, until }));
  const named = commitments.find((one) => one.day === day && one.at !== null)?.at ?? null;
  return named === null ? null : [{ from: named, until: seconds(named + dwell) }];
}

/** The hours for visits of a series on a day: those of the customer that are also those of the contact. Closed days are another matter. */
export function welcomeHours(
  territory: Territory,
  { customer, contact }: Pick<VisitSeries, 'customer' | 'contact'>,
  day: Day,
): readonly Window[] {
  const open = hoursOn(territory, customer.hours ?? territory.policy.defaultHours[customer.setting], day);
  const met = contact?.hours ?? null;
  return met === null ? open : overlapOf(open, hoursOn(territory, met, day));
}

/** The hours of a series' companion on a day; null for any time, and for a series without one. */
export function companionHours(territory: Territory, { companion }: Pick<VisitSeries, 'companion'>, day: Day): readonly Window[] | null {
  if (companion === null) return null;
  if (companion.daysOff.includes(day)) return [];
  return companion.hours === null ? null : hoursOn(territory, companion.hours, day);
}

/** The hours at which a customer can be called on a day: the fixed times, or else the hours for visits. */
export const callingHours = (territory: Territory, series: VisitSeries, day: Day): readonly Window[] =>
  fixedTimes(series, day) ?? welcomeHours(territory, series, day);

function hoursOn({ calendar }: Territory, { byWeekday, onHolidays }: VisitingHours, day: Day): readonly Window[] {
  const isHoliday = calendar.exceptions.get(day)?.working === false;
  return isHoliday && onHolidays !== null ? onHolidays : byWeekday[weekdayOf(day)];
}
