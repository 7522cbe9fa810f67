import { formatDay } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import type { VisitKind } from '../../domain/policy.ts';
import type { Territory } from '../../domain/territory.ts';
import { inMinutes, seconds } from '../../kernel/units.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/**
 * Important customers are visited early in the day.
 *
 * Serves P2 `real-estate`: the order is made by importance, distance and planned duration. A policy lists its tiers from
 * the most important one; each step above the last counts once more.
 */
export const importantFirst = defineRule({
  id: 'day/important-first',
  title: { en: 'Important customers come early in the day', zh: '当天先访重要客户' },
  about: {
    en: 'Each hour from the start of the field time to a visit costs the price, times the steps of the customer’s tier above the last tier of the policy. Customers of the last tier and walk-ins cost nothing, so that they come when it suits.',
    zh: '从外勤开始到拜访开始，每过一小时计一次代价，并按客户级别高于末级的级数计倍数。末级客户和随机拜访不计代价，安排在合适的时间即可。',
  },
  unit: { en: 'hour that a customer one tier above the last waits', zh: '小时等待（高于末级一级的客户）' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'Important customers are visited early in the day.', zh: '重要客户当天尽早拜访。' },
    waits: {
      en: 'On {day} the visits of {rep} begin {minutes} min after the start on average, more important ones counted more.',
      zh: '{rep}在{day}的拜访平均在外勤开始{minutes}分钟后开始（重要客户加权）。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (_agenda, params) => params,

  *compile({ territory, series }, _params, stance) {
    for (const [index, { customer, kind }] of series.entries()) {
      const weight = weightOf(territory, customer, kind);
      if (weight > 0) yield { term: 'order', series: index, price: weight * priceOf(stance) };
    }
  },

  *audit(review, _params, stance) {
    const customers = new Map(review.territory.customers.map((customer) => [customer.id, customer]));
    for (const { repDay, visits } of fieldDays(review)) {
      const waits = visits.map(({ customer, kind, start }) => ({
        weight: weightOf(review.territory, customers.get(customer), kind),
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

/** How many tiers of the policy are less important. */
function weightOf({ policy: { tiers } }: Territory, customer: Customer | undefined, kind: VisitKind): number {
  const at = kind === 'walk-in' ? -1 : tiers.findIndex(({ id }) => id === customer?.tier);
  return at < 0 ? 0 : tiers.length - 1 - at;
}
