import { type BrokenPromise, brokenPromises } from '../../domain/broken-promises.ts';
import { type AnnouncedVisit, announcedVisits } from '../../domain/calls/announced-visits.ts';
import { formatDay } from '../../domain/calendar.ts';
import { daysSinceLast } from '../../domain/figures/days-since.ts';
import { type Packed, materialsFor, packingList } from '../../domain/materials.ts';
import type { Kpis } from '../../domain/figures/kpis.ts';
import type { Customer, Location } from '../../domain/customer.ts';
import { callsOfDuties } from '../../domain/calls/calls-ahead.ts';
import type { CallStop, Leg, Plan, PlanCost, PlannedDay, VisitFacts, Stop, UnservedVisit } from '../../domain/plan.ts';
import { titlesOf } from '../../domain/policy.ts';
import type { Territory } from '../../domain/territory.ts';
import { leftOutOf } from '../../domain/unserved/unserved.ts';
import { present } from '../../kernel/assert.ts';
import type { CustomerId, VisitId } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/text.ts';
import { formatClock, formatDuration } from '../../kernel/units.ts';
import { type Instants, instantsOf } from './clock-instants.ts';
import { kpisDocument } from './kpis-document.ts';
import type { PlanDocument } from './plan-document.ts';
import { reasonText } from '../policy/rule-texts.ts';

type Content = PlanDocument['plan'];

/** The parts of a plan document besides the plan. */
export interface PlanContext {
  readonly territory: Territory;
  readonly cost: PlanCost;
  readonly kpis: Kpis;
  /** The run as plain JSON. */
  readonly run: PlanDocument['run'];
}

/** Writes a plan as a document. Keys have a fixed order, so that equal plans give equal bytes. */
export function writePlan(plan: Plan, { territory, cost, kpis, run }: PlanContext): PlanDocument {
  const titles = titlesOf(territory.policy);
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const customerOf = (id: CustomerId) => present(customers.get(id), `Customer ${id} of the plan`);
  const names: Names = { territory, customerOf, titles, since: daysSinceLast(territory, plan), announced: announcedVisits(plan) };
  return {
    plan: {
      territory: plan.territory,
      policy: { id: plan.policy.id, version: plan.policy.version },
      horizon: { from: formatDay(plan.horizon.first), to: formatDay(plan.horizon.last) },
      timeZone: plan.timeZone,
      brokenPromises: brokenPromises(plan, territory).map((broken) => brokenPromiseDocument(broken, plan.timeZone, customerOf)),
      cost: costDocument(cost),
      kpis: kpisDocument(kpis),
      days: plan.days.map((day) => dayDocument(day, instantsOf(day.day, plan.timeZone), names)),
      unserved: plan.unserved.flatMap((visit) => unservedDocument(visit, names)),
      pullForward: leftOutOf(plan.unserved).pullForward.map((visit) => ({ ...visitDocument(visit, names), price: visit.price })),
    },
    run,
  };
}

interface Names {
  readonly territory: Territory;
  readonly customerOf: (id: CustomerId) => Customer;
  readonly titles: ReadonlyMap<string, Text>;
  readonly since: ReturnType<typeof daysSinceLast>;
  readonly announced: ReadonlyMap<VisitId, AnnouncedVisit>;
}

interface DayNames extends Names {
  /** By duty: the visits whose customers are called during the duty. */
  readonly callsOfDuty: ReadonlyMap<string, readonly VisitFacts[]>;
}

function dayDocument(planned: PlannedDay, instants: Instants, names: Names): Content['days'][number] {
  const { rep, day, vehicle, stops, legs, calls } = planned;
  const callsOfDuty = callsOfDuties(names.territory, planned);
  return {
    rep,
    day: formatDay(day),
    ...(vehicle === null ? {} : { vehicle }),
    stops: [...stops, ...calls]
      .toSorted((a, b) => a.start - b.start)
      .map((stop) => stopDocument(stop, instants, { ...names, callsOfDuty })),
    legs: legs.map((leg) => legDocument(leg, instants)),
    ...materialsDocument(packingList(names.territory, planned)),
  };
}

function stopDocument(stop: Stop | CallStop, instants: Instants, names: DayNames): Content['days'][number]['stops'][number] {
  const { customerOf, titles, callsOfDuty } = names;
  const span = { start: instants(stop.start), end: instants(stop.end) };
  const titleOf = (id: string) => titles.get(id) ?? { en: id, zh: id };
  if (stop.type === 'break') return { type: 'break', break: stop.break, title: titleOf(stop.break), ...span };
  if (stop.type === 'call') return { type: 'call', ...visitDocument(stop, names), ...announcedDocument(stop, names), ...span };
  const place = { location: locationDocument(stop.location), arrival: instants(stop.arrival), ...span };
  if (stop.type === 'duty') {
    const calls = callsOfDuty.get(stop.duty)?.map(({ customer }) => ({ customer, name: customerOf(customer).name }));
    return { type: 'duty', duty: stop.duty, title: titleOf(stop.duty), ...(calls === undefined ? {} : { calls }), ...place };
  }
  return { type: 'visit', ...visitDocument(stop, names), ...materialsDocument(materialsFor(names.territory, stop)), ...place };
}

function brokenPromiseDocument(
  { promise, instead }: BrokenPromise,
  timeZone: string,
  customerOf: Names['customerOf'],
): Content['brokenPromises'][number] {
  const { name, contacts } = customerOf(promise.customer);
  const person = contacts.find(({ id }) => id === promise.contact);
  return {
    customer: promise.customer,
    name,
    ...(person === undefined ? {} : { contact: { id: person.id, name: person.name, role: person.role } }),
    firmness: promise.firmness === 'confirmed' ? 'confirmed' : 'announced',
    promised: {
      day: formatDay(promise.day),
      ...(promise.rep === null ? {} : { rep: promise.rep }),
      ...(promise.at === null ? {} : { at: formatClock(promise.at) }),
    },
    ...(instead === null
      ? {}
      : { now: { day: formatDay(instead.day), rep: instead.rep, start: instantsOf(instead.day, timeZone)(instead.start) } }),
  };
}

function announcedDocument({ visit }: CallStop, { announced, territory }: Names) {
  const found = announced.get(visit);
  if (found === undefined) return {};
  const { day, stop } = found;
  return { announces: { visit: stop.visit, day: formatDay(day), start: instantsOf(day, territory.timeZone)(stop.start) } };
}

const materialsDocument = (packed: readonly Packed[]) =>
  packed.length === 0 ? {} : { materials: packed.map(({ material: { id, name }, copies }) => ({ id, name, copies })) };

/** The fields of a visit, with its contact, requests and purposes where it has them. */
function visitDocument(facts: VisitFacts, { customerOf, since }: Names) {
  const { visit, customer, kind, contact, answers, required, purposes, maxGapDays } = facts;
  const daysSince = since.get(visit) ?? null;
  const { name, contacts } = customerOf(customer);
  const person = contacts.find(({ id }) => id === contact);
  return {
    visit,
    customer,
    name,
    kind,
    ...(person === undefined ? {} : { contact: { id: person.id, name: person.name, role: person.role } }),
    ...answersDocument(answers),
    required,
    ...(purposes.length === 0 ? {} : { purposes: purposes.map(({ en, zh }) => ({ en, zh })) }),
    ...(daysSince === null ? {} : { daysSinceLast: daysSince }),
    ...(maxGapDays === null ? {} : { maxGapDays }),
  };
}

/** The first request by itself, for readers who expect one, and all of them. */
function answersDocument(answers: VisitFacts['answers']) {
  const [first] = answers;
  if (first === undefined) return {};
  return { request: first.request, answers: answers.map(({ request, purpose }) => (purpose === '' ? { request } : { request, purpose })) };
}

function legDocument(
  { mode, from, to, depart, arrive, travel, distance, fare, source, parked, cheaper }: Leg,
  instants: Instants,
): Content['days'][number]['legs'][number] {
  return {
    mode,
    from: locationDocument(from),
    to: locationDocument(to),
    depart: instants(depart),
    arrive: instants(arrive),
    travel: formatDuration(travel),
    distance,
    ...(fare === null ? {} : { fare: { amount: fare.amount, currency: fare.currency } }),
    source,
    ...(parked === null ? {} : { parked: locationDocument(parked) }),
    ...(cheaper === null ? {} : { cheaper: { mode: cheaper.mode, because: cheaper.because } }),
  };
}

const locationDocument = ({ lat, lng }: Location) => ({ lat, lng });

/** Empty for a visit that could be pulled forward: it is not unserved. */
function unservedDocument({ need, ...unserved }: UnservedVisit, names: Names): Content['unserved'] {
  if (need === 'pull-forward') return [];
  const reasons = unserved.reasons.map((reason) => ({
    class: reason.class,
    rule: reason.rule,
    because: [...reason.because],
    sentence: reasonText(reason),
  }));
  return [{ ...visitDocument(unserved, names), need, price: unserved.price, reasons }];
}

/** Writes the cost of a plan as a document, rules in the order of their ids. */
export function costDocument({ total, travel, waiting, byRule }: PlanCost): Content['cost'] {
  const sorted = Object.entries(byRule).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { total, travel, waiting, byRule: Object.fromEntries(sorted) };
}
