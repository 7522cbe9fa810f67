import type { Location } from '../domain/customer.ts';
import type { BreakStop, DutyStop, Leg, Stop, VisitStop } from '../domain/plan.ts';
import { backAt } from '../domain/rep-day/rep-day.ts';
import type { AuditedDay } from './audit-case.ts';

/** A stop that has a place. */
export type LocatedStop = VisitStop | DutyStop;

/** A place of the rep's day: a stop, or the day's start or end, where `stop` is null. */
export interface Waypoint {
  readonly location: Location;
  readonly stop: LocatedStop | null;
}

/** From one waypoint to the next. */
export interface Move {
  readonly from: Waypoint;
  readonly to: Waypoint;
  /** The plan's legs for it, in order: none where the rep stays in place or where legs are missing, two where the rep fetches a vehicle. */
  readonly legs: readonly Leg[];
}

/** Whether two locations are the same point. */
export const isSamePlace = (a: Location, b: Location): boolean => a.lat === b.lat && a.lng === b.lng;

/** The day's stops that have a place, in the plan's order. */
export const locatedStops = ({ planned }: AuditedDay): readonly LocatedStop[] => planned.stops.filter((stop) => stop.type !== 'break');

/** The day's breaks, in the plan's order. */
export const breaksOf = ({ planned }: AuditedDay): readonly BreakStop[] => planned.stops.filter((stop) => stop.type === 'break');

/** The stops in the field: visits, and duties that neither open nor close the day. */
export const fieldStops = (day: AuditedDay): readonly LocatedStop[] =>
  locatedStops(day).filter((stop) => stop.type === 'visit' || isInField(day, stop));

/** Whether a stop lies inside the field window: it neither opens nor closes the day. */
export const isInField = ({ repDay: { field } }: AuditedDay, { start, end }: Stop): boolean => start > field.from && end < field.until;

/** The day's waypoints: start of the day, stops, end of the day; none on a day with nothing to do in the field. */
function waypointsOf(day: AuditedDay): readonly Waypoint[] {
  if (fieldStops(day).length === 0) return [];
  const stops = locatedStops(day).map((stop) => ({ location: stop.location, stop }));
  return [{ location: day.repDay.rep.start, stop: null }, ...stops, { location: backAt(day.repDay), stop: null }];
}

/** The day's moves, each with its legs, in order. After the first move whose legs are missing, no move has legs. */
export function movesOf(day: AuditedDay): readonly Move[] {
  const { legs } = day.planned;
  const waypoints = waypointsOf(day);
  let next = 0;
  let isStray = false;
  return waypoints.slice(1).flatMap((to, i): Move[] => {
    const from = waypoints[i];
    if (from === undefined) return [];
    const count = isStray ? 0 : legsFor(from, to, legs.slice(next, next + 2));
    if (count === 0 && !isSamePlace(from.location, to.location)) isStray = true;
    next += count;
    return [{ from, to, legs: legs.slice(next - count, next) }];
  });
}

/** How many of the next legs make the move: two where it goes through a third place, such as that of a parked vehicle. */
function legsFor(from: Waypoint, to: Waypoint, [first, second]: readonly Leg[]): number {
  if (first === undefined || !isSamePlace(first.from, from.location) || isSamePlace(first.from, first.to)) return 0;
  const isInPlace = isSamePlace(from.location, to.location);
  if (!isInPlace && isSamePlace(first.to, to.location)) return 1;
  const isPair = second !== undefined && isSamePlace(second.from, first.to) && isSamePlace(second.to, to.location);
  // A rep who stays in place may still fetch the vehicle; legs that arrive later than the rep belong to another move.
  return isPair && (!isInPlace || to.stop === null || second.arrive <= to.stop.arrival) ? 2 : 0;
}

/** The moves that change place. */
export const changesOfPlace = (day: AuditedDay): readonly Move[] =>
  movesOf(day).filter(({ from, to }) => !isSamePlace(from.location, to.location));

/** Whether the day's legs lead from each place to the next, and there are no others. */
export function isConnected(day: AuditedDay): boolean {
  const count = movesOf(day).reduce((sum, { legs }) => sum + legs.length, 0);
  return count === day.planned.legs.length && changesOfPlace(day).every(({ legs }) => legs.length > 0);
}
