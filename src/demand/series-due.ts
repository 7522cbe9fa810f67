import { type DayRange, holds } from '../domain/calendar.ts';
import type { Contact } from '../domain/contact.ts';
import type { Customer } from '../domain/customer.ts';
import { countsTowards } from '../domain/one-trip.ts';
import type { Frequency } from '../domain/policy.ts';
import type { PastVisit, Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import type { CustomerId } from '../kernel/ids.ts';
import { answerFrequencies, seriesOfFrequency } from './answer-frequencies.ts';
import type { DemandContext, SeriesFilter } from './demand-context.ts';
import { contactsFor, frequenciesFor } from '../domain/frequency-for.ts';
import { joinRequests } from './join-visits.ts';
import { openRequests } from './open-requests.ts';
import { customerIsOwedFrom, territoryOwesFrom } from './owed-from.ts';
import { requestedVisit, seriesOfRequested } from './requested-visit.ts';
import { drawnIn } from './spot-checks.ts';
import type { FrequencyCase } from './visits-of-cycles.ts';

/**
 * The series due, by customer as listed: those of its frequencies as listed, then those of its requests. A frequency without a visit due is left out,
 * unless a request counts for it: its gaps are kept all the same.
 */
export function seriesDue(territory: Territory, horizon: DayRange, filter: SeriesFilter): readonly VisitSeries[] {
  const ofCustomer = ({ customer }: { readonly customer: CustomerId }) => customer;
  const held = territory.commitments.filter(({ day }) => holds(horizon, day)).toSorted((a, b) => a.day - b.day);
  const context: DemandContext = {
    territory,
    calendar: territory.calendar,
    horizon,
    filter,
    past: Map.groupBy(
      territory.history.filter(({ day }) => day < horizon.first),
      ofCustomer,
    ),
    requests: Map.groupBy(territory.requests, ofCustomer),
    commitments: Map.groupBy(held, ofCustomer),
    owesFrom: territoryOwesFrom(territory, horizon),
    daysDrawn: drawing(territory),
  };
  return territory.customers.flatMap((customer) => seriesOf(context, customer));
}

/** Draws each frequency's customers once a cycle. */
function drawing(territory: Territory): DemandContext['daysDrawn'] {
  const drawn = new Map<string, ReadonlyMap<CustomerId, DayRange>>();
  return (frequency, cycle, customer) => {
    if (frequency.sample === null) return cycle;
    const key = `${frequency.id} ${cycle.first}`;
    const days = drawn.get(key) ?? drawnIn(territory, frequency, cycle);
    drawn.set(key, days);
    return days.get(customer.id) ?? null;
  };
}

function seriesOf(context: DemandContext, customer: Customer): readonly VisitSeries[] {
  const { territory, horizon, filter } = context;
  const past = context.past.get(customer.id) ?? [];
  const open = openRequests({ territory, horizon, customer, requests: context.requests.get(customer.id) ?? [], past });
  const frequencies = frequenciesFor(territory, customer)
    .filter(filter)
    .flatMap((frequency) =>
      contactsFor(frequency, customer).map((contact) => frequencyCase(context, { customer, contact, frequency, past })),
    );
  const requested = open
    .filter(({ kind }) => filter({ kind, joint: false, telephone: null }))
    .flatMap((request) => requestedVisit(context, customer, request));
  const answered = answerFrequencies(context, frequencies, joinRequests(context, requested));
  const once = answered.requested.map((one) => seriesOfRequested(context, one));
  const regular = answered.cases.map((one) => seriesOfFrequency(context, one));
  return [...regular.filter((one) => one.visits.length > 0 || once.some((other) => countsTowards(other, one))), ...once];
}

interface Regular {
  readonly customer: Customer;
  readonly contact: Contact | null;
  readonly frequency: Frequency;
  readonly past: readonly PastVisit[];
}

/** A frequency of a customer before any request is looked at. */
function frequencyCase(
  { territory, horizon, commitments, owesFrom, daysDrawn }: DemandContext,
  { customer, contact, frequency, past }: Regular,
): FrequencyCase {
  const kinds = new Set([frequency.kind, ...frequency.countsAlso]);
  const counted = past.filter((visit) => kinds.has(visit.kind) && (contact === null || visit.contact === contact.id));
  return {
    calendar: territory.calendar,
    horizon,
    customer,
    contact,
    frequency,
    past: counted.map(({ day }) => day).toSorted((a, b) => a - b),
    requested: [],
    commitments: (commitments.get(customer.id) ?? []).filter(
      (held) => held.request === null && held.kind === frequency.kind && (held.contact === null || held.contact === contact?.id),
    ),
    owedFrom: customerIsOwedFrom(owesFrom, customer),
    daysDrawn: (cycle) => daysDrawn(frequency, cycle, customer),
  };
}
