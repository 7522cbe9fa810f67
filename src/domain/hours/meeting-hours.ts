import { seconds } from '../../kernel/units.ts';
import type { Day } from '../calendar.ts';
import { hoursOn } from './hours-on.ts';
import type { Territory } from '../territory.ts';
import type { VisitSeries } from '../visit.ts';
import { type Window, overlapOf } from '../visiting-hours.ts';

/**
 * The only times of a day at which a series' visits may be, start to end: those of an appointment, or those of the rep whom a
 * manager joins. Null for any time.
 */
export const fixedTimes = ({ times }: VisitSeries, day: Day): readonly Window[] | null =>
  times === null ? null : times.filter((time) => time.day === day).map(({ from, until }) => ({ from, until }));

/** The time that an earlier plan promised to the customer for a day, start to end; null for none. */
export function promisedTime({ commitments, dwell }: VisitSeries, day: Day): Window | null {
  const at = commitments.find((one) => one.day === day && one.at !== null)?.at ?? null;
  return at === null ? null : { from: at, until: seconds(at + dwell) };
}

/** The times of a day that the customer expects: the fixed ones, or else the one that was promised. Null for any time. */
export function agreedTimes(series: VisitSeries, day: Day): readonly Window[] | null {
  const promised = promisedTime(series, day);
  return fixedTimes(series, day) ?? (promised === null ? null : [promised]);
}

/** Hours with the time that was promised for the day, which holds whatever the hours. */
export function withPromisedTime(hours: readonly Window[], series: VisitSeries, day: Day): readonly Window[] {
  const promised = promisedTime(series, day);
  const isWithin = promised === null || hours.some(({ from, until }) => from <= promised.from && promised.until <= until);
  return isWithin ? hours : [...hours, promised].toSorted((a, b) => a.from - b.from);
}

/** The hours for visits of a series on a day: those of the customer that are also those of the contact. Closed days are another matter. */
export function welcomeHours(
  territory: Territory,
  { customer, contact }: Pick<VisitSeries, 'customer' | 'contact'>,
  day: Day,
): readonly Window[] {
  const open = hoursOn(territory.calendar, customer.hours ?? territory.policy.defaultHours[customer.setting], day);
  const met = contact?.hours ?? null;
  return met === null ? open : overlapOf(open, hoursOn(territory.calendar, met, day));
}

/** The hours of a series' companion on a day; null for any time, and for a series without one. */
export function companionHours(territory: Territory, { companion }: Pick<VisitSeries, 'companion'>, day: Day): readonly Window[] | null {
  if (companion === null) return null;
  if (companion.daysOff.includes(day)) return [];
  return companion.hours === null ? null : hoursOn(territory.calendar, companion.hours, day);
}

/** The hours at which a customer can be called on a day: the fixed times, or else the hours for visits. */
export const callingHours = (territory: Territory, series: VisitSeries, day: Day): readonly Window[] =>
  agreedTimes(series, day) ?? welcomeHours(territory, series, day);
