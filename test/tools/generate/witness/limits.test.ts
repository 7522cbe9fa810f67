import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../../tools/generate/witness/limits.ts';
import { hours, minutes } from '../../../../src/kernel/units.ts';
import { checkIn } from '../../../../src/policies/check-in.ts';
import { tobacco } from '../../../../src/policies/tobacco.ts';

describe('limitsOf', () => {
  it('reads the limits that a policy sets', () => {
    expect(limitsOf(tobacco)).toEqual({
      fewest: { town: 30, country: 25 },
      most: Infinity,
      firstBy: hours(9.5),
      reserve: minutes(20),
      focus: { tags: ['volatile', 'enterprise'], fromDay: 6, untilDay: 10 },
    });
  });

  it('has no limits where the policy has no such rules', () => {
    const rules = checkIn.rules.filter(({ rule }) => !rule.startsWith('day/'));
    expect(limitsOf({ ...checkIn, rules })).toEqual({
      fewest: { town: 0, country: 0 },
      most: Infinity,
      firstBy: Infinity,
      reserve: 0,
      focus: { tags: [], fromDay: 1, untilDay: 31 },
    });
  });
});
