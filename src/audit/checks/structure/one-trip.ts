import { formatDay } from '../../../domain/calendar.ts';
import type { AuditCase, Check, ServedVisit } from '../../audit-case.ts';
import { stopName } from '../../wording.ts';

/** Days within which a customer who is visited anyway has no walk-in. */
const WEEK = 7;

/**
 * A customer is seen once a day, unless two contacts or two appointments ask for it, and has no walk-in within a week of
 * another visit. Inspections, managers and reps do not mind each other.
 */
export const oneTrip: Check = {
  id: 'structure/one-trip',

  *violations(audited) {
    const sides = Map.groupBy(audited.served, (visit) => `${visit.stop.customer}\n${sideOf(audited, visit)}`);
    for (const visits of sides.values()) {
      for (const [i, one] of visits.entries()) {
        for (const other of visits.slice(i + 1)) yield* tooClose(one, other);
      }
    }
  },
};

/** Visits of one side look at each other's days. */
function sideOf({ territory }: AuditCase, { stop, due }: ServedVisit): string {
  if (stop.kind === 'inspection' || stop.kind === 'manager') return stop.kind;
  const able = territory.reps.filter(({ id }) => due?.series.makers.includes(id) ?? false);
  return able.length > 0 && able.every(({ role }) => role === 'manager') ? 'manager' : 'rep';
}

function* tooClose(one: ServedVisit, other: ServedVisit): Iterable<string> {
  const [first, second] = [one.planned.day, other.planned.day];
  const names = `${stopName(one.stop)} on ${formatDay(first)} and ${stopName(other.stop)} on ${formatDay(second)}`;
  const walkIns = [one, other].filter(({ stop }) => stop.kind === 'walk-in').length;
  if (walkIns === 1 && Math.abs(first - second) < WEEK) yield `${names} are less than a week apart, and one of them is a walk-in.`;
  else if (first === second && !haveReason(one, other)) yield `${names} are at one customer on one day.`;
}

/** Two people to see, or two times that were agreed on. */
function haveReason(one: ServedVisit, other: ServedVisit): boolean {
  const [person, another] = [personOf(one), personOf(other)];
  if (person !== null && another !== null && person !== another) return true;
  return [one, other].every(({ due }) => due?.series.origin.by === 'request' && due.series.times !== null);
}

/** The contact, or the role of a frequency whose contacts are unknown; null for anybody. */
function personOf({ stop, due }: ServedVisit): string | null {
  if (stop.contact !== null) return stop.contact;
  const role = due?.series.origin.by === 'frequency' ? due.series.origin.frequency.contact : null;
  return role === null ? null : `any ${role}`;
}
