import { daysOf, formatDay, holds, isWorkingDay } from '../../../domain/calendar.ts';
import type { Territory } from '../../../domain/territory.ts';
import { seconds } from '../../../kernel/units.ts';
import type { AuditCase, Check, DueVisit, ServedVisit } from '../../audit-case.ts';
import { stopName } from '../../wording.ts';

/** Days within which a customer who is visited anyway has no walk-in. */
const WEEK = 7;

/**
 * A customer is seen once a day, unless two contacts, two appointments, or two reps on one day ask for it, and has no walk-in
 * within a week of another visit. Inspections, managers and reps do not mind each other. No request is left unserved while its customer has a
 * stop that could have answered it.
 */
export const oneTrip: Check = {
  id: 'structure/one-trip',

  *violations(audited) {
    const sides = Map.groupBy(audited.served, (visit) => `${visit.stop.customer}\n${sideOf(audited, visit)}`);
    for (const visits of sides.values()) {
      for (const [i, one] of visits.entries()) {
        for (const other of visits.slice(i + 1)) yield* tooClose(one, other, audited.territory);
      }
    }
    yield* leftUnanswered(audited);
  },
};

/** Requests left out although a visit of a frequency, which is worth no more, was made on one of their days by one of their makers. */
function* leftUnanswered({ due, plan, served, territory }: AuditCase): Iterable<string> {
  const byCustomer = Map.groupBy(served, ({ stop }) => stop.customer);
  for (const { visit, customer, answers } of plan.unserved) {
    const left = due.get(visit);
    if (left === undefined || answers.length === 0 || left.series.times !== null) continue;
    const stop = (byCustomer.get(customer) ?? []).find((one) => couldAnswer(one, left, territory));
    if (stop !== undefined)
      yield `Visit ${visit} is left out, and ${stopName(stop.stop)} on ${formatDay(stop.planned.day)} could have been it.`;
  }
}

function couldAnswer({ stop, planned, due }: ServedVisit, left: DueVisit, { policy }: Territory): boolean {
  if (due === null || due.series.origin.by !== 'frequency') return false;
  const { series, visit } = left;
  const { kind, countsAlso } = due.series.origin.frequency;
  const worth = ({ visit: { required, weight } }: DueVisit) => {
    const tier = policy.tiers.find(({ id }) => id === series.customer.tier);
    const price = Number(policy.rules.find(({ rule }) => rule === 'customer/frequency')?.price ?? 0);
    return Math.round(weight * (required ? (tier?.unserved ?? 0) : price));
  };
  return (
    [kind, ...countsAlso].includes(series.kind) &&
    (due.series.contact === null || due.series.contact.id === series.contact?.id) &&
    (series.contact === null || series.contact.id === stop.contact) &&
    series.companion?.id === due.series.companion?.id &&
    series.makers.includes(planned.rep) &&
    holds(visit.days, planned.day) &&
    !due.series.commitments.some(({ day }) => day === planned.day) &&
    seconds(stop.end - stop.start) >= series.dwell &&
    worth(left) >= worth(due)
  );
}

/** Visits of one side look at each other's days. */
function sideOf({ territory }: AuditCase, { stop, due }: ServedVisit): string {
  if (stop.kind === 'inspection' || stop.kind === 'manager') return stop.kind;
  const able = territory.reps.filter(({ id }) => due?.series.makers.includes(id) ?? false);
  return able.length > 0 && able.every(({ role }) => role === 'manager') ? 'manager' : 'rep';
}

function* tooClose(one: ServedVisit, other: ServedVisit, territory: Territory): Iterable<string> {
  const [first, second] = [one.planned.day, other.planned.day];
  const names = `${stopName(one.stop)} on ${formatDay(first)} and ${stopName(other.stop)} on ${formatDay(second)}`;
  const walkIns = [one, other].filter(({ stop }) => stop.kind === 'walk-in').length;
  if (walkIns === 1 && Math.abs(first - second) < WEEK) yield `${names} are less than a week apart, and one of them is a walk-in.`;
  else if (first === second && !haveReason(one, other) && !areForTwoReps(one, other, territory))
    yield `${names} are at one customer on one day.`;
}

/** Two people to see, or two times that were agreed on. */
function haveReason(one: ServedVisit, other: ServedVisit): boolean {
  const [person, another] = [personOf(one), personOf(other)];
  if (person !== null && another !== null && person !== another) return true;
  return [one, other].every(({ due }) => due?.series.origin.by === 'request' && due.series.times !== null);
}

/** Two required requests that name different reps, with no other working day for either. */
function areForTwoReps(one: ServedVisit, other: ServedVisit, { calendar }: Territory): boolean {
  const [a, b] = [one.due, other.due].map((due) => due?.series.answers.find(({ rep }) => rep !== null)?.rep ?? null);
  if (a === null || b === null || a === b) return false;
  return [one, other].every(({ due, planned }) => {
    const days = due === null ? [] : daysOf(due.visit.days).filter((day) => isWorkingDay(calendar, day));
    return due?.visit.required === true && days.length === 1 && days[0] === planned.day;
  });
}

/** The contact, or the role of a frequency whose contacts are unknown; null for anybody. */
function personOf({ stop, due }: ServedVisit): string | null {
  if (stop.contact !== null) return stop.contact;
  const role = due?.series.origin.by === 'frequency' ? due.series.origin.frequency.contact : null;
  return role === null ? null : `any ${role}`;
}
