import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../src/audit/audit-plan.ts';
import { checks } from '../../src/audit/checks/index.ts';
import type { Stance } from '../../src/rules/rule.ts';
import { c2, inputWith, mondayPlanned, plan, policy, territory, visit, withLeg, withStop } from './handmade.ts';
import { instance, late, ruleThatFinds } from './rules.ts';

const catalogue = [ruleThatFinds('day/late', late(2)), ruleThatFinds('customer/frequency', late(1, 600), late(1, 28_800))];

/** The territory under a policy that is never late, or at a price. */
const punctual = (stance: Stance) => ({ ...territory, policy: { ...policy, rules: [...policy.rules, instance('day/late', stance)] } });

describe('auditPlan', () => {
  it('finds nothing wrong with a sound plan and computes what it costs', () => {
    // Travel 2400 + 1800, waiting 1200 + 12000 (see cost.test.ts); lateness 2 × 30, unserved 600 + 28800.
    expect(auditPlan(inputWith({ territory: punctual(30) }), catalogue)).toEqual({
      clean: true,
      violations: [],
      cost: { total: 46_860, travel: 4200, waiting: 13_200, byRule: { 'customer/frequency': 29_400, 'day/late': 60 } },
    });
  });

  it('rejects a plan that breaks a must', () => {
    const { clean, violations } = auditPlan(inputWith({ territory: punctual('must') }), catalogue);
    expect(clean).toBe(false);
    expect(violations).toEqual([{ check: 'day/late', message: 'r1 is 2 min late.' }]);
  });

  it('tells everything that is wrong at once', () => {
    const crooked = withStop(withLeg(mondayPlanned, 0, { mode: 'car' }), 2, visit(c2, 1, { arrival: '09:24' }));
    const input = inputWith({ territory: punctual('must'), plan: { ...plan, days: [crooked], unserved: [] } });
    expect(auditPlan(input, catalogue).violations.map(({ check }) => check)).toEqual([
      'structure/rep-days', // Tuesday is missing
      'structure/once', // and so is c1/monthly/2
      'structure/once', // c2/monthly/2
      'structure/once', // and c3/monthly/1
      'movement/modes', // the first leg is by car
      'movement/vehicle', // and says nothing of the bicycle
      'movement/vehicle', // which is at home when it is ridden on
      'movement/distances', // and knows no way
      'movement/times', // the leg to c2 arrives at 09:25, the visit begins at 09:24
      'day/late',
    ]);
  });

  it('stops at a rule that the catalogue does not know', () => {
    expect(() => auditPlan(inputWith({ territory: punctual(30) }), catalogue.slice(1))).toThrow('day/late');
  });

  it('looks at every check there is, and names each after its file', () => {
    const folder = new URL('../../src/audit/checks/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'));
    expect(new Set(checks.map(({ id }) => `${id}.ts`))).toEqual(new Set(files));
  });
});
