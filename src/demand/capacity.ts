import type { DayRange } from '../domain/calendar.ts';
import { type Capacity, type DueWork, type Shortfall, type TeamCapacity, type TierDue, addWork } from '../domain/figures/capacity.ts';
import { coversAreaOf, mayMake } from '../domain/may-serve.ts';
import { repDaysOf } from '../domain/rep-day/rep-day.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import { mostServed } from './most-served.ts';

/** The visits due from the reps of a territory in a horizon. The reps count as one team. */
export interface CapacityQuestion {
  readonly territory: Territory;
  readonly horizon: DayRange;
  readonly series: readonly VisitSeries[];
  /** [series] the time of one visit, the shortest travel to it included. */
  readonly visitTimes: readonly Seconds[];
}

/** A series with the time of one visit. */
interface Timed extends VisitSeries {
  readonly time: Seconds;
}

/** Compares the visits due with the field time of the reps who may make them, before any route is planned. */
export function capacityOf(question: CapacityQuestion): Capacity {
  const { territory, horizon, series } = question;
  const timed = series.map((one, s): Timed => ({ ...one, time: question.visitTimes[s] ?? one.dwell }));
  const groups = groupsOf(territory, timed);
  const fieldTimes = fieldTimesOf(territory, horizon);
  const served = mostServed({
    needed: groups.map(({ required }) => required.time),
    available: fieldTimes.map(({ fieldTime }) => fieldTime),
    servers: groups.map(({ reps }) => reps.map((rep) => territory.reps.indexOf(rep))),
  });
  const missing = groups.map(({ required }, g) => seconds(required.time - (served[g] ?? 0)));
  return {
    horizon,
    teams: [teamOf(timed, { territory, fieldTimes, served: sum(served) })],
    tiers: territory.policy.tiers.map(({ id }) => tierOf(id, timed)),
    shortfalls: groups.flatMap(({ reps, required }, g): Shortfall[] => {
      const lacking = missing[g] ?? seconds(0);
      return lacking > 0 ? [{ reps: reps.map(({ id }) => id), required, missing: lacking }] : [];
    }),
  };
}

/** The capacities of a territory's parts as one. */
export function joinCapacities(parts: readonly [Capacity, ...Capacity[]]): Capacity {
  const [{ horizon, tiers }] = parts;
  return {
    horizon,
    teams: parts.flatMap(({ teams }) => teams),
    tiers: tiers.map(({ tier }) => {
      const same = parts.flatMap((part) => part.tiers.filter((other) => other.tier === tier));
      return { tier, required: addWork(same.map(({ required }) => required)), optional: addWork(same.map(({ optional }) => optional)) };
    }),
    shortfalls: parts.flatMap(({ shortfalls }) => shortfalls),
  };
}

const isFor = (series: VisitSeries, rep: Rep): boolean => mayMake(rep, series) && coversAreaOf(rep, series.customer);

interface Group {
  readonly reps: readonly Rep[];
  readonly required: DueWork;
}

/** Customers with required visits, grouped by the reps who may visit them. */
function groupsOf({ reps }: Territory, series: readonly Timed[]): readonly Group[] {
  const needs = series
    .filter(({ visits }) => visits.some(({ required }) => required))
    .map((one) => ({ one, able: reps.filter((rep) => isFor(one, rep)) }));
  const alike = Map.groupBy(needs, ({ able }) => able.map(({ id }) => id).join('\n'));
  return [...alike.values()].map((group) => ({
    reps: group[0]?.able ?? [],
    required: dueOf(
      group.map(({ one }) => one),
      true,
    ),
  }));
}

function fieldTimesOf(territory: Territory, horizon: DayRange): TeamCapacity['reps'] {
  const repDays = Map.groupBy(repDaysOf(territory, horizon), ({ rep }) => rep.id);
  return territory.reps.map(({ id }) => {
    const days = repDays.get(id) ?? [];
    return { rep: id, days: days.length, fieldTime: seconds(sum(days.map(({ fieldTime }) => fieldTime))) };
  });
}

interface Team {
  readonly territory: Territory;
  readonly fieldTimes: TeamCapacity['reps'];
  /** Time of the required visits for which there is field time. */
  readonly served: number;
}

/** Customers whom no rep may visit do not count. */
function teamOf(series: readonly Timed[], { territory, fieldTimes, served }: Team): TeamCapacity {
  const own = series.filter((one) => territory.reps.some((rep) => isFor(one, rep)));
  const fieldTime = seconds(sum(fieldTimes.map((of) => of.fieldTime)));
  const required = dueOf(own, true);
  return {
    reps: fieldTimes,
    fieldTime,
    required,
    optional: dueOf(own, false),
    spare: seconds(fieldTime - served),
    missing: seconds(required.time - served),
  };
}

function tierOf(tier: string, series: readonly Timed[]): TierDue {
  const own = series.filter(({ customer }) => customer.tier === tier);
  return { tier, required: dueOf(own, true), optional: dueOf(own, false) };
}

/** The required visits of some series, or the optional ones. */
function dueOf(series: readonly Timed[], required: boolean): DueWork {
  const due = series
    .map(({ customer, visits, time }) => ({ customer, time, count: visits.filter((visit) => visit.required === required).length }))
    .filter(({ count }) => count > 0);
  return {
    customers: new Set(due.map(({ customer }) => customer.id)).size,
    visits: sum(due.map(({ count }) => count)),
    time: seconds(sum(due.map(({ count, time }) => count * time))),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
