import type { VisitSeries } from '../../domain/visit.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { mostFrequent } from '../measure/most-frequent.ts';
import { servedVisits } from '../measure/served-visits.ts';

/** A customer sees the same rep at each visit. Only customers with several visits in the plan count. */
export const sameRep = defineRule({
  id: 'customer/same-rep',
  title: { en: 'A customer is visited by the same rep', zh: '固定客户经理拜访' },
  about: {
    en: "Each of a customer's visits in the plan that is not made by the rep of most of these visits costs the price.",
    zh: '计划期内同一客户的拜访，凡不由拜访该客户次数最多的客户经理完成的，每次按此代价计算。',
  },
  unit: { en: 'visit by another rep', zh: '次由其他客户经理完成的拜访' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'A customer sees the same rep at each visit.', zh: '同一客户由固定的客户经理拜访。' },
    other: {
      en: '{customer}: {others} of {visits} visits are not made by the usual rep.',
      zh: '{customer}：{visits}次拜访中有{others}次不由惯常的客户经理完成。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The series with several visits; none where there is only one rep. */
  obligation: ({ territory, series }): ReadonlySet<VisitSeries> =>
    new Set(territory.reps.length < 2 ? [] : series.filter(({ visits }) => visits.length > 1)),

  *compile({ series }, several, stance) {
    for (const [index, one] of series.entries()) {
      if (several.has(one)) yield { term: 'same-rep', series: index, price: priceOf(stance) };
    }
  },

  *audit(review, several) {
    const served = servedVisits(review);
    for (const one of several) {
      const visits = served(one);
      const others = visits.length - mostFrequent(visits.map(({ rep }) => rep));
      if (others === 0) continue;
      yield { units: others, sentence: { key: 'other', values: { customer: one.customer.name, visits: visits.length, others } } };
    }
  },
});
