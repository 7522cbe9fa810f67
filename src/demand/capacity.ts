import type { DayRange } from '../domain/calendar.ts';
import { mayServe } from '../domain/may-serve.ts';
import { repDaysOf } from '../domain/rep-day.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import type { RepId } from '../kernel/ids.ts';
import type { Sentence, Text } from '../kernel/text.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import { mostServed } from './most-served.ts';

/** What is asked of the reps in a horizon. */
export interface CapacityQuestion {
  readonly territory: Territory;
  readonly horizon: DayRange;
  readonly series: readonly VisitSeries[];
  /** Travel time that each visit brings with it, on average. */
  readonly meanLeg: Seconds;
}

/** Hours asked against hours there are. What fits here may still not fit as routes; what does not fit never will. */
export interface Capacity {
  /** Whether the required visits fit into the reps' field time. */
  readonly fits: boolean;
  /** Time that the required visits take, their travel included. */
  readonly asked: Seconds;
  /** Field time of all reps. */
  readonly available: Seconds;
  /** The least time by which the required visits exceed what the reps have for them; 0 when they fit. */
  readonly short: Seconds;
  /** Where it does not fit; shortfalls add up to `short`. */
  readonly shortfalls: readonly Shortfall[];
}

/** Required visits of customers that the same reps may visit, and by how much they are too many. */
export interface Shortfall {
  /** In the territory's order; empty where nobody may visit these customers. */
  readonly reps: readonly RepId[];
  readonly customers: number;
  readonly visits: number;
  readonly asked: Seconds;
  readonly short: Seconds;
  /** To be told with `capacitySentences`. */
  readonly sentence: Sentence;
}

/** What capacity has to say, by key. */
export const capacitySentences: Readonly<Record<'short' | 'nobody', Text>> = {
  short: {
    en: '{visits} required visits to {customers} customers take {asked} h with travel; {reps} cannot give {short} h of them.',
    zh: '{customers}户客户的{visits}次必访任务（含路途）需{asked}小时，{reps}的可用时间还差{short}小时。',
  },
  nobody: {
    en: '{visits} required visits to {customers} customers take {asked} h with travel, but no rep may visit these customers.',
    zh: '{customers}户客户的{visits}次必访任务（含路途）需{asked}小时，但没有可以拜访这些客户的客户经理。',
  },
};

interface Group {
  readonly reps: readonly Rep[];
  readonly customers: number;
  readonly visits: number;
  readonly asked: Seconds;
}

/** Compares the required visits with the field time of the reps who may make them, before any route is planned. */
export function capacityOf(question: CapacityQuestion): Capacity {
  const { territory, horizon } = question;
  const groups = groupsOf(question);
  const repDays = repDaysOf(territory, horizon);
  const available = territory.reps.map(({ id }) => sum(repDays.filter(({ rep }) => rep.id === id).map(({ fieldTime }) => fieldTime)));

  const served = mostServed({
    asked: groups.map(({ asked }) => asked),
    available,
    servers: groups.map(({ reps }) => reps.map((rep) => territory.reps.indexOf(rep))),
  });
  const shortfalls = groups.map((group, g) => shortfallOf(group, group.asked - (served[g] ?? 0))).filter(({ short }) => short > 0);
  return {
    fits: shortfalls.length === 0,
    asked: seconds(sum(groups.map(({ asked }) => asked))),
    available: seconds(sum(available)),
    short: seconds(sum(shortfalls.map(({ short }) => short))),
    shortfalls,
  };
}

/** Customers with required visits, together where the same reps may visit them. */
function groupsOf({ territory, series, meanLeg }: CapacityQuestion): readonly Group[] {
  const needs = series.flatMap(({ customer, dwell, visits }) => {
    const required = visits.filter((visit) => visit.required).length;
    return required === 0
      ? []
      : [{ customer, required, time: required * (dwell + meanLeg), reps: territory.reps.filter((rep) => mayServe(rep, customer)) }];
  });
  const alike = Map.groupBy(needs, ({ reps }) => reps.map(({ id }) => id).join('\n'));
  return [...alike.values()].map((group) => ({
    reps: group[0]?.reps ?? [],
    customers: new Set(group.map(({ customer }) => customer.id)).size,
    visits: sum(group.map(({ required }) => required)),
    asked: seconds(sum(group.map(({ time }) => time))),
  }));
}

function shortfallOf({ reps, customers, visits, asked }: Group, short: number): Shortfall {
  const values = {
    customers,
    visits,
    asked: inHours(asked),
    short: inHours(short),
    reps: reps.map(({ name }) => name).join(', '),
  };
  const key = reps.length === 0 ? 'nobody' : 'short';
  return { reps: reps.map(({ id }) => id), customers, visits, asked, short: seconds(short), sentence: { key, values } };
}

/** Hours with one decimal, for people; never 0.0 for what is not nothing. */
const inHours = (time: number): number => Math.ceil(time / 360) / 10;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
