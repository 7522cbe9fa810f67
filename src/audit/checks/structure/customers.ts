import type { VisitFacts } from '../../../domain/plan.ts';
import type { AuditCase, Check } from '../../audit-case.ts';
import { isSamePlace } from '../../field.ts';
import { placeName, stopName } from '../../wording.ts';

/** What the plan says of a visit is what is due: its customer and where that is, its kind, whom it meets, what asks for it, and whether it is required. */
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
    for (const { call } of audited.called) yield* mistaken(audited, call);
    for (const visit of audited.plan.unserved) yield* mistaken(audited, visit);
  },
};

function* mistaken({ due }: AuditCase, { visit, customer, kind, contact, request, required }: VisitFacts) {
  const found = due.get(visit);
  if (found === undefined) return;
  const { series } = found;
  if (customer !== series.customer.id) yield `Visit ${visit} is at customer ${customer} instead of ${series.customer.id}.`;
  if (kind !== series.kind) yield `Visit ${visit} is of kind ${kind} instead of ${series.kind}.`;
  const whom = series.contact?.id ?? null;
  if (contact !== whom) yield `Visit ${visit} meets ${contact ?? 'nobody in particular'} instead of ${whom ?? 'nobody in particular'}.`;
  const asking = series.asked.by === 'request' ? series.asked.request.id : null;
  if (request !== asking) yield `Visit ${visit} answers ${request ?? 'no request'} instead of ${asking ?? 'no request'}.`;
  if (required !== found.visit.required) {
    yield `Visit ${visit} is ${found.visit.required ? 'required' : 'optional'}; the plan says the opposite.`;
  }
}
