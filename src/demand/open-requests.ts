import { type DayRange, addDays } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import { isFor } from '../domain/policy.ts';
import type { Campaign, VisitRequest } from '../domain/request.ts';
import type { PastVisit, Territory } from '../domain/territory.ts';
import { requestId } from '../kernel/ids.ts';
import { formatDay } from '../domain/calendar.ts';
import { contactsFor } from '../domain/frequency-for.ts';

/** A customer with its requests and past visits. */
export interface RequestQuestion {
  readonly territory: Pick<Territory, 'campaigns'>;
  readonly horizon: DayRange;
  readonly customer: Customer;
  /** The customer's own requests, as listed. */
  readonly requests: readonly VisitRequest[];
  /** The customer's visits before the horizon. */
  readonly past: readonly PastVisit[];
}

/** The usual values of a request: a required visit of no contact in particular, by any rep of the customer. */
export const plainRequest = {
  contact: null,
  purpose: '',
  ifNonWorking: 'next',
  required: true,
  weight: 1,
  dwell: null,
  rep: null,
  companion: null,
  appointment: null,
} as const satisfies Partial<VisitRequest>;

/** The requests of a customer that no visit has answered: its own, then follow-ups of past visits, then campaigns. */
export function openRequests(question: RequestQuestion): readonly VisitRequest[] {
  const { territory, horizon, customer, requests, past } = question;
  const answered = new Set(past.flatMap((visit) => visit.requests));
  return [
    ...requests,
    ...followUps(past),
    ...territory.campaigns.flatMap((campaign) => (isFor(campaign.audience, customer) ? campaignRequests(campaign, question) : [])),
  ].filter(({ id, due }) => !answered.has(id) && due.first <= horizon.last);
}

/** Promises of past visits to come again that are still open: of each kind and contact that of the last visit. */
function followUps(past: readonly PastVisit[]): readonly VisitRequest[] {
  const alike = Map.groupBy(past, ({ kind, contact }) => `${kind}\n${contact ?? ''}`);
  return [...alike.values()].flatMap((visits): readonly VisitRequest[] => {
    const last = visits.toSorted((a, b) => a.day - b.day).at(-1);
    if (last === undefined || last.followUp === null) return [];
    const { customer, contact, kind, day, followUp } = last;
    const first = addDays(day, 1);
    const due = { first: first < followUp ? first : followUp, last: followUp };
    return [{ ...plainRequest, id: requestId(`follow-up-${kind}-${formatDay(day)}`), customer, contact, kind, source: 'follow-up', due }];
  });
}

/** The visits of a campaign that a customer still needs, until its day is over. */
function campaignRequests(campaign: Campaign, { horizon, customer, past }: RequestQuestion): readonly VisitRequest[] {
  const { day, leadDays, kind, audience, ifNonWorking, required, weight, dwell } = campaign;
  if (day < horizon.first) return [];
  const due = { first: addDays(day, -leadDays.most), last: addDays(day, -leadDays.least) };
  return contactsFor(audience, customer).flatMap((contact): readonly VisitRequest[] => {
    const isDone = past.some(
      (visit) => visit.kind === kind && visit.day >= due.first && (contact === null || visit.contact === contact.id),
    );
    if (isDone) return [];
    const id = requestId(contact === null ? campaign.id : `${campaign.id}/${contact.id}`);
    const recipient = { customer: customer.id, contact: contact?.id ?? null };
    return [
      { ...plainRequest, id, ...recipient, kind, source: 'campaign', purpose: campaign.name, due, ifNonWorking, required, weight, dwell },
    ];
  });
}
