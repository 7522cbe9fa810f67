import type { Weekday } from '../../../src/domain/calendar.ts';
import { type VisitingHours, type Window, dailyHours } from '../../../src/domain/visiting-hours.ts';
import { present } from '../../../src/kernel/assert.ts';
import { type Seconds, parseClock } from '../../../src/kernel/units.ts';
import type { RepSpec } from '../spec.ts';

/** The window between two clock times such as `09:30`. */
export const between = (from: string, until: string): Window => ({ from: clock(from), until: clock(until) });

/** A clock time such as `09:30`. */
export const clock = (text: string): Seconds => present(parseClock(text), `clock time ${text}`);

/** The same windows on these weekdays, 1 Monday … 7 Sunday, and none on others. */
export function hoursOn(weekdays: readonly Weekday[], ...windows: readonly Window[]): VisitingHours {
  const on = (weekday: Weekday) => (weekdays.includes(weekday) ? windows : []);
  return { ...dailyHours(), byWeekday: { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) } };
}

/** The working week. */
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** The same shift from Monday to Friday. */
export const shiftsOf = (shift: Window): RepSpec['shifts'] => ({ 1: shift, 2: shift, 3: shift, 4: shift, 5: shift, 6: null, 7: null });

/** A rep by car who works from Monday to Friday, 08:30 to 17:30, from an office in the middle of the map. */
export const plainRep = {
  role: 'rep',
  manager: null,
  at: { east: 0, north: 0 },
  shifts: shiftsOf(between('08:30', '17:30')),
  leave: [],
  vehicles: ['car'],
  modes: [],
  valueOfTime: null,
  areas: [],
} as const satisfies Partial<RepSpec>;
