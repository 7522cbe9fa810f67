import type { DayRange } from '../../src/domain/calendar.ts';
import type { Plan, PlannedDay, UnservedVisit } from '../../src/domain/plan.ts';
import { type RepDay, repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { modesOf } from '../../src/domain/vehicle.ts';
import type { VisitSeries } from '../../src/domain/visit.ts';
import type { Term } from '../../src/terms/terms.ts';
import { present } from '../../src/kernel/assert.ts';
import type { ParamValue } from '../../src/kernel/params.ts';
import { render } from '../../src/kernel/text.ts';
import type { Agenda, Breach, Review, Rule, Scene, Stance } from '../../src/rules/rule.ts';
import { anEmptyDay } from './plan-builders.ts';
import { aSeries, aTerritory, isSame, week } from './territory-builders.ts';

export * from './plan-builders.ts';
export * from './territory-builders.ts';

/** What both a scene and a review are made from. */
interface Setup {
  readonly territory?: Territory;
  readonly horizon?: DayRange;
  /** One required visit of each customer unless given. */
  readonly series?: readonly VisitSeries[];
  /** None unless given. */
  readonly calls?: readonly VisitSeries[];
}

const setUp = ({ territory = aTerritory(), horizon = week, series, calls = [] }: Setup) => ({
  territory,
  horizon,
  repDays: repDaysOf(territory, horizon),
  series: series ?? territory.customers.map((customer) => aSeries({ customer, days: horizon })),
  calls,
});

/** What rules see at compile: bases first, then the customers' places as listed, equal ones once. */
export function aScene(setup: Setup = {}): Scene {
  const { territory, horizon, repDays, series, calls } = setUp(setup);
  const { reps, customers, policy } = territory;
  const all = [...reps.flatMap((rep) => [rep.start, rep.end]), ...customers.map(({ location }) => location)];
  const locations = all.filter((one, i) => all.findIndex((other) => isSame(one, other)) === i);
  return {
    territory,
    horizon,
    repDays,
    series,
    calls,
    places: locations.map((location) => ({
      location,
      customers: customers.filter((customer) => isSame(customer.location, location)).map(({ id }) => id),
    })),
    placeOf: series.map(({ customer }) => locations.findIndex((location) => isSame(location, customer.location))),
    modes: [...new Set(reps.flatMap((rep) => modesOf(policy, rep)))],
  };
}

/** What a review's plan is made from. */
interface ReviewParts extends Setup {
  /** Days as planned; rep-days of the horizon that are not among them hold no visits. */
  readonly days?: readonly PlannedDay[];
  readonly unserved?: readonly UnservedVisit[];
}

/** A finished plan with the domain that it is judged by. */
export function aReview({ days = [], unserved = [], ...setup }: ReviewParts = {}): Review {
  const { territory, horizon, repDays, series, calls } = setUp(setup);
  const isOf = (planned: PlannedDay, { rep, day }: RepDay) => planned.rep === rep.id && planned.day === day;
  const plan: Plan = {
    territory: territory.id,
    policy: { id: territory.policy.id, version: territory.policy.version },
    horizon,
    timeZone: territory.timeZone,
    days: repDays.map((repDay) => days.find((planned) => isOf(planned, repDay)) ?? anEmptyDay(repDay)),
    unserved,
  };
  return { territory, horizon, repDays, series, calls, plan };
}

type GivenParams = Readonly<Record<string, ParamValue>>;

/** What a rule demands; parameters that are not given have their defaults. */
export const obligationOf = (rule: Rule, agenda: Agenda, params: GivenParams = {}): unknown =>
  rule.obligation(agenda, { ...defaultsOf(rule), ...params });

/** A rule's terms over a scene; parameters that are not given have their defaults. */
export const termsOf = (rule: Rule, scene: Scene, stance: Stance, params: GivenParams = {}): readonly Term[] => [
  ...rule.compile(scene, obligationOf(rule, scene, params), stance),
];

/** A rule's judgement on a finished plan; parameters that are not given have their defaults. */
export const breachesOf = (rule: Rule, review: Review, stance: Stance, params: GivenParams = {}): readonly Breach[] => [
  ...rule.audit(review, obligationOf(rule, review, params), stance),
];

/** The values that a rule's parameters have when a policy does not set them. */
export const defaultsOf = ({ params }: Rule): GivenParams =>
  Object.fromEntries(Object.entries(params).map(([name, param]) => [name, param.default]));

/** What a breach says, in English. */
export const textOf = (rule: Rule, { sentence }: Breach): string =>
  render(present(rule.sentences[sentence.key], sentence.key), sentence.values, 'en');
