import { type Calendar, type Day, type DayRange, LONGEST_PAUSE, addDays, addWorkingDays } from '../domain/calendar.ts';

/** A customer's last visit, and how far apart visits may be. */
export interface GapQuestion {
  readonly calendar: Calendar;
  /** The last visit before the horizon; null when there is none, and then no gap can be too long. */
  readonly lastVisit: Day | null;
  /** Null where visits may be any days apart. */
  readonly maxGapDays: number | null;
  /** The deadline of the first visit; null for none. */
  readonly firstBy: Day | null;
  readonly horizon: DayRange;
}

/**
 * The latest days of the first, second … visit at which no gap becomes too long, within the horizon. A visit that is due on
 * the days off right after the horizon counts too, since no later plan can make it in time. The latest day of an overdue
 * visit is the horizon's first day.
 */
export function latestDays(question: GapQuestion): readonly Day[] {
  const { calendar, maxGapDays, horizon } = question;
  const end = lastDayOff(calendar, horizon.last);
  const days: Day[] = [];
  let latest = firstLatest(question);
  while (latest !== null && latest <= end) {
    if (latest < horizon.first) latest = horizon.first;
    days.push(latest < horizon.last ? latest : horizon.last);
    // A visit after the last day belongs to a later plan.
    if (latest >= horizon.last || maxGapDays === null) break;
    latest = addDays(latest, maxGapDays);
  }
  return days;
}

/** The latest day of the next visit; null for no limit. */
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
