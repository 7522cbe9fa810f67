import {
  type Day,
  type DayRange,
  addDays,
  formatDay,
  holds,
  overlapOfRanges,
  workingDayFor,
  workingDays,
} from '../../../src/domain/calendar.ts';
import type { Contact } from '../../../src/domain/contact.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import { makersOf } from '../../../src/domain/may-serve.ts';
import { type Frequency, isFor } from '../../../src/domain/policy.ts';
import type { VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit, Territory } from '../../../src/domain/territory.ts';
import { present } from '../../../src/kernel/assert.ts';
import { requestId } from '../../../src/kernel/ids.ts';
import { visitCycles } from './cycles.ts';
import type { Errand } from './errand.ts';

const NO_LIMIT = 366; // days between visits

/** What a month asks of a territory after what was done before: frequencies, requests and campaigns, calls among them. */
export function errandsOf(territory: Territory, month: DayRange): readonly Errand[] {
  const past = Map.groupBy(
    territory.history.filter(({ day }) => day < month.first),
    ({ customer }) => customer,
  );
  return territory.customers.flatMap((customer) => {
    const own = past.get(customer.id) ?? [];
    const requests = [
      ...territory.requests.filter((request) => request.customer === customer.id && !own.some(({ request: done }) => done === request.id)),
      ...followUpsOf(own),
      ...campaignRequests(territory, customer),
    ].flatMap((request) => requestErrand(territory, customer, { request, month }));
    const regular = frequenciesOf(territory, customer).flatMap((frequency) =>
      contactsOf(frequency.contact, customer).map((contact) =>
        regularErrand(territory, { customer, contact, frequency, past: own, requests, month }),
      ),
    );
    return [...regular, ...requests].filter(({ cycles, makers }) => cycles.length > 0 && makers.length > 0);
  });
}

/** The first frequency that fits for each kind and role; those for fewer customers than fit, drawn by lot, are none that must be kept. */
function frequenciesOf({ policy, reps }: Territory, customer: Customer): readonly Frequency[] {
  const fitting = policy.frequencies.filter(
    (frequency) => isFor(frequency, customer) && makersOf(reps, customer, frequency).length > 0 && frequency.sample === null,
  );
  const firsts = [...Map.groupBy(fitting, ({ kind, contact }) => `${kind}\n${contact ?? ''}`).values()].flatMap((alike) =>
    alike.slice(0, 1),
  );
  return firsts.filter(({ count, joint }) => count.bound !== 'atMost' && !joint);
}

const contactsOf = (role: string | null, { contacts }: Customer): readonly (Contact | null)[] => {
  const own = contacts.filter((contact) => contact.role === role);
  return own.length === 0 ? [null] : own;
};

interface Regular {
  readonly customer: Customer;
  readonly contact: Contact | null;
  readonly frequency: Frequency;
  readonly past: readonly PastVisit[];
  readonly requests: readonly Errand[];
  readonly month: DayRange;
}

function regularErrand(territory: Territory, { customer, contact, frequency, past, requests, month }: Regular): Errand {
  const kinds = new Set([frequency.kind, ...frequency.countsAlso]);
  const counted = past.filter((visit) => kinds.has(visit.kind) && (contact === null || visit.contact === contact.id));
  const days = counted.map(({ day }) => day).toSorted((a, b) => a - b);
  const asked = requests.filter((request) => kinds.has(request.kind) && (contact === null || request.contact?.id === contact.id));
  const cycles = visitCycles({ calendar: territory.calendar, frequency, month, past: days });
  const held = territory.commitments.find(
    (one) => one.customer === customer.id && one.request === null && one.kind === frequency.kind && holds(month, one.day),
  );
  const before = days.at(-1) ?? null;
  return {
    customer,
    contact,
    kind: frequency.kind,
    request: null,
    cycles: cycles.slice(0, Math.max(0, cycles.length - asked.length)),
    minGapDays: frequency.minGapDays,
    maxGapDays: frequency.maxGapDays ?? NO_LIMIT,
    dwell: frequency.dwell ?? dwellOf(territory, customer),
    before,
    within: held === undefined ? soonWithin(frequency, customer, { before, month }) : { first: held.day, last: held.day },
    fixed: held === undefined || held.at === null || cycles.length > 1 ? null : { day: held.day, from: held.at },
    makers: makersOf(territory.reps, customer, frequency).map(({ id }) => id),
  };
}

/** The days of a month within which an overdue or a new customer has to be seen; null where there is no such need. */
function soonWithin(
  { firstWithinDays, maxGapDays }: Frequency,
  { since }: Customer,
  { before, month }: { readonly before: Day | null; readonly month: DayRange },
): DayRange | null {
  const isNew = firstWithinDays !== null && since !== null && (before === null || before < since);
  const last = isNew ? addDays(since, firstWithinDays) : before !== null && maxGapDays !== null ? addDays(before, maxGapDays) : null;
  if (last === null || last > month.last || (!isNew && last >= month.first)) return null;
  return { first: month.first, last: last < month.first ? soon(month) : last };
}

/** By when a month does what is overdue. */
const soon = ({ first }: DayRange): Day => addDays(first, 6);

function requestErrand(
  territory: Territory,
  customer: Customer,
  { request, month }: { readonly request: VisitRequest; readonly month: DayRange },
): readonly Errand[] {
  const { appointment, kind, due, rep } = request;
  const moved = workingDays(territory.calendar, due).length > 0 ? null : workingDayFor(territory.calendar, due.last, request.ifNonWorking);
  const window = moved === null ? due : { first: moved, last: moved };
  // What is overdue is done as soon as may be.
  const days = window.last < month.first ? { first: month.first, last: soon(month) } : overlapOfRanges(window, month);
  if (!request.required || days.first > days.last) return [];
  const stay = request.dwell ?? dwellOf(territory, customer);
  return [
    {
      customer,
      contact: customer.contacts.find(({ id }) => id === request.contact) ?? null,
      kind,
      request: request.id,
      cycles: [appointment === null ? days : { first: appointment.day, last: appointment.day }],
      minGapDays: 0,
      maxGapDays: NO_LIMIT,
      dwell: stay + (appointment?.early ?? 0),
      before: null,
      within: null,
      fixed: appointment === null ? null : { day: appointment.day, from: appointment.at - appointment.early },
      makers: rep === null ? makersOf(territory.reps, customer, { kind, posts: [] }).map(({ id }) => id) : [rep],
    },
  ];
}

/** What most requests leave open. */
const plain = {
  purpose: '',
  ifNonWorking: 'next',
  required: true,
  weight: 1,
  dwell: null,
  rep: null,
  companion: null,
  appointment: null,
} as const satisfies Partial<VisitRequest>;

/** Of each kind and contact the last visit's promise to come again. */
function followUpsOf(past: readonly PastVisit[]): readonly VisitRequest[] {
  const latest = new Map(past.toSorted((a, b) => a.day - b.day).map((visit) => [`${visit.kind}\n${visit.contact ?? ''}`, visit]));
  return [...latest.values()].flatMap((visit): readonly VisitRequest[] => {
    const { customer, contact, kind, day, followUp } = visit;
    if (followUp === null) return [];
    return [
      {
        ...plain,
        id: requestId(`follow-up-${kind}-${formatDay(day)}`),
        customer,
        contact,
        kind,
        source: 'follow-up',
        due: { first: addDays(day, 1), last: followUp },
      },
    ];
  });
}

function campaignRequests({ campaigns }: Territory, customer: Customer): readonly VisitRequest[] {
  return campaigns
    .filter(({ audience }) => isFor(audience, customer))
    .flatMap(({ id, day, leadDays, kind, audience, ifNonWorking, required, weight, dwell }) =>
      contactsOf(audience.contact, customer).map((contact): VisitRequest => ({
        ...plain,
        id: requestId(contact === null ? id : `${id}/${contact.id}`),
        customer: customer.id,
        contact: contact?.id ?? null,
        kind,
        source: 'campaign',
        due: { first: addDays(day, -leadDays.most), last: addDays(day, -leadDays.least) },
        ifNonWorking,
        required,
        weight,
        dwell,
      })),
    );
}

const dwellOf = ({ policy }: Territory, { dwell, tier }: Customer): number =>
  dwell ??
  present(
    policy.tiers.find(({ id }) => id === tier),
    `tier ${tier}`,
  ).dwell;
