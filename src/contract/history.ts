import { z } from 'zod';
import type { PastVisit } from '../domain/territory.ts';
import { contactId, customerId, repId, requestId } from '../kernel/ids.ts';
import { date, fields, text } from './fields.ts';
import type { Column } from './table.ts';

/** Of what a visit is one. */
export const visitKind = z.enum(['return', 'ordinary', 'walk-in', 'call', 'manager', 'inspection']);

/** A visit that took place, as documents have it. */
export const PastVisitDocument = fields({
  customer: text,
  day: date,
  kind: visitKind.default('ordinary'),
  rep: text.optional(),
  contact: text.optional(),
  request: text.optional(),
  followUp: date.optional(),
});

/** The columns of `history.csv`. */
export const historyColumns: readonly Column[] = [
  { heading: 'customer', path: ['customer'], needed: true },
  { heading: 'day', path: ['day'], needed: true },
  { heading: 'kind', path: ['kind'] },
  { heading: 'rep', path: ['rep'] },
  { heading: 'contact', path: ['contact'] },
  { heading: 'request', path: ['request'] },
  { heading: 'follow_up', path: ['followUp'] },
];

/** The past visit of a document. */
export function pastVisitOf({ customer, day, kind, rep, contact, request, followUp }: z.output<typeof PastVisitDocument>): PastVisit {
  return {
    customer: customerId(customer),
    day,
    kind,
    rep: rep === undefined ? null : repId(rep),
    contact: contact === undefined ? null : contactId(contact),
    request: request === undefined ? null : requestId(request),
    followUp: followUp ?? null,
  };
}
