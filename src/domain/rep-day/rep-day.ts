import { type Seconds, seconds } from '../../kernel/units.ts';
import { type Day, type DayRange, addDays, dayOfMonth, daysOf, isWorkingDay, monthOf, weekdayOf } from '../calendar.ts';
import type { Location } from '../customer.ts';
import { weekdayInUse } from '../hours/hours-on.ts';
import { placeBreaks } from './place-breaks.ts';
import { type PlacedDuty, placeDuties } from './place-duties.ts';
import { type Break, type Duty, MOST_FREE, type Policy, freeStretch } from '../policy.ts';
import type { Rep } from '../rep.ts';
import type { Territory } from '../territory.ts';
import { type Window, withoutWindows } from '../visiting-hours.ts';

/** A working day of a rep before any visit is planned. */
export interface RepDay {
  readonly rep: Rep;
  readonly day: Day;
  /** The rep's hours; on a day off that has duties all the same, from the first of them to the end of the last. */
  readonly shift: Window;
  /** In order of time. */
  readonly duties: readonly PlacedDuty[];
  /**
   * Breaks that duties leave room for, in order of time. Each lies in the field window when it starts as early as
   * it may, and overlaps neither duty nor other break however late it starts.
   */
  readonly breaks: readonly Break[];
  /** Shift without the duties that open or close it, and empty on a day off. The rep leaves at its start at the earliest. */
  readonly field: Window;
  /** Time for visits and travel: the field window less breaks and duties inside it. */
  readonly fieldTime: Seconds;
  /**
   * Field time of a full day: the longest shift of the rep's week with the every-day duties only. Numbers for a full
   * day shrink with `fieldTime / fullFieldTime`, on short shifts as on days with more duties.
   */
  readonly fullFieldTime: Seconds;
}

/** The place where the field work of a day ends: that of the start when a duty closes the day there, else the rep's end. */
export const backAt = ({ rep, shift, field }: RepDay): Location => (field.until < shift.until ? rep.start : rep.end);

/** Whether a time lies inside the field time of a day: it neither opens nor closes the day. */
export const isInField = ({ field }: Pick<RepDay, 'field'>, { from, until }: Window): boolean => from > field.from && until < field.until;

/**
 * Whether field work may go on after the field time where overtime is allowed: not where a duty closes the day, nor
 * where duties take all of it.
 */
export const mayRunLate = ({ shift, field }: Pick<RepDay, 'shift' | 'field'>): boolean =>
  field.until === shift.until && field.from < field.until;

/** Every rep on every day of the horizon that the rep works, by rep as listed, then by day. */
export function repDaysOf(territory: Territory, horizon: DayRange): readonly RepDay[] {
  const { policy } = territory;
  return territory.reps.flatMap((rep) => {
    const fullFieldTime = fullFieldTimeOf(policy, rep);
    return daysOf(horizon).flatMap((day): readonly RepDay[] => {
      const shift = shiftOn(territory, rep, day);
      if (shift === null) return dayOffWithDuties(policy, { rep, day, fullFieldTime });
      const due = policy.duties.filter((duty) => isDue(territory, duty, day));
      return [{ rep, day, shift, ...layOut(shift, due, policy.breaks, freeOn(territory, rep, day)), fullFieldTime }];
    });
  });
}

/** A day off with duties that are kept: they are its only work. Empty where there are none, or the rep is on leave. */
function dayOffWithDuties({ duties }: Policy, free: Pick<RepDay, 'rep' | 'day' | 'fullFieldTime'>): readonly RepDay[] {
  const kept = duties.filter((duty) => duty.ifNonWorking === 'keep' && hasDate(duty, free.day));
  if (kept.length === 0 || free.rep.leave.includes(free.day)) return [];
  const shift = {
    from: seconds(Math.min(...kept.map(({ from }) => from))),
    until: seconds(Math.max(...kept.map(({ until }) => until))),
  };
  const field = { from: shift.until, until: shift.until };
  return [{ ...free, shift, duties: placeDuties(kept, shift), breaks: [], field, fieldTime: seconds(0) }];
}

/** The rep's shift on the day, or null when off. A make-up day has the shift of the weekday that it stands for. */
export function shiftOn({ calendar }: Territory, rep: Rep, day: Day): Window | null {
  if (!isWorkingDay(calendar, day) || rep.leave.includes(day)) return null;
  return rep.shifts[weekdayInUse(calendar, day, (weekday) => rep.shifts[weekday] !== null)];
}

/** The free stretches of the rep's shift on the day. */
const freeOn = ({ calendar }: Territory, { shifts, free }: Rep, day: Day): readonly Window[] =>
  free?.[weekdayInUse(calendar, day, (weekday) => shifts[weekday] !== null)] ?? [];

/** The shifts of a rep's week, from Monday. */
const shiftsOf = ({ shifts }: Rep): readonly Window[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => shifts[weekday]).filter((shift) => shift !== null);

function fullFieldTimeOf({ duties, breaks }: Policy, rep: Rep): Seconds {
  const everyDay = duties.filter((duty) => duty.days.on === 'every-day');
  return seconds(Math.max(0, ...shiftsOf(rep).map((shift) => layOut(shift, everyDay, breaks, []).fieldTime)));
}

/** A shift with its duties and breaks in place, and the time that they leave for the field. */
function layOut(shift: Window, dutiesDue: readonly Duty[], breaksDue: readonly Break[], free: readonly Window[]) {
  const duties = placeDuties(dutiesDue, shift);
  // A duty in a free stretch takes its time from it.
  const stretches = withoutWindows(free, duties).slice(0, MOST_FREE);
  const taken = [...duties, ...stretches].toSorted((a, b) => a.from - b.from);
  const breaks = [...placeBreaks(breaksDue, { shift, duties: taken }), ...stretches.map(breakOf)].toSorted(
    (a, b) => a.earliest - b.earliest,
  );

  let { from, until } = shift;
  for (const duty of duties) if (duty.from <= from) from = later(from, duty.until);
  for (const duty of duties.toReversed()) if (duty.until >= until) until = earlier(until, duty.from);
  until = later(until, from);

  const field = { from, until };
  const inField = duties.filter((duty) => isInField({ field }, duty));
  const pauses = breaks.reduce((sum, { length }) => sum + length, 0);
  const used = inField.reduce((sum, duty) => sum + duty.until - duty.from, pauses);
  return { duties, breaks, field, fieldTime: seconds(Math.max(0, until - from - used)) };
}

/** A free stretch as a break at a fixed time. */
const breakOf = ({ from, until }: Window, i: number): Break => ({
  ...freeStretch(i + 1),
  earliest: from,
  latest: from,
  length: seconds(until - from),
  tag: 'stated',
});

const later = (a: Seconds, b: Seconds): Seconds => (a > b ? a : b);
const earlier = (a: Seconds, b: Seconds): Seconds => (a < b ? a : b);

/** Whether a duty falls on a working day, by its own date or moved there from a day that is none. */
function isDue(territory: Territory, duty: Duty, day: Day): boolean {
  const { calendar } = territory;
  if (duty.days.on === 'every-day') return true;
  if (duty.days.on === 'last-working-day') {
    const { last } = monthOf(day);
    return !daysOf({ first: addDays(day, 1), last }).some((later) => isWorkingDay(calendar, later));
  }
  if (hasDate(duty, day)) return true;
  if (duty.ifNonWorking === 'skip' || duty.ifNonWorking === 'keep') return false;
  const step = duty.ifNonWorking === 'next' ? -1 : 1;
  for (let other = addDays(day, step); !isWorkingDay(calendar, other); other = addDays(other, step)) {
    if (hasDate(duty, other)) return true;
    if (Math.abs(other - day) > 31) return false;
  }
  return false;
}

function hasDate({ days }: Duty, day: Day): boolean {
  if (days.on === 'weekdays') return days.weekdays.includes(weekdayOf(day));
  return days.on === 'day-of-month' && dayOfMonth(day) === Math.min(days.day, dayOfMonth(monthOf(day).last));
}
