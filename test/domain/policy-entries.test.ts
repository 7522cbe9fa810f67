import { describe, expect, it } from 'vitest';
import { leftOut, originsIn } from '../../src/domain/policy-entries.ts';
import { minutes } from '../../src/kernel/units.ts';
import { tobacco } from '../../src/policies/tobacco.ts';

const changed = {
  ...tobacco,
  tiers: [{ unserved: tobacco.tiers[0]?.unserved ?? minutes(0), dwell: minutes(10), id: 'A' }, ...tobacco.tiers.slice(1)],
  duties: tobacco.duties.filter(({ id }) => id !== 'weekly-summary'),
  rules: [
    ...tobacco.rules.filter(({ rule }) => rule !== 'plan/even-load' && rule !== 'day/reserve'),
    { rule: 'day/reserve', price: minutes(1), params: { length: minutes(40) }, tag: 'added' as const },
    { rule: 'day/most-visits', price: 'must' as const, params: { most: 40 }, tag: 'added' as const },
  ],
};

describe('originsIn', () => {
  it('distinguishes entries of the preset, changed ones and own ones', () => {
    const origins = originsIn({ policy: changed, preset: tobacco }, 'rules');
    expect(origins.get('day/first-visit')).toBe('preset');
    expect(origins.get('day/reserve')).toBe('changed');
    expect(origins.get('day/most-visits')).toBe('own');
    expect(origins.has('plan/even-load')).toBe(false);
  });

  it('does not mind the order of fields', () => {
    expect([...originsIn({ policy: changed, preset: tobacco }, 'tiers').values()]).toEqual(['preset', 'preset', 'preset']);
  });

  it('takes all entries of a policy that stands alone for its own', () => {
    expect(originsIn({ policy: tobacco, preset: null }, 'deadlines')).toEqual(
      new Map([
        ['month', 'own'],
        ['week', 'own'],
        ['day', 'own'],
      ]),
    );
  });
});

describe('leftOut', () => {
  it('names what the preset has and the policy has not', () => {
    expect(leftOut({ policy: changed, preset: tobacco })).toEqual(['weekly-summary', 'plan/even-load']);
    expect(leftOut({ policy: tobacco, preset: null })).toEqual([]);
  });
});
