import { type Calendar, type Day, type DayRange, addDays, isWorkingDay } from '../domain/calendar.ts';

/** What is known of a customer's visits, and how far apart they may be. */
export interface GapQuestion {
  readonly calendar: Calendar;
  /** The last visit before the horizon; null when there is none, and then no gap can break. */
  readonly lastVisit: Day | null;
  /** Null where visits may be any days apart. */
  readonly maxGapDays: number | null;
  readonly horizon: DayRange;
}

/** No holidays last longer than this, in days. */
const LONGEST_PAUSE = 31;

/**
 * The days by which the first, second … visit must have been for no gap to become too long, as far as
 * the horizon goes. What falls due on the days off right after it counts too, for no later plan can
 * keep it. A visit that is overdue should be on the horizon's first day.
 */
export function latestDays({ calendar, lastVisit, maxGapDays, horizon }: GapQuestion): readonly Day[] {
  if (lastVisit === null || maxGapDays === null) return [];
  const end = lastDayOff(calendar, horizon.last);
  const days: Day[] = [];
  let latest = addDays(lastVisit, maxGapDays);
  if (latest < horizon.first) latest = horizon.first;
  while (latest <= end) {
    days.push(latest < horizon.last ? latest : horizon.last);
    // Nothing later than the last day can be asked for.
    if (latest >= horizon.last) break;
    latest = addDays(latest, maxGapDays);
  }
  return days;
}

/** The last of the days off that follow the day, or the day itself. */
function lastDayOff(calendar: Calendar, after: Day): Day {
  let last = after;
  while (last - after < LONGEST_PAUSE && !isWorkingDay(calendar, addDays(last, 1))) last = addDays(last, 1);
  return last;
}
