import { describe, expect, it } from 'vitest';
import { openCase } from '../../src/audit/audit-case.ts';
import { judgeRules } from '../../src/audit/judge-rules.ts';
import type { RuleInstance } from '../../src/domain/policy.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { inputWith, policy, territory } from './handmade.ts';
import { instance, late, ruleThatFinds } from './rules.ts';

const judge = (rules: readonly RuleInstance[], catalogue: readonly Rule[]) =>
  judgeRules(openCase(inputWith({ territory: { ...territory, policy: { ...policy, rules } } })), catalogue);

describe('judgeRules', () => {
  it('finds fault with every breach of a must, in words', () => {
    expect(judge([instance('day/late', 'must')], [ruleThatFinds('day/late', late(3), late(5))])).toEqual({
      violations: [
        { check: 'day/late', message: 'r1 is 3 min late.' },
        { check: 'day/late', message: 'r1 is 5 min late.' },
      ],
      byRule: {},
    });
  });

  it('prices every breach of a priced rule on its own, in whole seconds', () => {
    // Round(3 × 2.5) + round(1 × 2.5) = 8 + 3; together they would be 10.
    expect(judge([instance('day/late', 2.5)], [ruleThatFinds('day/late', late(3), late(1))])).toEqual({
      violations: [],
      byRule: { 'day/late': 11 },
    });
  });

  it('takes the price that a breach names itself', () => {
    expect(judge([instance('day/late', 60)], [ruleThatFinds('day/late', late(1, 28_800))]).byRule).toEqual({ 'day/late': 28_800 });
  });

  it('adds up a rule that stands in the policy twice and leaves out what costs nothing', () => {
    const catalogue = [ruleThatFinds('day/late', late(1)), ruleThatFinds('day/kept'), ruleThatFinds('day/free', late(4, 0))];
    const rules = [instance('day/late', 10), instance('day/kept', 10), instance('day/late', 5), instance('day/free', 10)];
    expect(judge(rules, catalogue).byRule).toEqual({ 'day/late': 15 });
  });

  it('stops at a rule that is not in the catalogue, and at a cost that is no whole number', () => {
    expect(() => judge([instance('day/lost', 1)], [])).toThrow('day/lost');
    expect(() => judge([instance('day/late', 1)], [ruleThatFinds('day/late', late(1, 0.5))])).toThrow('whole seconds');
  });
});
