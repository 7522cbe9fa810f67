import { formatDay } from '../../domain/calendar.ts';
import type { Commitment } from '../../domain/commitment.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Campaign, VisitRequest } from '../../domain/request.ts';
import type { RepId } from '../../kernel/ids.ts';
import { formatPlace } from '../../kernel/finding.ts';
import type { Findings } from '../reading/findings.ts';
import type { Parsed } from '../reading/parse-source.ts';
import { type Source, placedValueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';

/** Checks that the deadline of each request is not before its first day. */
export function checkDueDays(requests: readonly Parsed<VisitRequest>[], findings: Findings): void {
  for (const { value, source } of requests) {
    const { first, last } = value.due;
    if (last < first) findings.report(valueErrors.reversed({ ...placedValueAt(source, 'deadline'), start: formatDay(first) }));
  }
}

/** Checks that the most lead days of each campaign are not fewer than the least. */
export function checkLeadDays(campaigns: readonly Parsed<Campaign>[], findings: Findings): void {
  for (const { value, source } of campaigns) {
    const { least, most } = value.leadDays;
    if (most < least) findings.report(valueErrors.outOfRange({ ...placedValueAt(source, 'leadDays', 'most'), range: `at least ${least}` }));
  }
}

/** The time that a rep keeps for an appointment, in seconds from the first day of the calendar. */
interface KeptTime {
  readonly rep: RepId;
  readonly from: number;
  readonly until: number;
  readonly source: Source;
  /** The place of its request in the list. */
  readonly position: number;
}

/** Checks that each appointment is on a day of its request, and that no rep has two appointments at once. */
export function checkAppointments(requests: readonly Parsed<VisitRequest>[], customers: readonly Customer[], findings: Findings): void {
  const requiredReps = new Map(customers.map(({ id, requiredRep }) => [id, requiredRep]));
  const kept = requests.flatMap(({ value, source }, position): readonly KeptTime[] => {
    const { appointment, due, customer, dwell } = value;
    if (appointment === null) return [];
    if (appointment.day < due.first || appointment.day > due.last) {
      const days = `${formatDay(due.first)} to ${formatDay(due.last)}`;
      findings.report(territoryErrors.appointmentOutside({ ...placedValueAt(source, 'appointment', 'day'), days }));
    }
    const rep = value.rep ?? requiredReps.get(customer) ?? null;
    // Others have a choice of times.
    if (rep === null || appointment.at === null || appointment.until !== undefined) return [];
    const start = appointment.day * 86_400 + appointment.at;
    const from = start - appointment.early;
    return [{ rep, from, until: Math.max(start + (dwell ?? 0), start + 1), source, position }];
  });
  for (const [later, earlier] of conflictsIn(kept)) {
    const at = placedValueAt(later.source, 'appointment', 'at');
    findings.report(territoryErrors.appointmentsConflict({ ...at, rep: later.rep, other: formatPlace(earlier.source.placeOf(['id'])) }));
  }
}

/**
 * Pairs of times of one rep that overlap, the one that stands later in the list first. One pass over the times in order of
 * their starts: of two that overlap, the earlier in the list is kept and compared with the next.
 */
function conflictsIn(times: readonly KeptTime[]): readonly (readonly [KeptTime, KeptTime])[] {
  const lasts = new Map<RepId, KeptTime>();
  const conflicts: (readonly [KeptTime, KeptTime])[] = [];
  for (const time of times.toSorted((a, b) => a.from - b.from || a.position - b.position)) {
    const last = lasts.get(time.rep);
    const overlaps = last !== undefined && time.from < last.until;
    if (overlaps) conflicts.push(time.position > last.position ? [time, last] : [last, time]);
    if (!overlaps || time.position < last.position) lasts.set(time.rep, time);
  }
  return conflicts.toSorted(([a], [b]) => a.position - b.position);
}

/** Checks that no visit has two commitments for one day. */
export function checkCommitments(commitments: readonly Parsed<Commitment>[], findings: Findings): void {
  const firsts = new Map<string, Parsed<Commitment>>();
  for (const commitment of commitments) {
    const { customer, contact, kind, request, day, rep, at } = commitment.value;
    const visit = JSON.stringify([customer, contact, kind, request, day]);
    const first = firsts.get(visit);
    if (first === undefined) firsts.set(visit, commitment);
    else {
      const isSameRep = first.value.rep === rep;
      const field = isSameRep && first.value.at === at ? 'day' : isSameRep ? 'at' : 'rep';
      const other = formatPlace(first.source.placeOf(['day']));
      findings.report(territoryErrors.commitmentsConflict({ ...placedValueAt(commitment.source, field), other }));
    }
  }
}
