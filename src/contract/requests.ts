import { z } from 'zod';
import type { Commitment } from '../domain/commitment.ts';
import type { Campaign, VisitRequest } from '../domain/request.ts';
import { companionId, contactId, customerId, repId, requestId } from '../kernel/ids.ts';
import { minutes } from '../kernel/units.ts';
import { clock, date, duration, fields, stay, text, words } from './fields.ts';
import { flagCell } from './flag-cell.ts';
import { visitKind } from './history.ts';
import { type Column, listCell, minutesCell, numberCell } from './table.ts';

const ifNonWorking = z.enum(['next', 'previous', 'skip']).default('next');
/** How many times the usual price. */
const weight = z.number().min(0).max(100).default(1);
const leadDays = z.int().min(0).max(366);

/** A time agreed on, as documents have it. */
const AppointmentDocument = fields({ day: date, at: clock, early: duration.optional(), mostWait: duration.optional() });

/** A one-off reason to visit or call, as documents have it. */
export const RequestDocument = fields({
  id: text,
  customer: text,
  contact: text.optional(),
  kind: visitKind.default('ordinary'),
  source: z.enum(['follow-up', 'complaint', 'promise', 'order', 'campaign', 'new-customer', 'ad-hoc']).default('ad-hoc'),
  purpose: z.string().default(''),
  from: date,
  deadline: date,
  ifNonWorking,
  required: z.boolean().default(true),
  weight,
  dwell: stay.optional(),
  rep: text.optional(),
  companion: text.optional(),
  appointment: AppointmentDocument.optional(),
});

/** The columns of `requests.csv`. */
export const requestColumns: readonly Column[] = [
  { heading: 'id', path: ['id'], needed: true },
  { heading: 'customer', path: ['customer'], needed: true },
  { heading: 'contact', path: ['contact'] },
  { heading: 'kind', path: ['kind'] },
  { heading: 'source', path: ['source'] },
  { heading: 'purpose', path: ['purpose'] },
  { heading: 'from', path: ['from'], needed: true },
  { heading: 'deadline', path: ['deadline'], needed: true },
  { heading: 'if_non_working', path: ['ifNonWorking'] },
  { heading: 'required', path: ['required'], read: flagCell },
  { heading: 'weight', path: ['weight'], read: numberCell },
  { heading: 'dwell_minutes', path: ['dwell'], read: minutesCell },
  { heading: 'rep', path: ['rep'] },
  { heading: 'companion', path: ['companion'] },
  { heading: 'appointment_day', path: ['appointment', 'day'] },
  { heading: 'appointment_at', path: ['appointment', 'at'] },
  { heading: 'early_minutes', path: ['appointment', 'early'], read: minutesCell },
  { heading: 'most_wait_minutes', path: ['appointment', 'mostWait'], read: minutesCell },
];

/** The request of a document. */
export function requestOf({ from, deadline, ...document }: z.output<typeof RequestDocument>): VisitRequest {
  const { contact, rep, companion, appointment, dwell = null } = document;
  return {
    ...document,
    id: requestId(document.id),
    customer: customerId(document.customer),
    contact: contact === undefined ? null : contactId(contact),
    due: { first: from, last: deadline },
    dwell,
    rep: rep === undefined ? null : repId(rep),
    companion: companion === undefined ? null : companionId(companion),
    appointment:
      appointment === undefined ? null : { ...appointment, early: appointment.early ?? minutes(0), mostWait: appointment.mostWait ?? null },
  };
}

/** A dated reason to see many customers, as documents have it. */
export const CampaignDocument = fields({
  id: text,
  name: text.optional(),
  day: date,
  leadDays: fields({ least: leadDays, most: leadDays }),
  ifNonWorking,
  kind: visitKind.default('ordinary'),
  tiers: words.default([]),
  tags: words.default([]),
  statuses: z.array(z.enum(['potential', 'new', 'retained', 'lost'])).default([]),
  contact: text.optional(),
  required: z.boolean().default(true),
  weight,
  dwell: stay.optional(),
});

/** The columns of `campaigns.csv`. */
export const campaignColumns: readonly Column[] = [
  { heading: 'id', path: ['id'], needed: true },
  { heading: 'name', path: ['name'] },
  { heading: 'day', path: ['day'], needed: true },
  { heading: 'least_lead_days', path: ['leadDays', 'least'], read: numberCell, needed: true },
  { heading: 'most_lead_days', path: ['leadDays', 'most'], read: numberCell, needed: true },
  { heading: 'if_non_working', path: ['ifNonWorking'] },
  { heading: 'kind', path: ['kind'] },
  { heading: 'tiers', path: ['tiers'], read: listCell },
  { heading: 'tags', path: ['tags'], read: listCell },
  { heading: 'statuses', path: ['statuses'], read: listCell },
  { heading: 'contact_role', path: ['contact'] },
  { heading: 'required', path: ['required'], read: flagCell },
  { heading: 'weight', path: ['weight'], read: numberCell },
  { heading: 'dwell_minutes', path: ['dwell'], read: minutesCell },
];

/** The campaign of a document. */
export function campaignOf({ tiers, tags, statuses, contact, ...document }: z.output<typeof CampaignDocument>): Campaign {
  const { id, name = id, dwell = null } = document;
  return { ...document, name, dwell, audience: { tiers, tags, statuses, contact: contact ?? null } };
}

/** A day that an earlier plan gave to a visit, as documents have it. */
export const CommitmentDocument = fields({
  customer: text,
  contact: text.optional(),
  kind: visitKind.default('ordinary'),
  request: text.optional(),
  day: date,
  rep: text.optional(),
  at: clock.optional(),
  firmness: z.enum(['planned', 'announced', 'confirmed']).default('planned'),
});

/** The columns of `commitments.csv`. */
export const commitmentColumns: readonly Column[] = [
  { heading: 'customer', path: ['customer'], needed: true },
  { heading: 'contact', path: ['contact'] },
  { heading: 'kind', path: ['kind'] },
  { heading: 'request', path: ['request'] },
  { heading: 'day', path: ['day'], needed: true },
  { heading: 'rep', path: ['rep'] },
  { heading: 'at', path: ['at'] },
  { heading: 'firmness', path: ['firmness'] },
];

/** The commitment of a document. */
export function commitmentOf({ customer, contact, request, rep, at, ...document }: z.output<typeof CommitmentDocument>): Commitment {
  return {
    ...document,
    customer: customerId(customer),
    contact: contact === undefined ? null : contactId(contact),
    request: request === undefined ? null : requestId(request),
    rep: rep === undefined ? null : repId(rep),
    at: at ?? null,
  };
}
