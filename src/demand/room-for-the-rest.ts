import { type Calendar, type Day, type DayRange, addDays, workingDays } from '../domain/calendar.ts';
import { roomFor } from '../domain/room-for.ts';

/** The only visit of a cycle in a horizon, and the visits of the cycle that later plans make. */
export interface RestQuestion {
  readonly calendar: Calendar;
  readonly cycle: DayRange;
  /** The days of the cycle in the horizon. */
  readonly days: DayRange;
  readonly minGapDays: number;
  /** Visits that are left for later plans. */
  readonly rest: number;
}

/**
 * The days on which a visit leaves room for the rest of its cycle at the least distance; all its days where none does, or
 * where no later visit is needed.
 */
export function daysWithRoomForRest({ calendar, cycle, days, minGapDays, rest }: RestQuestion): DayRange {
  const later = workingDays(calendar, { first: addDays(days.last, 1), last: cycle.last });
  const needed = Math.min(rest, roomFor({ days: later, minGapDays, lastVisit: null }));
  const leavesRoom = (visit: Day) => roomFor({ days: later, minGapDays, lastVisit: visit }) >= needed;
  const own = workingDays(calendar, days);
  const last = own.findLast(leavesRoom);
  return last === undefined || last === own.at(-1) ? days : { first: days.first, last };
}
