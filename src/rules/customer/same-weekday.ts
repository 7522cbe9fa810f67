import { type DayRange, weekdayOf } from '../../domain/calendar.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { mostFrequent } from '../measure/most-frequent.ts';
import { servedVisits } from '../measure/served-visits.ts';

/**
 * A customer's visits fall on one weekday, so that it knows when to expect the rep.
 *
 * Within seven days no two visits can share a weekday: the rule does not apply to such short plans.
 */
export const sameWeekday = defineRule({
  id: 'customer/same-weekday',
  title: { en: 'A customer is visited on the same weekday', zh: '固定星期几拜访' },
  about: {
    en: "Each of a customer's visits in the plan that is not on the weekday of most of these visits costs the price. The rule does not apply to plans of up to seven days.",
    zh: '计划期内同一客户的拜访，凡不在拜访次数最多的星期几的，每次按此代价计算。不超过七天的计划不受此限。',
  },
  unit: { en: 'visit on another weekday', zh: '次不在惯常星期几的拜访' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: "A customer's visits fall on the same weekday.", zh: '同一客户固定在星期几拜访。' },
    other: {
      en: '{customer}: {others} of {visits} visits are not on the usual weekday.',
      zh: '{customer}：{visits}次拜访中有{others}次不在惯常的星期几。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The series with several visits; none in a plan in which no weekday comes twice. */
  obligation: ({ horizon, series }): ReadonlySet<VisitSeries> =>
    new Set(hasWeekdaysTwice(horizon) ? series.filter(({ visits }) => visits.length > 1) : []),

  *compile({ series }, several, stance) {
    for (const [index, one] of series.entries()) {
      if (several.has(one)) yield { term: 'weekday', series: index, price: priceOf(stance) };
    }
  },

  *audit(review, several) {
    const served = servedVisits(review);
    for (const one of several) {
      const visits = served(one);
      const others = visits.length - mostFrequent(visits.map(({ day }) => weekdayOf(day)));
      if (others === 0) continue;
      yield { units: others, sentence: { key: 'other', values: { customer: one.customer.name, visits: visits.length, others } } };
    }
  },
});

const hasWeekdaysTwice = ({ first, last }: DayRange): boolean => last - first >= 7;
