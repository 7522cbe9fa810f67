import { type Calendar, workingDays } from './calendar.ts';
import type { Rep } from './rep.ts';
import type { Territory } from './territory.ts';
import { type VisitSeries, kindsCounted } from './visit.ts';

/** A walk-in is left out for so many days before and after another visit to its customer. */
const WALK_IN_DAYS = 7;

/** Whether visits of a request's series count for the gaps of a frequency's series, as they will once they are history. */
export const countsTowards = (one: VisitSeries, other: VisitSeries): boolean =>
  one.origin.by === 'request' &&
  other.origin.by === 'frequency' &&
  one.customer.id === other.customer.id &&
  kindsCounted(other).includes(one.kind) &&
  (other.contact === null || one.contact?.id === other.contact.id);

/**
 * The fewest days between a visit of one series and a visit of another: 0 where both may fall on one day.
 *
 * A customer is seen once a day, unless two contacts, two appointments, or two reps on one and the same day ask for it; inspections, managers' visits and
 * visits of reps do not mind each other. A walk-in keeps a week from other visits: it would not be needed.
 */
export function daysApart({ reps, calendar }: Pick<Territory, 'reps' | 'calendar'>, one: VisitSeries, other: VisitSeries): number {
  if (one.customer.id !== other.customer.id || sideOf(one, reps) !== sideOf(other, reps)) return 0;
  if ((one.kind === 'walk-in') !== (other.kind === 'walk-in')) return WALK_IN_DAYS;
  return meetOthers(one, other) || (isAgreed(one) && isAgreed(other)) || needTwoReps(calendar, one, other) ? 0 : 1;
}

/** Those who see a customer without minding each other. */
function sideOf({ kind, makers }: VisitSeries, reps: readonly Rep[]): 'inspection' | 'managers' | 'reps' | 'calls' {
  if (kind === 'inspection') return 'inspection';
  if (kind === 'call') return 'calls';
  const able = reps.filter(({ id }) => makers.includes(id));
  const isForManagers = kind === 'manager' || (able.length > 0 && able.every(({ role }) => role === 'manager'));
  return isForManagers ? 'managers' : 'reps';
}

/** Whether two series are for different people. A frequency for a role without a known contact is for a person of its own. */
function meetOthers(one: VisitSeries, other: VisitSeries): boolean {
  const [person, another] = [personOf(one), personOf(other)];
  return person !== null && another !== null && person !== another;
}

const personOf = ({ contact, origin }: VisitSeries): string | null =>
  contact?.id ?? (origin.by === 'frequency' && origin.frequency.contact !== null ? `role ${origin.frequency.contact}` : null);

/** Whether two required requests name different reps, and both can only be on one and the same day. */
function needTwoReps(calendar: Calendar, one: VisitSeries, other: VisitSeries): boolean {
  const areNamed = [one, other].every(({ origin, answers }) => origin.by === 'request' && answers.some(({ rep }) => rep !== null));
  const areRequired = [one, other].every(({ visits }) => visits.every(({ required }) => required));
  if (!areNamed || !areRequired || one.makers.some((id) => other.makers.includes(id))) return false;
  const days = new Set([one, other].flatMap(({ visits }) => visits.flatMap((visit) => workingDays(calendar, visit.days))));
  return days.size === 1;
}

const isAgreed = ({ origin, times }: VisitSeries): boolean => origin.by === 'request' && times !== null;
