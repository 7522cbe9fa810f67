import { type Day, weekdayOf } from './calendar.ts';
import type { Territory } from './territory.ts';
import type { VisitSeries } from './visit.ts';
import { type VisitingHours, type Window, overlapOf } from './visiting-hours.ts';
import { seconds } from '../kernel/units.ts';

/**
 * When a visit of a series can be on a day, start to end. Where a time is agreed on, that is all; else the hours of
 * the customer, within those of the contact and of the companion. Closed days are a matter of their own.
 */
export function meetingHours({ calendar, policy }: Territory, series: VisitSeries, day: Day): readonly Window[] {
  const { customer, contact, companion, times, commitments, dwell } = series;
  if (times !== null) return times.filter((time) => time.day === day).map(({ from, until }) => ({ from, until }));
  const agreed = commitments.find((one) => one.day === day && one.at !== null)?.at ?? null;
  if (agreed !== null) return [{ from: agreed, until: seconds(agreed + dwell) }];

  const isHoliday = calendar.exceptions.get(day)?.working === false;
  const on = ({ byWeekday, onHolidays }: VisitingHours) => (isHoliday && onHolidays !== null ? onHolidays : byWeekday[weekdayOf(day)]);
  const open = on(customer.hours ?? policy.defaultHours[customer.setting]);
  if (companion?.daysOff.includes(day) === true) return [];
  return [contact?.hours, companion?.hours].reduce<readonly Window[]>(
    (windows, hours) => (hours ? overlapOf(windows, on(hours)) : windows),
    open,
  );
}
