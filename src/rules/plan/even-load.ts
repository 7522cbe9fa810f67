import { formatDay } from '../../domain/calendar.ts';
import { mayServe } from '../../domain/may-serve.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { Rep } from '../../domain/rep.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { ParamsOf } from '../../kernel/params.ts';
import { prorated } from '../obligation/prorated.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { type Agenda, defineRule } from '../rule.ts';

const params = {
  tolerance: {
    type: 'share',
    default: 0.2,
    about: { en: 'How far a day may be above its even share, as a share of it.', zh: '单日可超出平均份额的比例。' },
  },
  typical: {
    type: 'count',
    default: 30,
    least: 1,
    about: {
      en: 'Visits on an ordinary full day in the field. Up to this number is never too many.',
      zh: '一个完整外勤日的正常拜访户数，达到此数不算过多。',
    },
  },
} as const;

type Params = ParamsOf<typeof params>;

/**
 * No day of a rep has far more visits than its even share.
 *
 * The visits due of a customer, optional ones by their weight, are divided among the reps who may serve it, and then over
 * each rep's days, both by field time. A minimum may fill days up with visits of later weeks, and such days need no price:
 * `typical` visits on a full day, fewer in proportion on others, are an even share too. A day's limit is the larger of the
 * two with the tolerance, rounded up.
 */
export const evenLoad = defineRule({
  id: 'plan/even-load',
  title: { en: 'Visits are spread evenly over the days', zh: '每日拜访量均衡' },
  about: {
    en: "Each visit on a day beyond the rep's even share and the tolerance costs the price. The even share is the rep's due visits, spread over the days by field time, and never less than the typical number of visits.",
    zh: '某天拜访户数超过平均份额加允许幅度的，每多一户按此代价计算。平均份额为客户经理的应访任务按各日外勤时间分摊的户数，且不低于正常户数。',
  },
  unit: { en: 'visit above the even share', zh: '户超出平均份额的拜访' },
  canBeMust: false,
  params,
  sentences: {
    rule: {
      en: "A rep's day has at most {percent} % more visits than its even share, and {typical} on a full day are never too many.",
      zh: '客户经理每天的拜访户数最多比平均份额高{percent}%，完整外勤日{typical}户以内不算过多。',
    },
    above: {
      en: '{rep} has {visits} visits on {day}; the even limit is {limit}.',
      zh: '{rep}在{day}安排了{visits}户拜访，均衡的上限是{limit}户。',
    },
  },
  sentence: ({ tolerance, typical }) => ({ key: 'rule', values: { percent: Math.round(tolerance * 100), typical } }),

  /** The most visits of each rep-day that still count as even. */
  obligation: limitsOf,

  *compile({ series, repDays }, limitOf, stance) {
    const each = { per: new Int32Array(series.length).fill(1) };
    for (const [slot, repDay] of repDays.entries()) {
      const limit = limitOf.get(repDay);
      if (limit !== undefined) yield { term: 'aggregate', slot, of: each, side: 'above', limit, price: priceOf(stance) };
    }
  },

  *audit(review, limitOf) {
    const visitsOf = Map.groupBy(plannedVisits(review), ({ repDay }) => repDay);
    for (const [repDay, limit] of limitOf) {
      const visits = visitsOf.get(repDay)?.length ?? 0;
      if (visits <= limit) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), visits, limit };
      yield { units: visits - limit, sentence: { key: 'above', values } };
    }
  },
});

function limitsOf(agenda: Agenda, { tolerance, typical }: Params): ReadonlyMap<RepDay, number> {
  const days = Map.groupBy(agenda.repDays, ({ rep }) => rep);
  const timeOf = new Map([...days].map(([rep, own]) => [rep, sum(own.map(({ fieldTime }) => fieldTime))]));
  const due = dueOf(timeOf, agenda.series);
  return byRepDay(agenda, (repDay) => {
    const { rep, fieldTime } = repDay;
    const share = ((due.get(rep) ?? 0) * fieldTime) / Math.max(1, timeOf.get(rep) ?? 0);
    return Math.max(0, Math.ceil((1 + tolerance) * Math.max(share, prorated(typical, repDay)) - ROUNDING));
  });
}

/** The visits due by rep. The reps who may serve a customer share its visits by their field time. */
function dueOf(timeOf: ReadonlyMap<Rep, number>, series: readonly VisitSeries[]): ReadonlyMap<Rep, number> {
  const due = new Map<Rep, number>();
  for (const { customer, visits } of series) {
    const servers = [...timeOf].filter(([rep]) => mayServe(rep, customer));
    const inAll = sum(servers.map(([, time]) => time));
    const weight = sum(visits.map((visit) => visit.weight));
    for (const [rep, time] of servers) due.set(rep, (due.get(rep) ?? 0) + (inAll === 0 ? 0 : (weight * time) / inAll));
  }
  return due;
}

/** Keeps 36.000000001 from becoming 37: fractions of field time do not add up to the last digit. */
const ROUNDING = 1e-6;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
