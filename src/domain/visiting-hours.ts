import { type Seconds, seconds } from '../kernel/units.ts';
import type { Weekday } from './calendar.ts';

/** A part of a day, by clock times; a visit lies within it from start to end. */
export interface Window {
  readonly from: Seconds;
  readonly until: Seconds;
}

/** The windows of each weekday, ascending and apart; a weekday without windows is closed. A window past 24:00 goes on the next day. */
export interface VisitingHours {
  readonly byWeekday: Readonly<Record<Weekday, readonly Window[]>>;
  /** Windows on public holidays; null when they are those of the weekday. */
  readonly onHolidays: readonly Window[] | null;
  /** Hours of some days only, such as those of a season, in order: a later one has precedence. */
  readonly dated?: readonly DatedHours[];
}

/** A date of every year, or of one. */
export interface YearDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** First to last date, both included. Dates of every year may pass its end: Dec 24 to Jan 2. */
export interface DateSpan {
  readonly first: YearDay;
  readonly last: YearDay;
}

/** Every nth week of the year by ISO 8601, from the first to the last. */
export interface WeekSpan {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** A weekday, or the nth ones of a month; the last one is -1. Null for all. */
export interface MonthWeekday {
  readonly weekday: Weekday;
  readonly nth: readonly number[] | null;
}

/** Hours of some dates, weeks, or nth weekdays of a month. */
export interface DatedHours {
  /** Empty for all dates. */
  readonly spans: readonly DateSpan[];
  /** Empty for all weeks. */
  readonly weeks: readonly WeekSpan[];
  /** Null where no weekday is named. */
  readonly weekdays: readonly MonthWeekday[] | null;
  /** Whether public holidays are named. */
  readonly onHolidays: boolean;
  readonly windows: readonly Window[];
  /** Whether the windows replace the other hours of the day, add to them, or are closed. */
  readonly effect: HoursEffect;
  /** The hours as they were written. */
  readonly written: string;
}

/** The effect of hours on those before them. */
export type HoursEffect = 'replace' | 'add' | 'close';

/** The end of a day. */
export const MIDNIGHT = seconds(86_400);

/** The same windows on every day. */
export const dailyHours = (...windows: readonly Window[]): VisitingHours => ({
  byWeekday: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
  onHolidays: null,
});

/** All windows of hours, of whichever day. */
export const allWindows = ({ byWeekday, dated = [] }: VisitingHours): readonly Window[] => [
  ...Object.values(byWeekday).flat(),
  ...dated.filter(({ effect }) => effect !== 'close').flatMap(({ windows }) => windows),
];

/** The times that two lists of windows share, ascending. */
export const overlapOf = (some: readonly Window[], others: readonly Window[]): readonly Window[] =>
  some.flatMap((one) =>
    others
      .map(({ from, until }) => ({ from: one.from > from ? one.from : from, until: one.until < until ? one.until : until }))
      .filter(({ from, until }) => from < until),
  );

/** Sorts windows, and joins those that touch or overlap. */
export function joinWindows(windows: readonly Window[]): readonly Window[] {
  const joined: Window[] = [];
  for (const { from, until } of windows.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (until <= from) continue;
    if (last === undefined || last.until < from) joined.push({ from, until });
    else joined[joined.length - 1] = { from: last.from, until: seconds(Math.max(last.until, until)) };
  }
  return joined;
}

/** Windows without the times of others. */
export const withoutWindows = (windows: readonly Window[], closed: readonly Window[]): readonly Window[] =>
  joinWindows(closed).reduce<readonly Window[]>(
    (left, { from, until }) =>
      left.flatMap((one) =>
        [
          { from: one.from, until: one.until < from ? one.until : from },
          { from: one.from > until ? one.from : until, until: one.until },
        ].filter((rest) => rest.from < rest.until),
      ),
    joinWindows(windows),
  );

/** The windows of a day after hours with an effect on them. */
export function withEffect(before: readonly Window[], windows: readonly Window[], effect: HoursEffect): readonly Window[] {
  if (effect === 'replace') return joinWindows(windows);
  return effect === 'add' ? joinWindows([...before, ...windows]) : withoutWindows(before, windows);
}
