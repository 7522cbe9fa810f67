import { formatDay } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { waitTerm } from './wait-term.ts';
import { waits } from '../measure/waits.ts';

/** Largest weight: a customer without a visit for longer is not more urgent than that. */
const MOST_WEIGHT = 20;

/**
 * The customers whose last visit was longest ago come first.
 *
 * Serves P8 `check-in`: without a plan some customers are forgotten. The longer such a customer had no visit, the more
 * each day costs that it waits in the plan.
 */
export const forgottenFirst = defineRule({
  id: 'customer/forgotten-first',
  title: { en: 'Forgotten customers come first', zh: '久未拜访的客户优先' },
  about: {
    en: 'A customer without a visit for this many days counts as forgotten. Each day from the beginning of the plan to its first visit costs the price, and twice the price for a customer without a visit for twice as long. A forgotten customer that is left out waits until the end of the plan. New customers who were never visited have a deadline of their own.',
    zh: '超过规定天数未拜访的客户视为被遗忘。从计划开始到首次拜访，每等一天计一次代价；未拜访时间为规定天数两倍的，代价也为两倍，依此类推。未予安排的，按等到计划结束计算。从未拜访过的新客户另有首访期限。',
  },
  unit: { en: 'day that a customer waits who has just become forgotten', zh: '天等待（按刚被遗忘的客户计）' },
  canBeMust: false,
  params: {
    after: {
      type: 'count',
      default: 60,
      least: 1,
      most: 3660,
      about: { en: 'Days without a visit after which a customer counts as forgotten.', zh: '多少天未拜访即视为被遗忘。' },
    },
  },
  sentences: {
    rule: {
      en: 'Customers without a visit for {after} days come first, those whose last visit is longest ago before all others.',
      zh: '{after}天以上未拜访的客户优先安排，时间越久越靠前。',
    },
    waits: {
      en: '{customer}, last visited on {last}, waits for {days} days of the plan.',
      zh: '{customer}上次拜访是{last}，在计划期内又等待{days}天。',
    },
  },
  sentence: ({ after }) => ({ key: 'rule', values: { after } }),

  /** By series of a forgotten customer: how many times the days without a visit are as many as make it forgotten. */
  obligation: ({ horizon, series }, { after }): ReadonlyMap<VisitSeries, number> =>
    new Map(
      series.flatMap((one): readonly (readonly [VisitSeries, number])[] => {
        if (one.origin.by === 'request' || one.lastVisit === null) return [];
        const unvisited = horizon.first - one.lastVisit;
        return unvisited < after ? [] : [[one, Math.min(MOST_WEIGHT, unvisited / after)]];
      }),
    ),

  *compile({ horizon, series }, weightOf, stance) {
    for (const [index, one] of series.entries()) {
      const weight = weightOf.get(one);
      if (weight !== undefined) yield waitTerm(index, horizon, (days) => Math.round(weight * days * priceOf(stance)));
    }
  },

  *audit(review, weightOf) {
    const waitOf = waits(review);
    for (const [one, weight] of weightOf) {
      const days = waitOf(one);
      if (days === 0 || one.lastVisit === null) continue;
      const values = { customer: one.customer.name, last: formatDay(one.lastVisit), days };
      yield { units: weight * days, sentence: { key: 'waits', values } };
    }
  },
});
