import { type Calendar, type Day, type DayRange, workingDays } from '../domain/calendar.ts';

/** A cycle and the part of it that has passed. */
export interface PaceQuestion {
  readonly calendar: Calendar;
  readonly cycle: DayRange;
  /** Visits are owed from this day on; a cycle that began before it owes its share. */
  readonly from?: Day;
  /** Days up to this one have passed, itself included. */
  readonly until: Day;
  /** Visits of the whole cycle. */
  readonly visits: number;
}

/**
 * Visits that an even pace has made by the end of a day, with a fraction:
 * visits × working days passed ÷ working days of the cycle.
 *
 * A cycle without working days has a pace of 0.
 */
export function paceAt({ calendar, cycle, from = cycle.first, until, visits }: PaceQuestion): number {
  const days = workingDays(calendar, cycle);
  const passed = days.filter((day) => from <= day && day <= until).length;
  return days.length === 0 ? 0 : (visits * passed) / days.length;
}
