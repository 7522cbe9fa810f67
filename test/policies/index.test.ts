import { describe, expect, it } from 'vitest';
import { policies, policyOf } from '../../src/policies/index.ts';
import { tobacco } from '../../src/policies/tobacco.ts';
import { rules } from '../../src/rules/index.ts';
import { modeOf } from '../../src/travel/modes/index.ts';

const ruleOf = (id: string) => rules.find((rule) => rule.id === id);

describe('policyOf', () => {
  it('finds a preset by its id, and nothing by another', () => {
    expect(policyOf('tobacco')).toBe(tobacco);
    expect(policyOf('tobaco')).toBeNull();
  });
});

describe.each(policies.map((policy) => [policy.id, policy] as const))('the preset %s', (_id, policy) => {
  it('uses each rule of the catalogue at most once, and none besides', () => {
    const ids = policy.rules.map(({ rule }) => rule);
    expect(ids.filter((id) => ruleOf(id) === undefined)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives every parameter of its rules, and no other', () => {
    for (const { rule, params } of policy.rules) {
      expect({ rule, params: Object.keys(params).toSorted() }).toEqual({
        rule,
        params: Object.keys(ruleOf(rule)?.params ?? {}).toSorted(),
      });
    }
  });

  it('holds to each rule as the rule allows: a must only where it can be one, whole seconds where it has a unit', () => {
    for (const { rule, price } of policy.rules) {
      const allowed = price === 'must' ? ruleOf(rule)?.canBeMust : ruleOf(rule)?.unit !== null && Number.isInteger(price) && price > 0;
      expect({ rule, allowed }).toEqual({ rule, allowed: true });
    }
  });

  it('keeps what a territory may bring along: appointments, companions, promises of earlier plans', () => {
    const ids = policy.rules.map(({ rule }) => rule);
    expect(ids).toEqual(expect.arrayContaining(['stop/appointments', 'stop/companions', 'plan/keep-promises']));
  });

  it('names only tiers and modes that there are', () => {
    const tiers = new Set(policy.tiers.map(({ id }) => id));
    expect(policy.frequencies.flatMap((frequency) => frequency.tiers).filter((tier) => !tiers.has(tier))).toEqual([]);
    expect(policy.modes.filter((mode) => modeOf(mode) === null)).toEqual([]);
  });

  it('gives its frequencies, duties, breaks and tiers an id each', () => {
    const { frequencies, duties, breaks, tiers } = policy;
    const ids = [...frequencies, ...duties, ...breaks, ...tiers].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
