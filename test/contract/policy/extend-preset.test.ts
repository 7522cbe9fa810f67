import { describe, expect, it } from 'vitest';
import { hours, minutes } from '../../../src/kernel/units.ts';
import { healthProducts } from '../../../src/policies/health-products.ts';
import type { tobacco } from '../../../src/policies/tobacco.ts';
import { at } from '../../support/builders.ts';
import { findingsOf, read, territoryJson } from '../territory-files.ts';

/** A preset with some changes, on a territory whose rep rides what it allows. */
const extended = (changes: object, preset = 'tobacco') => read(territoryJson({ policy: { extends: preset, ...changes } })).policy;
const ruleOf = (policy: typeof tobacco, id: string) => policy.rules.find(({ rule }) => rule === id);

describe('extendPreset', () => {
  it('changes an entry field by field, in its place', () => {
    const { tiers } = extended({ tiers: [{ id: 'B', dwell: 'PT15M' }] });
    expect(tiers.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(tiers[1]).toEqual({ id: 'B', dwell: minutes(15), unserved: hours(6) });
  });

  it("keeps a rule's price and parameters that are not mentioned", () => {
    // 20 minutes a day of reserve at a minute each.
    expect(ruleOf(extended({ rules: [{ rule: 'day/reserve', length: 'PT40M' }] }), 'day/reserve')).toMatchObject({
      price: minutes(1),
      params: { length: minutes(40) },
    });
    expect(ruleOf(extended({ rules: [{ rule: 'plan/keep-promises', price: 'PT1H' }] }), 'plan/keep-promises')).toMatchObject({
      price: hours(1),
      params: { announced: 4, confirmed: 20 },
    });
  });

  it('makes a must of a price, and a price of a must', () => {
    expect(ruleOf(extended({ rules: [{ rule: 'day/first-visit', price: 'PT1M' }] }), 'day/first-visit')).toMatchObject({
      price: minutes(1),
      params: { by: at('09:30') },
    });
    const preset = extended({ rules: [{ rule: 'day/most-work', must: true }] }, 'health-products');
    expect(ruleOf(healthProducts, 'day/most-work')?.price).toBe(minutes(2));
    expect(ruleOf(preset, 'day/most-work')).toMatchObject({ price: 'must', params: { most: hours(8) } });
  });

  it('tags changed entries as added by default, and keeps the tags of other entries', () => {
    const changed = extended({
      rules: [{ rule: 'day/fewest-visits', town: 24 }],
      frequencies: [{ id: 'collection-point', tag: 'inferred' }],
    });
    expect(ruleOf(changed, 'day/fewest-visits')?.tag).toBe('added');
    expect(changed.frequencies[0]).toMatchObject({ id: 'collection-point', tag: 'inferred', minGapDays: 4 });
    expect(ruleOf(changed, 'day/first-visit')?.tag).toBe('stated');
  });

  it('takes a field away that is null', () => {
    const [frequency] = extended({ frequencies: [{ id: 'collection-point', maxGapDays: null }] }).frequencies;
    expect(frequency).toMatchObject({ minGapDays: 4, maxGapDays: null });
  });

  it('puts new frequencies before the preset’s and other new entries after them', () => {
    const { frequencies, tiers } = extended({
      tiers: [{ id: 'D', dwell: 'PT5M', unserved: 'PT2H' }],
      frequencies: [{ id: 'tier-d', tiers: ['D'], count: { atLeast: 1 }, every: 'P2W' }],
    });
    expect(frequencies[0]?.id).toBe('tier-d');
    expect(tiers.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('changes the deadline of one plan', () => {
    const { deadlines } = extended({ deadlines: [{ plan: 'week', due: { en: 'on Friday', zh: '周五' }, by: { workingDaysBefore: 1 } }] });
    expect(deadlines.map(({ plan, due }) => `${plan} ${due.en}`)).toEqual([
      'month on the last working day of the month before',
      'week on Friday',
      'day before 08:30 on the day itself',
    ]);
  });

  it('takes lists of modes and fares as a whole', () => {
    expect(extended({ modes: ['e-bike'] }).modes).toEqual(['e-bike']);
  });

  it('places entries by their positions in the extending document', () => {
    const policy = {
      extends: 'tobacco',
      frequencies: [{ id: 'tier-c', count: { atLeast: 'one' } }],
      rules: [
        { rule: 'plan/even-load', tolerance: 3 },
        { rule: 'day/reserve', lenght: 'PT10M' },
      ],
      defaultHours: { country: 'whenever' },
      titel: 'Own',
    };
    expect(findingsOf(territoryJson({ policy }))).toMatchObject([
      { code: 'PARAMETER_UNKNOWN', at: { pointer: '/policy/rules/1/lenght' } },
      { code: 'OUT_OF_RANGE', at: { pointer: '/policy/rules/0/tolerance' }, value: 3 },
      { code: 'NUMBER_INVALID', at: { pointer: '/policy/frequencies/0/count/atLeast' }, value: 'one' },
      { code: 'HOURS_INVALID', at: { pointer: '/policy/defaultHours/country' }, value: 'whenever' },
      { code: 'FIELD_UNKNOWN', at: { pointer: '/policy/titel' }, hint: 'Did you mean "title"?' },
    ]);
  });

  it('reports a list and entries of the wrong type', () => {
    expect(findingsOf(territoryJson({ policy: { extends: 'tobacco', duties: 'none', rules: ['day/reserve'] } }))).toMatchObject([
      { code: 'TYPE_WRONG', at: { pointer: '/policy/rules/0' }, value: 'day/reserve' },
      { code: 'TYPE_WRONG', at: { pointer: '/policy/duties' }, value: 'none' },
    ]);
  });
});
