import type { Location } from '../domain/customer.ts';
import type { BreakStop, DutyStop, Leg, Stop, VisitStop } from '../domain/plan.ts';
import { backAt } from '../domain/rep-day.ts';
import type { AuditedDay } from './audit-case.ts';

/** A stop that has a place. */
export type LocatedStop = VisitStop | DutyStop;

/** Where the rep is at some time of the day: at a stop, or at the day's start or end, where `stop` is null. */
export interface Waypoint {
  readonly location: Location;
  readonly stop: LocatedStop | null;
}

/** From one waypoint to the next. A move that stays in place has no leg. */
export interface Move {
  readonly from: Waypoint;
  readonly to: Waypoint;
  /** The leg that the plan has for it; null where the place does not change or the leg is missing. */
  readonly leg: Leg | null;
}

/** Whether two locations are the same point. */
export const isSamePlace = (a: Location, b: Location): boolean => a.lat === b.lat && a.lng === b.lng;

/** The day's stops that have a place, in the plan's order. */
export const locatedStops = ({ planned }: AuditedDay): readonly LocatedStop[] => planned.stops.filter((stop) => stop.type !== 'break');

/** The day's breaks, in the plan's order. */
export const breaksOf = ({ planned }: AuditedDay): readonly BreakStop[] => planned.stops.filter((stop) => stop.type === 'break');

/** What the rep does out in the field: visits, and duties that neither open nor close the day. */
export const fieldStops = (day: AuditedDay): readonly LocatedStop[] =>
  locatedStops(day).filter((stop) => stop.type === 'visit' || isInField(day, stop));

/** Whether a stop lies within the field window, apart from what opens and closes the day. */
export const isInField = ({ repDay: { field } }: AuditedDay, { start, end }: Stop): boolean => start > field.from && end < field.until;

/**
 * The day's moves with their legs: start of the day, stops, end of the day. A day with nothing to do
 * in the field has no moves. Legs are told off in order to the moves that change place.
 */
export function movesOf(day: AuditedDay): readonly Move[] {
  if (fieldStops(day).length === 0) return [];
  const { rep } = day.repDay;
  const stops = locatedStops(day).map((stop) => ({ location: stop.location, stop }));
  const waypoints: readonly Waypoint[] = [{ location: rep.start, stop: null }, ...stops, { location: backAt(day.repDay), stop: null }];

  const legs = day.planned.legs.values();
  return waypoints.slice(1).flatMap((to, i) => {
    const from = waypoints[i];
    if (from === undefined) return [];
    return [{ from, to, leg: isSamePlace(from.location, to.location) ? null : (legs.next().value ?? null) }];
  });
}

/** The moves that need a leg. */
export const changesOfPlace = (day: AuditedDay): readonly Move[] =>
  movesOf(day).filter(({ from, to }) => !isSamePlace(from.location, to.location));

/** Whether the day's legs lead from each place to the next, and nowhere else. */
export function isConnected(day: AuditedDay): boolean {
  const changes = changesOfPlace(day);
  return (
    changes.length === day.planned.legs.length &&
    changes.every(({ from, to, leg }) => leg !== null && isSamePlace(leg.from, from.location) && isSamePlace(leg.to, to.location))
  );
}
