import type { Tier } from '../../domain/policy.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Visit, VisitSeries } from '../../domain/visit.ts';
import { present } from '../../kernel/assert.ts';
import { inMinutes, seconds } from '../../kernel/units.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/**
 * Due visits are made.
 *
 * A required visit left out costs what the customer's tier says, times the weight of its request where it has one. An optional one costs this rule's price
 * times its weight, so that the price is that of a visit wholly behind its pace.
 */
export const frequency = defineRule({
  id: 'customer/frequency',
  title: { en: 'Customers are visited as often as is due', zh: '按拜访频率拜访客户' },
  about: {
    en: 'Leaving out a required visit costs what the tier of the customer says, times the weight of its request where it has one. Leaving out an optional one costs the price of this rule, less the less the customer is behind its pace.',
    zh: '必访任务漏访一次，按该客户级别规定的代价计算，临时任务再乘以其权重；可选拜访漏访一次，按本规则的代价乘以其落后进度的程度计算。',
  },
  unit: { en: 'optional visit left out that is wholly behind its pace', zh: '次漏掉的可选拜访（按落后满一次计）' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'Visits that are due are made.', zh: '到期的拜访都要完成。' },
    dearer: { en: 'Fitting it in would cost more than leaving it out.', zh: '安排这次拜访的代价高于不安排。' },
    required: {
      en: '{customer}: required visit {visit} is left out, which costs {minutes} min.',
      zh: '{customer}：必访任务 {visit} 未安排，代价{minutes}分钟。',
    },
    optional: {
      en: '{customer}: optional visit {visit} is left out, which costs {minutes} min.',
      zh: '{customer}：可选拜访 {visit} 未安排，代价{minutes}分钟。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (_agenda, params) => params,

  *compile({ territory, series }, _params, stance) {
    const priceOfVisit = pricing(territory, priceOf(stance));
    for (const [index, one] of series.entries()) {
      for (const [n, visit] of one.visits.entries()) yield { term: 'unserved', series: index, visit: n, price: priceOfVisit(one, visit) };
    }
  },

  *audit({ territory, series, calls, plan }, _params, stance) {
    const priceOfVisit = pricing(territory, priceOf(stance));
    const unserved = new Set(plan.unserved.map(({ visit }) => visit));
    for (const one of [...series, ...calls]) {
      for (const visit of one.visits.filter(({ id }) => unserved.has(id))) {
        const cost = priceOfVisit(one, visit);
        const values = { customer: one.customer.name, visit: visit.id, minutes: inMinutes(seconds(cost)) };
        yield { units: visit.weight, cost, sentence: { key: visit.required ? 'required' : 'optional', values } };
      }
    }
  },
});

/** What leaving out a call costs under a territory's policy, in seconds; nothing where the policy does not ask for frequencies. */
export function callPricing(territory: Territory): (series: VisitSeries, visit: Visit) => number {
  const instance = territory.policy.rules.find(({ rule }) => rule === frequency.id);
  return instance === undefined ? () => 0 : pricing(territory, priceOf(instance.price));
}

function pricing({ policy }: Territory, optional: number): (series: VisitSeries, visit: Visit) => number {
  const tiers = new Map(policy.tiers.map((tier): [string, Tier] => [tier.id, tier]));
  return ({ customer }, { required, weight }) =>
    Math.round((required ? present(tiers.get(customer.tier), `Tier "${customer.tier}"`).unserved : optional) * weight);
}
