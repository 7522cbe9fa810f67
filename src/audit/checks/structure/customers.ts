import type { CustomerId, VisitId } from '../../../kernel/ids.ts';
import type { AuditCase, Check } from '../../audit-case.ts';
import { isSamePlace } from '../../field.ts';
import { placeName, stopName } from '../../wording.ts';

/** What the plan says of a visit is what is due: its customer, where that is, and whether it is required. */
export const customers: Check = {
  id: 'structure/customers',

  *findings(audited) {
    for (const { stop, due } of audited.served) {
      yield* mistaken(audited, stop);
      const location = due?.series.customer.location ?? stop.location;
      if (!isSamePlace(stop.location, location)) {
        yield `${stopName(stop)} is at ${placeName(stop.location)}; its customer is at ${placeName(location)}.`;
      }
    }
    for (const visit of audited.plan.unserved) yield* mistaken(audited, visit);
  },
};

interface PlannedVisit {
  readonly visit: VisitId;
  readonly customer: CustomerId;
  readonly required: boolean;
}

function* mistaken({ due }: AuditCase, { visit, customer, required }: PlannedVisit) {
  const found = due.get(visit);
  if (found === undefined) return;
  if (customer !== found.series.customer.id) yield `Visit ${visit} is at customer ${customer} instead of ${found.series.customer.id}.`;
  if (required !== found.visit.required) {
    yield `Visit ${visit} is ${found.visit.required ? 'required' : 'optional'}; the plan says the opposite.`;
  }
}
