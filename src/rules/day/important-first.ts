import { formatDay } from '../../domain/calendar.ts';
import { inMinutes, seconds } from '../../kernel/units.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/**
 * Important customers are visited early in the day.
 *
 * Serves P2 `real-estate`: the order is made by importance, distance and planned duration. A policy lists its tiers from
 * the most important one; the weight of a tier is the number of tiers after it.
 */
export const importantFirst = defineRule({
  id: 'day/important-first',
  title: { en: 'Important customers come early in the day', zh: '当天先访重要客户' },
  about: {
    en: 'Each hour from the start of the field time to a visit costs the price, times the steps of the customer’s tier above the last tier of the policy. Customers of the last tier and walk-ins cost nothing, so that they may come at any time.',
    zh: '从外勤开始到拜访开始，每过一小时计一次代价，并按客户级别高于末级的级数计倍数。末级客户和随机拜访不计代价，安排在合适的时间即可。',
  },
  unit: { en: 'hour that a customer one tier above the last waits', zh: '小时等待（高于末级一级的客户）' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'Important customers are visited early in the day.', zh: '重要客户当天尽早拜访。' },
    waits: {
      en: 'On {day} the visits of {rep} begin {minutes} min after the start on average, weighted by importance.',
      zh: '{rep}在{day}的拜访平均在外勤开始{minutes}分钟后开始（重要客户加权）。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The weight of waiting, by customer: how many tiers of the policy are less important. Customers of the last tier have no entry. */
  obligation: ({ territory: { customers, policy } }): ReadonlyMap<string, number> => {
    const tiers = policy.tiers.map(({ id }) => id);
    const weights = customers.map(({ id, tier }) => [id, tiers.includes(tier) ? tiers.length - 1 - tiers.indexOf(tier) : 0] as const);
    return new Map(weights.filter(([, weight]) => weight > 0));
  },

  *compile({ series }, weightOf, stance) {
    for (const [index, { customer, kind }] of series.entries()) {
      const weight = kind === 'walk-in' ? 0 : (weightOf.get(customer.id) ?? 0);
      if (weight > 0) yield { term: 'order', series: index, price: weight * priceOf(stance) };
    }
  },

  *audit(review, weightOf, stance) {
    for (const { repDay, visits } of fieldDays(review)) {
      const waits = visits.map(({ customer, kind, start }) => ({
        weight: kind === 'walk-in' ? 0 : (weightOf.get(customer) ?? 0),
        wait: start - repDay.field.from,
      }));
      const waited = waits.reduce((sum, { weight, wait }) => sum + weight * wait, 0);
      const weights = waits.reduce((sum, { weight }) => sum + weight, 0);
      if (weights === 0) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), minutes: inMinutes(seconds(waited / weights)) };
      yield { units: waited / 3600, cost: Math.round((waited * Number(stance)) / 3600), sentence: { key: 'waits', values } };
    }
  },
});
