import type { Seconds } from '../kernel/units.ts';
import type { Weekday } from './calendar.ts';

/** A part of a day, by clock times; a visit lies within it from start to end. */
export interface Window {
  readonly from: Seconds;
  readonly until: Seconds;
}

/** The windows of each weekday, ascending and apart; a weekday without windows is closed. */
export interface VisitingHours {
  readonly byWeekday: Readonly<Record<Weekday, readonly Window[]>>;
  /** Windows on public holidays; null when they are those of the weekday. */
  readonly onHolidays: readonly Window[] | null;
}

/** The same windows on every day. */
export const dailyHours = (...windows: readonly Window[]): VisitingHours => ({
  byWeekday: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
  onHolidays: null,
});

/** The times that two lists of windows share, ascending. */
export const overlapOf = (some: readonly Window[], others: readonly Window[]): readonly Window[] =>
  some.flatMap((one) =>
    others
      .map(({ from, until }) => ({ from: one.from > from ? one.from : from, until: one.until < until ? one.until : until }))
      .filter(({ from, until }) => from < until),
  );
