import { describe, expect, it } from 'vitest';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { readPolicy } from '../../../src/contract/policy/read-policy.ts';
import { documentSource } from '../../../src/contract/reading/source.ts';
import { writePolicy } from '../../../src/contract/policy/write-policy.ts';
import { policies } from '../../../src/policies/index.ts';
import { aFrequency, aPolicy } from '../../support/builders.ts';

describe('writePolicy', () => {
  it.each(policies.map((policy) => [policy.id, policy] as const))('writes the preset %s so that it is read back', (_id, policy) => {
    const findings = new Findings();
    const again = readPolicy(documentSource('policy.json', JSON.parse(JSON.stringify(writePolicy(policy)))), findings);
    findings.refuse();
    expect(again).toEqual(policy);
  });

  it('writes durations, clock times and weekdays as people do', () => {
    const tobacco = policies.find(({ id }) => id === 'tobacco') ?? aPolicy();
    const { tiers, frequencies, duties, rules, defaultHours } = writePolicy(tobacco);
    expect(tiers[0]).toEqual({ id: 'A', dwell: 'PT10M', unserved: 'PT8H' });
    expect(frequencies[0]).toMatchObject({ id: 'collection-point', count: { atLeast: 1 }, every: 'P1W', minGapDays: 4, maxGapDays: 10 });
    expect(frequencies[1]).toMatchObject({ id: 'tier-a', every: 'P1M' });
    expect(duties.find(({ id }) => id === 'weekly-summary')).toMatchObject({
      days: { on: 'weekdays', weekdays: ['Mo'] },
      from: '13:30',
      until: '24:00',
    });
    expect(rules.find(({ rule }) => rule === 'day/first-visit')).toEqual({
      rule: 'day/first-visit',
      must: true,
      by: '09:30',
      tag: 'stated',
    });
    expect(rules.find(({ rule }) => rule === 'day/reserve')).toEqual({ rule: 'day/reserve', price: 'PT1M', length: 'PT20M', tag: 'added' });
    expect(defaultHours).toEqual({ town: '08:00-20:00', country: '07:30-19:00' });
  });

  it('leaves out what is as usual', () => {
    const plain = aFrequency({
      count: { bound: 'exactly', visits: 2 },
      cycle: { every: 'days', length: 10 },
      minGapDays: 0,
      maxGapDays: null,
    });
    expect(writePolicy(aPolicy({ frequencies: [plain] })).frequencies).toEqual([
      { id: 'monthly', kind: 'ordinary', tiers: ['A'], count: { exactly: 2 }, every: 'P10D', tag: 'added' },
    ]);
  });
});
