import { formatDay } from '../domain/calendar.ts';
import type { Kpis } from '../domain/kpis.ts';
import type { Leg, Plan, PlanCost, PlannedDay, Stop, UnservedVisit } from '../domain/plan.ts';
import { titlesOf } from '../domain/policy.ts';
import type { Territory } from '../domain/territory.ts';
import { present } from '../kernel/assert.ts';
import type { Text } from '../kernel/text.ts';
import { formatDuration } from '../kernel/units.ts';
import { type Instants, instantsOf } from './clock-instants.ts';
import { kpisDocument } from './plan-kpis.ts';
import type { PlanDocument } from './plan-schema.ts';
import { reasonText } from './words.ts';

type Content = PlanDocument['plan'];

/** What a plan document tells besides the plan. */
export interface PlanSurroundings {
  readonly territory: Territory;
  readonly cost: PlanCost;
  readonly kpis: Kpis;
  /** How the run went, as plain JSON. */
  readonly run: PlanDocument['run'];
}

/** The plan as plain JSON, keys in a fixed order: equal plans give equal bytes. */
export function planDocument(plan: Plan, { territory, cost, kpis, run }: PlanSurroundings): PlanDocument {
  const titles = titlesOf(territory.policy);
  const names = new Map<string, string>(territory.customers.map(({ id, name }) => [id, name]));
  const nameOf = (customer: string) => present(names.get(customer), `Customer ${customer} of the plan`);
  return {
    plan: {
      territory: plan.territory,
      policy: { id: plan.policy.id, version: plan.policy.version },
      horizon: { from: formatDay(plan.horizon.first), to: formatDay(plan.horizon.last) },
      timeZone: plan.timeZone,
      cost: costDocument(cost),
      kpis: kpisDocument(kpis),
      days: plan.days.map((day) => dayDocument(day, instantsOf(day.day, plan.timeZone), { nameOf, titles })),
      unserved: plan.unserved.map((visit) => unservedDocument(visit, nameOf)),
    },
    run,
  };
}

interface Names {
  readonly nameOf: (customer: string) => string;
  readonly titles: ReadonlyMap<string, Text>;
}

function dayDocument({ rep, day, vehicle, stops, legs }: PlannedDay, instants: Instants, names: Names): Content['days'][number] {
  return {
    rep,
    day: formatDay(day),
    ...(vehicle === null ? {} : { vehicle }),
    stops: stops.map((stop) => stopDocument(stop, instants, names)),
    legs: legs.map((leg) => legDocument(leg, instants)),
  };
}

function stopDocument(stop: Stop, instants: Instants, { nameOf, titles }: Names): Content['days'][number]['stops'][number] {
  const span = { start: instants(stop.start), end: instants(stop.end) };
  const titleOf = (id: string) => titles.get(id) ?? { en: id, zh: id };
  if (stop.type === 'break') return { type: 'break', break: stop.break, title: titleOf(stop.break), ...span };
  const place = { location: { lat: stop.location.lat, lng: stop.location.lng }, arrival: instants(stop.arrival), ...span };
  if (stop.type === 'duty') return { type: 'duty', duty: stop.duty, title: titleOf(stop.duty), ...place };
  const { visit, customer, required } = stop;
  return { type: 'visit', visit, customer, name: nameOf(customer), required, ...place };
}

function legDocument(
  { mode, from, to, depart, arrive, travel, distance, source }: Leg,
  instants: Instants,
): Content['days'][number]['legs'][number] {
  return {
    mode,
    from: { lat: from.lat, lng: from.lng },
    to: { lat: to.lat, lng: to.lng },
    depart: instants(depart),
    arrive: instants(arrive),
    travel: formatDuration(travel),
    distance,
    source,
  };
}

function unservedDocument(
  { visit, customer, required, price, reasons }: UnservedVisit,
  nameOf: Names['nameOf'],
): Content['unserved'][number] {
  return {
    visit,
    customer,
    name: nameOf(customer),
    required,
    price,
    reasons: reasons.map((reason) => ({ rule: reason.rule, sentence: reasonText(reason) })),
  };
}

function costDocument({ total, travel, waiting, byRule }: PlanCost): Content['cost'] {
  const sorted = Object.entries(byRule).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { total, travel, waiting, byRule: Object.fromEntries(sorted) };
}
