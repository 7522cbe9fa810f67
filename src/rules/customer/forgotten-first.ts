import { formatDay } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { priceOf } from '../obligation/prices.ts';
import { type Scene, defineRule } from '../rule.ts';
import { waitTerm } from './wait-term.ts';
import { waits } from '../measure/waits.ts';

/**
 * Whoever was not seen for longest comes first.
 *
 * Serves P8 `check-in`: without a plan some customers are selectively forgotten. Each day of the plan that such a
 * customer waits is the dearer the longer it has been unseen, as jobs are put in order of their weights.
 */
export const forgottenFirst = defineRule({
  id: 'customer/forgotten-first',
  title: { en: 'Whoever was unseen for longest comes first', zh: '久未拜访的客户优先' },
  about: {
    en: 'A customer that was not visited for so many days counts as forgotten. Each day from the beginning of the plan to its first visit costs the price, twice the price for one that was not visited for twice as long. A forgotten customer that is left out waits until the end of the plan. New customers who were never visited have a deadline of their own.',
    zh: '超过规定天数未拜访的客户视为被遗忘。从计划开始到首次拜访，每等一天计一次代价；未拜访时间为规定天数两倍的，代价也为两倍，依此类推。未予安排的，按等到计划结束计算。从未拜访过的新客户另有首访期限。',
  },
  unit: { en: 'day that a customer waits who was just forgotten', zh: '天等待（按刚被遗忘的客户计）' },
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
      en: 'Customers not visited for {after} days come first, those unseen for longest before all.',
      zh: '{after}天以上未拜访的客户优先安排，时间越久越靠前。',
    },
    waits: {
      en: '{customer}, last visited on {last}, waits for {days} days of the plan.',
      zh: '{customer}上次拜访是{last}，在计划期内又等待{days}天。',
    },
  },
  sentence: ({ after }) => ({ key: 'rule', values: { after } }),

  obligation: (_agenda, params) => params,

  *compile(scene, { after }, stance) {
    const { horizon, series } = scene;
    for (const [index, one] of series.entries()) {
      const weight = weightOf(scene, one, after);
      if (weight > 0) yield waitTerm(index, horizon, (days) => Math.round(weight * days * priceOf(stance)));
    }
  },

  *audit(review, { after }) {
    const waitOf = waits(review);
    for (const one of review.series) {
      const days = waitOf(one);
      const units = weightOf(review, one, after) * days;
      if (units === 0 || one.lastVisit === null) continue;
      yield { units, sentence: { key: 'waits', values: { customer: one.customer.name, last: formatDay(one.lastVisit), days } } };
    }
  },
});

/** How many times as long as it takes to be forgotten a customer was unseen when the plan begins; 0 for one who is not forgotten. */
function weightOf({ horizon }: Pick<Scene, 'horizon'>, { asked, lastVisit }: VisitSeries, after: number): number {
  if (asked.by === 'request' || lastVisit === null) return 0;
  const unseen = horizon.first - lastVisit;
  return unseen < after ? 0 : unseen / after;
}
