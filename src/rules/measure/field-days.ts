import type { PlannedDay, VisitStop } from '../../domain/plan.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';
import { type ReviewedDay, plannedDays, visitsOf } from './planned-days.ts';
import type { Review } from '../rule.ts';

/** A planned day with visits, measured. */
export interface FieldDay extends ReviewedDay {
  /** In order; at least one. */
  readonly visits: readonly VisitStop[];
  /** Clock time of the return from the last stop in the field. */
  readonly end: Seconds;
  /** Travel until then. */
  readonly travel: Seconds;
  /** From the start of the field time to the end, without breaks. */
  readonly work: Seconds;
}

/** The plan's days with visits, measured from their stops and legs. */
export function fieldDays(review: Review): readonly FieldDay[] {
  return plannedDays(review).flatMap((day) => {
    const visits = visitsOf(day.planned);
    if (visits.length === 0) return [];
    const end = endOf(day);
    const travel = sum(day.planned.legs.filter(({ arrive }) => arrive <= end).map((leg) => leg.travel));
    const work = end - day.repDay.field.from - pausedBefore(end, day);
    return [{ ...day, visits, end, travel: seconds(travel), work: seconds(work) }];
  });
}

/** The last leg in the field ends the field work; duties that close the day follow it at the base. */
function endOf({ repDay: { field }, planned }: ReviewedDay): Seconds {
  const inField = (stop: PlannedDay['stops'][number]) =>
    stop.type === 'visit' || (stop.type === 'duty' && stop.start > field.from && stop.end < field.until);
  const done = Math.max(...planned.stops.filter(inField).map((stop) => stop.end));
  const wayBack = planned.legs.findLast(({ depart }) => depart >= done);
  return wayBack?.arrive ?? seconds(done);
}

/** Breaks in the field time before the return. A break that starts at the return or later is the rep's own time. */
function pausedBefore(end: Seconds, { repDay: { field }, planned }: ReviewedDay): number {
  const pauses = planned.stops.filter(({ type, start }) => type === 'break' && start >= field.from && start < end);
  return sum(pauses.map((pause) => pause.end - pause.start));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
