import { formatDay } from '../../domain/calendar.ts';
import type { Commitment } from '../../domain/commitment.ts';
import type { Customer } from '../../domain/customer.ts';
import { mayMeet } from '../../domain/may-serve.ts';
import type { VisitRequest } from '../../domain/request.ts';
import type { Territory } from '../../domain/territory.ts';
import { modesOf } from '../../domain/vehicle.ts';
import { formatPlace } from '../../kernel/finding.ts';
import { modeOf } from '../../travel/modes/index.ts';
import type { Read } from './check-territory.ts';
import type { Findings } from '../reading/findings.ts';
import { placedValueAt } from '../reading/source.ts';
import { territoryErrors } from './errors.ts';

/** Checks that each appointment lies in the days of its request, and that nobody has two at once. */
export function checkAppointments(requests: readonly Read<VisitRequest>[], customers: readonly Customer[], findings: Findings): void {
  const owners = new Map(customers.map(({ id, requiredRep }) => [id, requiredRep]));
  const kept: { readonly who: string; readonly from: number; readonly until: number; readonly source: Read<VisitRequest>['source'] }[] = [];
  for (const { value, source } of requests) {
    const { appointment, due, rep, customer, dwell } = value;
    if (appointment === null) continue;
    if (appointment.day < due.first || appointment.day > due.last) {
      const days = `${formatDay(due.first)} to ${formatDay(due.last)}`;
      findings.report(territoryErrors.appointmentOutside({ ...placedValueAt(source, 'appointment', 'day'), days }));
    }
    const who = rep ?? owners.get(customer) ?? null;
    if (who === null) continue;
    const at = appointment.day * 86_400 + appointment.at;
    const stretch = { who, from: at - appointment.early, until: at + (dwell ?? 0), source };
    const other = kept.find(
      (one) => one.who === who && one.from < Math.max(stretch.until, at + 1) && stretch.from < Math.max(one.until, one.from + 1),
    );
    if (other === undefined) kept.push(stretch);
    else
      findings.report(
        territoryErrors.appointmentsConflict({
          ...placedValueAt(source, 'appointment', 'at'),
          rep: who,
          other: formatPlace(other.source.placeOf(['id'])),
        }),
      );
  }
}

/** Checks that no visit is promised for one day to two people, or for two times. */
export function checkCommitments(commitments: readonly Read<Commitment>[], findings: Findings): void {
  const first = new Map<string, Read<Commitment>>();
  for (const held of commitments) {
    const { customer, contact, kind, request, day, rep, at } = held.value;
    const key = JSON.stringify([customer, contact, kind, request, day]);
    const other = first.get(key);
    if (other === undefined) first.set(key, held);
    else {
      const said = other.value.rep === rep && other.value.at === at ? 'day' : other.value.rep === rep ? 'at' : 'rep';
      findings.report(
        territoryErrors.commitmentsConflict({ ...placedValueAt(held.source, said), other: formatPlace(other.source.placeOf(['day'])) }),
      );
    }
  }
}

/** Checks that somebody may come to each customer, by some way that the customer allows. */
export function checkReachable(
  customers: readonly Read<Customer>[],
  territory: Pick<Territory, 'policy' | 'requests' | 'reps'>,
  findings: Findings,
): void {
  const known = new Set(territory.reps.map(({ id }) => id));
  for (const { value, source } of customers) {
    // A rep that there is not has its own finding.
    if (value.requiredRep !== null && !known.has(value.requiredRep)) continue;
    const able = territory.reps.filter((rep) => mayMeet(territory, rep, value));
    const allowed = value.allowedModes;
    if (able.length === 0)
      findings.report(
        territoryErrors.customerUnreachable({
          ...placedValueAt(source, value.requiredRep === null ? 'area' : 'requiredRep'),
          customer: value.id,
        }),
      );
    else if (
      allowed !== null &&
      allowed.every((mode) => modeOf(mode) !== null) &&
      !able.some((rep) => modesOf(territory.policy, rep).some((mode) => allowed.includes(mode)))
    ) {
      const modes = [...new Set(able.flatMap((rep) => modesOf(territory.policy, rep)))];
      findings.report(territoryErrors.customerWithoutWay({ ...placedValueAt(source, 'allowedModes'), customer: value.id, modes }));
    }
  }
}
