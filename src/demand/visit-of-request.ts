import { type Calendar, type DayRange, addDays, overlapOfRanges, workingDayFor, workingDays } from '../domain/calendar.ts';
import type { VisitRequest } from '../domain/request.ts';
import { PULLED_FORWARD, type Visit } from '../domain/visit.ts';
import { visitId } from '../kernel/ids.ts';
import { paceAt } from './pace.ts';

/**
 * The visit of a request within a horizon; null when it cannot be made there yet.
 *
 * It is required when no working day is left for it after the horizon. Before that it is optional, and its weight grows with
 * the part of its time that is over. An overdue visit may fall on any day.
 */
export function visitOfRequest(request: VisitRequest, calendar: Calendar, horizon: DayRange): Visit | null {
  const window = dueWindow(request, calendar, horizon);
  if (window === null || window.first > horizon.last) return null;
  const days = window.last < horizon.first ? horizon : overlapOfRanges(window, horizon);
  const left = workingDays(calendar, { first: addDays(horizon.last, 1), last: window.last });
  const isAgreed = isWithin(request, horizon);
  if (workingDays(calendar, days).length === 0 && !isAgreed) return null;
  const required = request.required && left.length === 0;
  const share = Math.max(PULLED_FORWARD, isAgreed ? 1 : paceAt({ calendar, cycle: window, until: horizon.last, visits: 1 }));
  return {
    id: visitId(request.customer, 'request', request.id),
    days,
    required,
    weight: required ? request.weight : share * request.weight,
  };
}

/** Whether the request has an appointment in the horizon. After a missed appointment the visit is overdue. */
export const isWithin = ({ appointment }: VisitRequest, horizon: DayRange): boolean =>
  appointment !== null && appointment.day >= horizon.first && appointment.day <= horizon.last;

/** From first day to deadline, moved to a working day where it has none; null when it is skipped. */
function dueWindow({ due, appointment, ifNonWorking }: VisitRequest, calendar: Calendar, horizon: DayRange): DayRange | null {
  if (appointment !== null && appointment.day >= horizon.first) return { first: appointment.day, last: appointment.day };
  if (workingDays(calendar, due).length > 0) return due;
  const moved = workingDayFor(calendar, ifNonWorking === 'next' ? due.last : due.first, ifNonWorking);
  return moved === null ? null : { first: moved, last: moved };
}
