import type { VisitFacts } from '../../../domain/plan.ts';
import type { AuditCase, Check } from '../../audit-case.ts';
import { isSamePlace } from '../../field.ts';
import { placeName, stopName } from '../../wording.ts';

/** The plan's facts about a visit are those of the due visit: customer, place, kind, contact, requests, and whether it is required. */
export const customers: Check = {
  id: 'structure/customers',

  *violations(audited) {
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

function* mistaken({ due }: AuditCase, { visit, customer, kind, contact, answers, required }: VisitFacts) {
  const found = due.get(visit);
  if (found === undefined) return;
  const { series } = found;
  if (customer !== series.customer.id) yield `Visit ${visit} is at customer ${customer} instead of ${series.customer.id}.`;
  if (kind !== series.kind) yield `Visit ${visit} is of kind ${kind} instead of ${series.kind}.`;
  const person = series.contact?.id ?? null;
  if (contact !== person) yield `Visit ${visit} is with ${contact ?? 'any contact'} instead of ${person ?? 'any contact'}.`;
  const [given, needed] = [namesOf(answers.map(({ request }) => request)), namesOf(series.answers.map(({ id }) => id))];
  if (given !== needed) yield `Visit ${visit} answers ${given} instead of ${needed}.`;
  if (required !== found.visit.required) {
    yield `Visit ${visit} is ${found.visit.required ? 'required' : 'optional'}; the plan says the opposite.`;
  }
}

const namesOf = (requests: readonly string[]): string => (requests.length === 0 ? 'no request' : requests.toSorted().join(', '));
