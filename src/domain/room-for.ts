import type { Day } from './calendar.ts';

/** Days on which one customer may be visited. */
export interface RoomQuestion {
  /** In order. */
  readonly days: readonly Day[];
  /** Fewest days from one visit to the next. */
  readonly minGapDays: number;
  /** The last visit before these days; null when there is none. */
  readonly lastVisit: Day | null;
}

/** The most visits that can each have a day without being too close to each other or to the last visit. */
export function roomFor({ days, minGapDays, lastVisit }: RoomQuestion): number {
  let room = 0;
  let last = lastVisit;
  // Taking the earliest day each time leaves the most for the rest.
  for (const day of days) {
    if (last !== null && day - last < Math.max(1, minGapDays)) continue;
    room++;
    last = day;
  }
  return room;
}
