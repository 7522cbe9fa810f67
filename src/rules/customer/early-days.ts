import type { VisitSeries } from '../../domain/visit.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { waitTerm } from './wait-term.ts';
import { waits } from '../measure/waits.ts';

/**
 * Important customers are visited on the earlier days of a plan.
 *
 * Serves P5 `consultant`: important customers go first. When time is short, or when ad-hoc work takes the end of a week,
 * the most important customers already had their visits.
 */
export const earlyDays = defineRule({
  id: 'customer/early-days',
  title: { en: 'Important customers come on the earlier days', zh: '重要客户优先安排在前' },
  about: {
    en: 'Each day from the beginning of the plan to the first visit of a customer with a required visit has a price: the full price for the tier that costs most to leave out, and less for other tiers, in proportion to what leaving them out costs. Customers without a required visit do not count.',
    zh: '从计划开始到首次必访任务完成，每等一天计一次代价：漏访代价最高的客户级别按全价计，其他级别按漏访代价之比折算。没有必访任务的客户不计。',
  },
  unit: { en: 'day that a customer of the dearest tier waits', zh: '天等待（按漏访代价最高的级别计）' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'The more important a customer, the earlier in the plan it is visited.', zh: '客户越重要，在计划期内越早拜访。' },
    waits: { en: '{customer} of tier {tier} waits for {days} days of the plan.', zh: '{tier}级客户{customer}在计划期内等待{days}天。' },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The weight of each series with a required visit, above 0 and up to 1: the price of leaving out its tier against the dearest one. */
  obligation: ({ territory: { policy }, series }): ReadonlyMap<VisitSeries, number> => {
    const dearest = Math.max(1, ...policy.tiers.map(({ unserved }) => unserved));
    const byTier = new Map(policy.tiers.map(({ id, unserved }) => [id, unserved / dearest]));
    const required = series.filter(({ visits }) => visits.some((visit) => visit.required));
    const weights = required.map((one) => [one, byTier.get(one.customer.tier) ?? 0] as const);
    return new Map(weights.filter(([, weight]) => weight > 0));
  },

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
      if (days === 0) continue;
      yield { units: weight * days, sentence: { key: 'waits', values: { customer: one.customer.name, tier: one.customer.tier, days } } };
    }
  },
});
