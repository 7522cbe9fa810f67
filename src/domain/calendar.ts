import { assert } from '../kernel/assert.ts';
import type { Seconds } from '../kernel/units.ts';

declare const dayBrand: unique symbol;
/** A calendar day in the territory's zone, counted from 1970-01-01. Adding n gives the day n days later. */
export type Day = number & { readonly [dayBrand]: 'Day' };
/** 1 Monday … 7 Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** First to last day, both included. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const MILLISECONDS = 86_400_000;

/** The ISO date as a day, or null when there is no such date. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const day = (time / MILLISECONDS) as Day;
  return formatDay(day) === text ? day : null;
}

/** The ISO date of a literal in code; a wrong literal is a bug. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  assert(parsed !== null, `"${text}" is no date.`);
  return parsed;
}

/** A day as an ISO date. */
export const formatDay = (at: Day): string => new Date(at * MILLISECONDS).toISOString().slice(0, 10);
/** The day n days later, or earlier for a negative n. */
export const addDays = (at: Day, n: number): Day => (at + n) as Day;
/** The day's weekday. 1970-01-01 was a Thursday. */
export const weekdayOf = (at: Day): Weekday => (((((at + 3) % 7) + 7) % 7) + 1) as Weekday;
/** All days of a range, in order. */
export const daysOf = ({ first, last }: DayRange): readonly Day[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => addDays(first, i));
/** Whether the range holds the day. */
export const holds = ({ first, last }: DayRange, at: Day): boolean => first <= at && at <= last;
/** The days that two ranges share; the first comes after the last when there are none. */
export const overlapOfRanges = (a: DayRange, b: DayRange): DayRange => ({
  first: a.first > b.first ? a.first : b.first,
  last: a.last < b.last ? a.last : b.last,
});
/** The year and the day of the month. */
export const yearOf = (at: Day): number => Number(formatDay(at).slice(0, 4));
/** 1 … 31. */
export const dayOfMonth = (at: Day): number => Number(formatDay(at).slice(8, 10));

/** The calendar month that holds the day. */
export function monthOf(at: Day): DayRange {
  const first = addDays(at, 1 - dayOfMonth(at));
  const next = addDays(first, 31);
  return { first, last: addDays(next, -dayOfMonth(next)) };
}

/** The week, Monday to Sunday, that holds the day. */
export function weekOf(at: Day): DayRange {
  const first = addDays(at, 1 - weekdayOf(at));
  return { first, last: addDays(first, 6) };
}

/** The instant of a clock time on a day in a zone, as ISO 8601 with offset. */
export function instantOf(at: Day, clock: Seconds, timeZone: string): string {
  const start = Temporal.PlainDate.from(formatDay(at)).toZonedDateTime(timeZone);
  const wall = Temporal.PlainTime.from({ hour: 0 }).add({ seconds: clock });
  const date = clock >= 86_400 ? start.add({ days: 1 }) : start;
  return date.withPlainTime(wall).toString({ timeZoneName: 'never' });
}

/** A day that differs from its weekday: a holiday, or a make-up working day. */
export interface CalendarException {
  readonly day: Day;
  readonly name: string;
  readonly working: boolean;
  /** On a make-up working day, the weekday whose hours it has; absent where nobody named it. */
  readonly standsFor?: Weekday | undefined;
}

/** The working days of a territory; reps have shifts and leave of their own besides. */
export interface Calendar {
  readonly workdays: readonly Weekday[];
  readonly exceptions: ReadonlyMap<Day, CalendarException>;
  /** Years whose holidays are known; null for a calendar of weekdays without holidays. */
  readonly knownYears: readonly number[] | null;
}

/** Whether the territory works on the day: make-up days do, holidays do not. */
export const isWorkingDay = (calendar: Calendar, at: Day): boolean =>
  calendar.exceptions.get(at)?.working ?? calendar.workdays.includes(weekdayOf(at));

/** How a date moves that is no working day. */
export type IfNonWorking = 'next' | 'previous' | 'skip';

/** No holidays last longer than this, in days. */
export const LONGEST_PAUSE = 31;

/** The day itself, or the working day that stands in for it; null when it is skipped or none is near. */
export function workingDayFor(calendar: Calendar, at: Day, ifNonWorking: IfNonWorking): Day | null {
  if (isWorkingDay(calendar, at)) return at;
  return ifNonWorking === 'skip' ? null : besideOf(calendar, at, ifNonWorking === 'next' ? 1 : -1);
}

/** The working day n working days after a day, or before it for a negative n; the day itself for 0. Null when none is near. */
export function addWorkingDays(calendar: Calendar, at: Day, n: number): Day | null {
  let day: Day | null = at;
  for (let left = Math.abs(n); left > 0 && day !== null; left--) day = besideOf(calendar, day, n > 0 ? 1 : -1);
  return day;
}

function besideOf(calendar: Calendar, at: Day, step: 1 | -1): Day | null {
  for (let away = 1; away <= LONGEST_PAUSE; away++) {
    const day = addDays(at, step * away);
    if (isWorkingDay(calendar, day)) return day;
  }
  return null;
}

/** The working days of a range, in order. */
export const workingDays = (calendar: Calendar, range: DayRange): readonly Day[] =>
  daysOf(range).filter((at) => isWorkingDay(calendar, at));
