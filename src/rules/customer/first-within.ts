import { type Day, addDays, formatDay } from '../../domain/calendar.ts';
import { type VisitSeries, firstVisitBy } from '../../domain/visit.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { waitTerm } from './wait-term.ts';
import { waits } from '../measure/waits.ts';

/**
 * New customers are first visited within the days that their frequency allows.
 *
 * Serves P7 `tobacco-lifecycle`: new customers are contacted promptly. `customer/frequency` requires the visit; this rule
 * prices each day by which it is late.
 */
export const firstWithin = defineRule({
  id: 'customer/first-within',
  title: { en: 'New customers are visited in time', zh: '新客户及时首访' },
  about: {
    en: 'Some frequencies set a number of days for the first visit of a customer in its status, such as new. Each day by which the first visit is later costs the price; for a customer who is overdue when the plan begins, each day of the plan before the visit.',
    zh: '部分拜访频率规定：客户取得当前状态（如新增）后尚未拜访的，须在若干天内首访。首访每晚一天计一次代价；计划开始时已经逾期的，计划期内每等一天计一次代价。',
  },
  unit: { en: 'day by which a first visit is late', zh: '天首访延误' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'Customers have their first visit within the days that their frequency sets.', zh: '客户首访须在拜访频率规定的天数之内。' },
    late: {
      en: '{customer} was due for its first visit by {by}, and is visited on {day}.',
      zh: '{customer}应在{by}前首访，实际安排在{day}。',
    },
    missed: { en: '{customer} was due for its first visit by {by}, and is not visited.', zh: '{customer}应在{by}前首访，但没有安排。' },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The deadline of each series that has one. */
  obligation: ({ horizon, series }): ReadonlyMap<VisitSeries, Deadline> =>
    new Map(
      series.flatMap((one): readonly (readonly [VisitSeries, Deadline])[] => {
        const { origin, customer, lastVisit } = one;
        const by = origin.by === 'request' ? null : firstVisitBy(origin.frequency, customer, lastVisit);
        return by === null ? [] : [[one, { by, grace: Math.max(0, by - horizon.first) }]];
      }),
    ),

  *compile({ horizon, series }, deadlineOf, stance) {
    for (const [index, one] of series.entries()) {
      const deadline = deadlineOf.get(one);
      if (deadline !== undefined) yield waitTerm(index, horizon, (days) => Math.max(0, days - deadline.grace) * priceOf(stance));
    }
  },

  *audit(review, deadlineOf) {
    const { horizon } = review;
    const waitOf = waits(review);
    for (const [one, { by, grace }] of deadlineOf) {
      const late = waitOf(one) - grace;
      if (late <= 0) continue;
      const day = addDays(horizon.first, waitOf(one));
      const key = day > horizon.last ? 'missed' : 'late';
      yield { units: late, sentence: { key, values: { customer: one.customer.name, by: formatDay(by), day: formatDay(day) } } };
    }
  },
});

/** The end of the days within which a customer is first visited. */
interface Deadline {
  readonly by: Day;
  /** Days of the plan that the customer may wait without being late. */
  readonly grace: number;
}
