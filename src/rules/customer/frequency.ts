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
 * Leaving out a required visit costs the price of the customer's tier, times the weight of its request where it has one.
 * Leaving out an optional one costs this rule's price times its weight: the price is that of a visit wholly behind its pace.
 */
export const frequency = defineRule({
  id: 'customer/frequency',
  title: { en: 'Customers are visited as often as is due', zh: '按拜访频率拜访客户' },
  about: {
    en: "Leaving out a required visit costs the price of the customer's tier, times the weight of its request where it has one. Leaving out an optional one costs a part of this rule's price: the less the customer is behind its pace, the less it costs.",
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

  /** The due visits of each series, calls too, with the prices of leaving them out. */
  obligation: ({ territory, series, calls }): ReadonlyMap<VisitSeries, readonly DueVisit[]> => {
    const priceIn = requiredPrices(territory);
    return new Map([...series, ...calls].map((one) => [one, one.visits.map((visit) => ({ visit, price: priceIn(one, visit) }))]));
  },

  *compile({ series }, dueOf, stance) {
    for (const [index, one] of series.entries()) {
      for (const [n, { visit, price }] of (dueOf.get(one) ?? []).entries()) {
        yield { term: 'unserved', series: index, visit: n, price: price ?? Math.round(priceOf(stance) * visit.weight) };
      }
    }
  },

  *audit({ plan }, dueOf, stance) {
    const unserved = new Set(plan.unserved.map(({ visit }) => visit));
    for (const [{ customer }, due] of dueOf) {
      for (const { visit, price } of due.filter(({ visit: { id } }) => unserved.has(id))) {
        const cost = price ?? Math.round(Number(stance) * visit.weight);
        const values = { customer: customer.name, visit: visit.id, minutes: inMinutes(seconds(cost)) };
        yield { units: visit.weight, cost, sentence: { key: visit.required ? 'required' : 'optional', values } };
      }
    }
  },
});

/** A visit that is due. */
interface DueVisit {
  readonly visit: Visit;
  /** The price of leaving it out, in seconds; null for an optional visit, which has the price of the rule by its weight. */
  readonly price: number | null;
}

/** Prices of leaving out calls under a territory's policy, in seconds; nothing where the policy has no frequency rule. */
export function callPricing(territory: Territory): (series: VisitSeries, visit: Visit) => number {
  const instance = territory.policy.rules.find(({ rule }) => rule === frequency.id);
  if (instance === undefined) return () => 0;
  const priceIn = requiredPrices(territory);
  return (series, visit) => priceIn(series, visit) ?? Math.round(priceOf(instance.price) * visit.weight);
}

/** Prices of leaving out required visits, by the customer's tier; null for optional ones. */
function requiredPrices({ policy }: Territory): (series: VisitSeries, visit: Visit) => number | null {
  const tiers = new Map(policy.tiers.map((tier): [string, Tier] => [tier.id, tier]));
  return ({ customer }, { required, weight }) =>
    required ? Math.round(present(tiers.get(customer.tier), `Tier "${customer.tier}"`).unserved * weight) : null;
}
