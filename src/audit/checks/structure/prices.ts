import type { Policy } from '../../../domain/policy.ts';
import { formatDuration, seconds } from '../../../kernel/units.ts';
import type { Check, DueVisit } from '../../audit-case.ts';

/** The rule that prices visits left out; in a policy without it they cost nothing. */
const RULE = 'customer/frequency';

/** An unserved visit shows its price: that of the tier where it is required, else the rule's price; either times its weight. */
export const prices: Check = {
  id: 'structure/prices',

  *violations({ territory: { policy }, plan, due }) {
    for (const { visit, price } of plan.unserved) {
      const found = due.get(visit);
      if (found === undefined) continue;
      const expected = priceOf(policy, found);
      if (price !== expected)
        yield `Visit ${visit} is unserved at a price of ${formatDuration(price)} instead of ${formatDuration(expected)}.`;
    }
  },
};

function priceOf(policy: Policy, { visit, series: { customer } }: DueVisit) {
  const instance = policy.rules.find(({ rule }) => rule === RULE);
  if (instance === undefined) return seconds(0);
  const tier = policy.tiers.find(({ id }) => id === customer.tier)?.unserved ?? 0;
  return seconds((visit.required ? tier : Number(instance.price)) * visit.weight);
}
