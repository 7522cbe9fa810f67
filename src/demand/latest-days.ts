import { type Calendar, type Day, type DayRange, LONGEST_PAUSE, addDays, addWorkingDays } from '../domain/calendar.ts';

/** What is known of a customer's visits, and how far apart they may be. */
export interface GapQuestion {
  readonly calendar: Calendar;
  /** The last visit before the horizon; null when there is none, and then no gap can break. */
  readonly lastVisit: Day | null;
  /** Null where visits may be any days apart. */
  readonly maxGapDays: number | null;
  /** The day by which a customer has to be seen for the first time; null for no such day. */
  readonly firstBy: Day | null;
  readonly horizon: DayRange;
}

/**
 * The days by which the first, second … visit must have been for no gap to become too long, as far as
 * the horizon goes. What falls due on the days off right after it counts too, for no later plan can
 * keep it. A visit that is overdue should be on the horizon's first day.
 */
export function latestDays(question: GapQuestion): readonly Day[] {
  const { calendar, maxGapDays, horizon } = question;
  const end = lastDayOff(calendar, horizon.last);
  const days: Day[] = [];
  let latest = firstLatest(question);
  while (latest !== null && latest <= end) {
    if (latest < horizon.first) latest = horizon.first;
    days.push(latest < horizon.last ? latest : horizon.last);
    // Nothing later than the last day can be asked for.
    if (latest >= horizon.last || maxGapDays === null) break;
    latest = addDays(latest, maxGapDays);
  }
  return days;
}

/** The day by which the next visit must have been; null when none must. */
function firstLatest({ lastVisit, maxGapDays, firstBy }: GapQuestion): Day | null {
  const byGap = lastVisit === null || maxGapDays === null ? null : addDays(lastVisit, maxGapDays);
  if (byGap === null || firstBy === null) return byGap ?? firstBy;
  return byGap < firstBy ? byGap : firstBy;
}

/** The last of the days off that follow the day, or the day itself. */
function lastDayOff(calendar: Calendar, after: Day): Day {
  const next = addWorkingDays(calendar, after, 1);
  return next === null ? addDays(after, LONGEST_PAUSE) : addDays(next, -1);
}
