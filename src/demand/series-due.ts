import { type DayRange, holds } from '../domain/calendar.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Customer } from '../domain/customer.ts';
import { makersOf } from '../domain/may-serve.ts';
import { countsTowards } from '../domain/one-trip.ts';
import type { Frequency, VisitKind } from '../domain/policy.ts';
import type { VisitRequest } from '../domain/request.ts';
import type { PastVisit, Territory } from '../domain/territory.ts';
import type { Visit, VisitSeries } from '../domain/visit.ts';
import { present } from '../kernel/assert.ts';
import type { CompanionId, CustomerId } from '../kernel/ids.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import { contactsFor, frequenciesFor } from './frequency-for.ts';
import { latestDayOf, openRequests } from './open-requests.ts';
import { drawnIn } from './spot-checks.ts';
import { isWithin, visitOfRequest } from './visit-of-request.ts';
import { visitsOfCycles } from './visits-of-cycles.ts';

/** Chooses series by the kind of their visits, and by whether managers make them together with reps. */
export type SeriesFilter = (facts: { readonly kind: VisitKind; readonly joint: boolean }) => boolean;

/** A territory over a horizon, with data by customer. */
interface Context {
  readonly territory: Territory;
  readonly horizon: DayRange;
  readonly filter: SeriesFilter;
  /** Visits before the horizon. */
  readonly past: ReadonlyMap<CustomerId, readonly PastVisit[]>;
  readonly requests: ReadonlyMap<CustomerId, readonly VisitRequest[]>;
  /** Within the horizon, by day. */
  readonly commitments: ReadonlyMap<CustomerId, readonly Commitment[]>;
  /** Whether a customer is drawn for a frequency in a cycle. */
  readonly isDrawn: (frequency: Frequency, cycle: DayRange, customer: Customer) => boolean;
}

/**
 * The series due, by customer as listed: those of its frequencies as listed, then those of its requests. A frequency without a visit due is left out,
 * unless a request counts for it: its gaps are kept all the same.
 */
export function seriesDue(territory: Territory, horizon: DayRange, filter: SeriesFilter): readonly VisitSeries[] {
  const ofCustomer = ({ customer }: { readonly customer: CustomerId }) => customer;
  const held = territory.commitments.filter(({ day }) => holds(horizon, day)).toSorted((a, b) => a.day - b.day);
  const context: Context = {
    territory,
    horizon,
    filter,
    past: Map.groupBy(
      territory.history.filter(({ day }) => day < horizon.first),
      ofCustomer,
    ),
    requests: Map.groupBy(territory.requests, ofCustomer),
    commitments: Map.groupBy(held, ofCustomer),
    isDrawn: drawing(territory),
  };
  return territory.customers.flatMap((customer) => seriesOf(context, customer));
}

/** Draws each frequency's customers once a cycle. */
function drawing(territory: Territory): Context['isDrawn'] {
  const drawn = new Map<string, ReadonlySet<CustomerId>>();
  return (frequency, cycle, customer) => {
    if (frequency.sample === null) return true;
    const key = `${frequency.id} ${cycle.first}`;
    const ids = drawn.get(key) ?? drawnIn(territory, frequency, cycle);
    drawn.set(key, ids);
    return ids.has(customer.id);
  };
}

function seriesOf(context: Context, customer: Customer): readonly VisitSeries[] {
  const { territory, horizon, filter } = context;
  const past = context.past.get(customer.id) ?? [];
  const open = openRequests({ territory, horizon, customer, requests: context.requests.get(customer.id) ?? [], past });
  const regular = frequenciesFor(territory, customer)
    .filter(filter)
    .flatMap((frequency) =>
      contactsFor(frequency, customer).map((contact) => regularSeries(context, { customer, contact, frequency, past, open })),
    );
  const once = open.filter(({ kind }) => filter({ kind, joint: false })).flatMap((request) => requestSeries(context, customer, request));
  return [...regular.filter((one) => one.visits.length > 0 || once.some((other) => countsTowards(other, one))), ...once];
}

interface Regular {
  readonly customer: Customer;
  readonly contact: Contact | null;
  readonly frequency: Frequency;
  readonly past: readonly PastVisit[];
  readonly open: readonly VisitRequest[];
}

function regularSeries({ territory, horizon, commitments, isDrawn }: Context, one: Regular): VisitSeries {
  const { customer, contact, frequency, open } = one;
  const kinds = new Set([frequency.kind, ...frequency.countsAlso]);
  const counts = (visit: Pick<PastVisit, 'kind' | 'contact'>) =>
    kinds.has(visit.kind) && (contact === null || visit.contact === contact.id);
  const past = one.past
    .filter(counts)
    .map(({ day }) => day)
    .toSorted((a, b) => a - b);
  const requested = open.filter(counts).map((request) => latestDayOf(request, horizon));
  const own = (commitments.get(customer.id) ?? []).filter(
    (held) => held.request === null && held.kind === frequency.kind && (held.contact === null || held.contact === contact?.id),
  );
  const visits = visitsOfCycles({
    calendar: territory.calendar,
    horizon,
    customer,
    contact,
    frequency,
    past,
    requested: requested.filter((day) => day !== null),
    commitments: own,
    isDrawn: (cycle) => isDrawn(frequency, cycle, customer),
  });
  return {
    customer,
    kind: frequency.kind,
    contact,
    origin: { by: 'frequency', frequency },
    makers: makersOf(territory.reps, customer, frequency).map(({ id }) => id),
    companion: companionOf(territory, frequency.kind, customer.companion),
    times: null,
    commitments: own,
    dwell: frequency.dwell ?? dwellAt(territory, customer),
    lastVisit: past.at(-1) ?? null,
    visits,
  };
}

function requestSeries(
  { territory, horizon, past, commitments }: Context,
  customer: Customer,
  request: VisitRequest,
): readonly VisitSeries[] {
  const visit: Visit | null = visitOfRequest(request, territory.calendar, horizon);
  if (visit === null) return [];
  const { kind, rep, appointment } = request;
  const met = (past.get(customer.id) ?? []).filter(
    (made) => made.kind === kind && (request.contact === null || made.contact === request.contact),
  );
  const agreed = isWithin(request, horizon) ? appointment : null;
  const stay = request.dwell ?? dwellAt(territory, customer);
  const dwell = agreed === null ? stay : seconds(stay + agreed.early);
  const from = agreed === null ? null : seconds(agreed.at - agreed.early);
  return [
    {
      customer,
      kind,
      contact: customer.contacts.find(({ id }) => id === request.contact) ?? null,
      origin: { by: 'request', request },
      makers: rep === null ? makersOf(territory.reps, customer, { kind, posts: [] }).map(({ id }) => id) : [rep],
      companion: companionOf(territory, kind, request.companion ?? customer.companion),
      times: agreed === null || from === null ? null : [{ day: agreed.day, from, until: seconds(from + dwell), with: null }],
      commitments: (commitments.get(customer.id) ?? []).filter((held) => held.request === request.id),
      dwell,
      lastVisit: met.reduce<VisitSeries['lastVisit']>((last, { day }) => (last === null || day > last ? day : last), null),
      visits: [visit],
    },
  ];
}

/** The customer's own time, or else its tier's. */
function dwellAt({ policy }: Territory, { dwell, tier }: Customer): Seconds {
  const own = policy.tiers.find(({ id }) => id === tier);
  return dwell ?? present(own, `Tier "${tier}"`).dwell;
}

/** The companion of a series; calls and inspections have none. */
function companionOf({ companions }: Territory, kind: VisitKind, id: CompanionId | null): VisitSeries['companion'] {
  if (id === null || kind === 'call' || kind === 'inspection') return null;
  return present(
    companions.find((companion) => companion.id === id),
    `Companion "${id}"`,
  );
}
