import { describe, expect, it } from 'vitest';
import { findingsOf, ownPolicy, territoryJson, withPolicy } from '../territory-files.ts';

describe('checkNames', () => {
  it('reports rules and deadlines that are there twice', () => {
    const rule = { rule: 'customer/frequency', price: 'PT20M' };
    const deadline = { plan: 'week', due: 'Friday' };
    expect(findingsOf(withPolicy({ rules: [rule, { ...rule, price: 'PT5M' }], deadlines: [deadline, deadline] }))).toMatchObject([
      {
        code: 'RULE_TWICE',
        at: { pointer: '/policy/rules/1/rule' },
        value: 'customer/frequency',
        message: 'This rule already stands in the policy, as entry 0 of its rules',
      },
      { code: 'ID_TWICE', at: { pointer: '/policy/deadlines/1/plan' }, value: 'week' },
    ]);
  });

  it('reports names that differ only in the space around them', () => {
    const tiers = [...ownPolicy.tiers, { id: ' A ', dwell: 'PT5M', unserved: 'PT1H' }];
    expect(findingsOf(withPolicy({ tiers }))).toMatchObject([{ code: 'ID_TWICE', at: { pointer: '/policy/tiers/1/id' } }]);
  });

  it('reports two changes of one entry of a preset', () => {
    const rules = [
      { rule: 'day/reserve', length: 'PT10M' },
      { rule: 'day/reserve', price: 'PT2M' },
    ];
    expect(findingsOf(territoryJson({ policy: { extends: 'tobacco', rules } }))).toMatchObject([
      { code: 'RULE_TWICE', at: { pointer: '/policy/rules/1/rule' } },
    ]);
  });
});

describe('checkPolicy', () => {
  const tiers = [{ id: 'A', dwell: 'PT3H', unserved: 'PT8H' }];
  const customers = { 'customers.csv': 'id,lat,lng,tier,hours\nc1,31.2,121.4,A,Mo-Su 08:00-20:00\n' };

  it('reports visits that are longer than the default hours', () => {
    const defaultHours = { town: 'Mo-Fr 09:00-11:30,14:00-16:00', country: '08:00-18:00' };
    expect(findingsOf({ ...withPolicy({ tiers, defaultHours }), ...customers })).toEqual([
      {
        code: 'DWELL_TOO_LONG',
        kind: 'conflict',
        at: { file: 'territory.json', pointer: '/policy/tiers/0/dwell' },
        value: 'PT3H',
        message: 'Visits of "A" do not fit into the default hours of town, which are PT2H30M at most',
        hint: 'Shorten the visits or widen the hours.',
      },
    ]);
    const frequencies = [{ ...ownPolicy.frequencies[0], dwell: 'PT3H' }];
    expect(findingsOf({ ...withPolicy({ frequencies, defaultHours }), ...customers })).toMatchObject([
      { code: 'DWELL_TOO_LONG', at: { pointer: '/policy/frequencies/0/dwell' } },
    ]);
  });

  it('points at the hours where only these are the own', () => {
    // Tier A of the preset takes 10 minutes, B 9 and C 8.
    const policy = { extends: 'tobacco', defaultHours: { country: '08:00-08:09' } };
    expect(findingsOf({ ...territoryJson({ policy }), ...customers })).toMatchObject([
      {
        code: 'DWELL_TOO_LONG',
        at: { pointer: '/policy/defaultHours/country' },
        value: '08:00-08:09',
        message: expect.stringContaining('"A"'),
      },
    ]);
  });

  it('accepts a setting without default hours', () => {
    expect(findingsOf({ ...withPolicy({ tiers, defaultHours: { town: '08:00-18:00', country: 'off' } }), ...customers })).toEqual([]);
  });
});
