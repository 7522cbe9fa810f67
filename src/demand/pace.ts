import { type Calendar, type Day, type DayRange, workingDays } from '../domain/calendar.ts';

/** How much of a cycle is asked about. */
export interface PaceQuestion {
  readonly calendar: Calendar;
  readonly cycle: DayRange;
  /** Days up to this one have passed, itself included. */
  readonly until: Day;
  /** Visits wanted in the whole cycle. */
  readonly visits: number;
}

/**
 * Visits that an even pace has made by the end of a day, with a fraction:
 * visits × working days passed ÷ working days of the cycle.
 *
 * A cycle without working days owes nothing: 0.
 */
export function paceAt({ calendar, cycle, until, visits }: PaceQuestion): number {
  const days = workingDays(calendar, cycle);
  const passed = days.filter((day) => day <= until).length;
  return days.length === 0 ? 0 : (visits * passed) / days.length;
}
