import { formatDay } from '../domain/calendar.ts';
import type { Location } from '../domain/customer.ts';
import type { Leg, PlannedDay, Stop } from '../domain/plan.ts';

/** A rep's day as violations name it: `rep-1 on 2026-12-07`. */
export const dayName = ({ rep, day }: Pick<PlannedDay, 'rep' | 'day'>): string => `${rep} on ${formatDay(day)}`;

/** A location as violations name it, in degrees. */
export const placeName = ({ lat, lng }: Location): string => `(${lat}, ${lng})`;

/** A leg as violations name it, by its ends. */
export const legName = ({ from, to }: Pick<Leg, 'from' | 'to'>): string => `the leg from ${placeName(from)} to ${placeName(to)}`;

/** A stop as violations name it: `visit c1/monthly/2026-12/1`. */
export function stopName(stop: Stop): string {
  if (stop.type === 'visit') return `visit ${stop.visit}`;
  return stop.type === 'duty' ? `duty ${stop.duty}` : `break ${stop.break}`;
}
