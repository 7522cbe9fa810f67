import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { prices } from '../../../../src/audit/checks/structure/prices.ts';
import { minutes } from '../../../../src/kernel/units.ts';
import { inputWith, plan, policy, territory } from '../../handmade.ts';

const violations = (unserved: typeof plan.unserved, rules = policy.rules) => [
  ...prices.violations(openCase(inputWith({ territory: { ...territory, policy: { ...policy, rules } }, plan: { ...plan, unserved } }))),
];

describe('structure/prices', () => {
  it('finds nothing where prices are those of the policy', () => {
    // Optional: half of 20 minutes. Required: eight hours in tier A.
    expect(violations(plan.unserved)).toEqual([]);
  });

  it('finds a price of its own making', () => {
    expect(violations(plan.unserved.map((visit) => ({ ...visit, price: minutes(20) })))).toEqual([
      'Visit c1/monthly/2 is unserved at a price of PT20M instead of PT10M.',
      'Visit c3/monthly/1 is unserved at a price of PT20M instead of PT8H.',
    ]);
  });

  it('asks for no price where the policy has none', () => {
    expect(violations(plan.unserved, [])).toHaveLength(2);
    expect(
      violations(
        plan.unserved.map((visit) => ({ ...visit, price: minutes(0) })),
        [],
      ),
    ).toEqual([]);
  });
});
