import { describe, expect, it } from 'vitest';
import { tobacco } from '../../../src/policies/tobacco.ts';
import { plainFrequency } from '../../../src/domain/policy.ts';
import { hours, minutes } from '../../../src/kernel/units.ts';
import { at, between } from '../../support/builders.ts';
import { findingsOf, ownPolicy, read, territoryJson, withPolicy } from '../territory-files.ts';

const withRule = (rule: unknown) => withPolicy({ rules: [rule] });
/** Without these, duties and breaks would stand in a policy for nothing. */
const officeRules = [
  { rule: 'day/duties', must: true },
  { rule: 'day/breaks', must: true },
];
const inRules = (pointer: string) => ({ file: 'territory.json', pointer: `/policy/rules/0${pointer}` });

describe('readPolicy', () => {
  it('reads a whole policy', () => {
    const { policy } = read(
      withPolicy({
        title: { en: 'Own rules', zh: '自订制度' },
        frequencies: [
          {
            id: 'fortnightly',
            kind: 'return',
            tiers: ['A'],
            tags: ['vip'],
            statuses: ['new'],
            count: { exactly: 1 },
            every: 'P2W',
            minGapDays: 7,
            maxGapDays: 20,
            countsAlso: ['call'],
            tag: 'stated',
          },
        ],
        duties: [{ id: 'summary', title: 'Summary', days: { on: 'weekdays', weekdays: ['Mo'] }, from: '14:00', until: '17:00' }],
        breaks: [{ id: 'lunch', title: 'Lunch', earliest: '11:30', latest: '13:00', length: 'PT1H' }],
        rules: officeRules,
        deadlines: [{ plan: 'week', due: 'Friday' }],
      }),
    );
    expect(policy).toMatchObject({ id: 'own', version: '1', title: { en: 'Own rules', zh: '自订制度' }, modes: ['walk', 'e-bike'] });
    expect(policy.tiers).toEqual([{ id: 'A', dwell: minutes(10), unserved: hours(8) }]);
    expect(policy.frequencies).toEqual([
      {
        ...plainFrequency,
        id: 'fortnightly',
        kind: 'return',
        tiers: ['A'],
        tags: ['vip'],
        statuses: ['new'],
        count: { bound: 'exactly', visits: 1 },
        cycle: { every: 'days', length: 14 },
        minGapDays: 7,
        maxGapDays: 20,
        countsAlso: ['call'],
        tag: 'stated',
      },
    ]);
    expect(policy.duties).toEqual([
      {
        id: 'summary',
        title: { en: 'Summary', zh: 'Summary' },
        days: { on: 'weekdays', weekdays: [1] },
        ifNonWorking: 'next',
        from: at('14:00'),
        until: at('17:00'),
        tag: 'added',
      },
    ]);
    expect(policy.breaks[0]).toMatchObject({ earliest: at('11:30'), latest: at('13:00'), length: hours(1) });
    expect(policy.defaultHours.town.byWeekday[7]).toEqual([between('08:00', '20:00')]);
    expect(policy.deadlines).toEqual([{ plan: 'week', due: { en: 'Friday', zh: 'Friday' }, by: null, tag: 'added' }]);
  });

  it('counts months as months, and weeks and days in days', () => {
    const cycleOf = (every: string) =>
      read(withPolicy({ frequencies: [{ id: 'f', count: { atMost: 2 }, every }] })).policy.frequencies[0]?.cycle;
    expect(cycleOf('P1M')).toEqual({ every: 'month' });
    expect(cycleOf('P1W')).toEqual({ every: 'days', length: 7 });
    expect(cycleOf('P28D')).toEqual({ every: 'days', length: 28 });
  });

  it('reads a rule with its price, and fills in parameters that are left out', () => {
    const { policy } = read(withRule({ rule: 'day/fewest-visits', price: 'PT30M', town: 20, tag: 'stated' }));
    expect(policy.rules).toEqual([
      { rule: 'day/fewest-visits', price: minutes(30), params: { town: 20, country: 25, walkIns: false }, tag: 'stated' },
    ]);
  });

  it('reads a must, and durations and clock times of parameters', () => {
    expect(read(withRule({ rule: 'leg/walk-limit', must: true, most: 'PT7M' })).policy.rules).toEqual([
      { rule: 'leg/walk-limit', price: 'must', params: { most: minutes(7) }, tag: 'added' },
    ]);
  });

  it('takes policy.json before territory.json, which may repeat its name', () => {
    const changes = { ...territoryJson({ policy: 'own' }), 'policy.json': ownPolicy };
    expect(read(changes).policy.id).toBe('own');
    expect(read({ ...territoryJson({ policy: undefined }), 'policy.json': ownPolicy }).policy.id).toBe('own');
  });
});

describe('readPolicy, extending a preset', () => {
  /** The tobacco preset with some changes, on a territory whose rep rides what it allows. */
  const extended = (changes: object) => read(territoryJson({ policy: { extends: 'tobacco', ...changes } })).policy;

  it('takes a preset as it is by its name', () => {
    expect(read(territoryJson({ policy: 'tobacco' })).policy).toBe(tobacco);
    expect(read({}, { policy: 'tobacco' }).policy).toBe(tobacco);
  });

  it('leaves as they are the things it does not mention', () => {
    expect(extended({})).toEqual(tobacco);
  });

  it('names itself and replaces entries of the same id in place', () => {
    const policy = extended({ id: 'riverside', version: '2027', tiers: [{ id: 'A', dwell: 'PT15M', unserved: 'PT8H' }] });
    expect(policy).toMatchObject({ id: 'riverside', version: '2027', title: tobacco.title });
    expect(policy.tiers).toEqual([{ id: 'A', dwell: minutes(15), unserved: hours(8) }, ...tobacco.tiers.slice(1)]);
  });

  it('puts frequencies of its own first, for the first that fits is taken', () => {
    const { frequencies } = extended({ frequencies: [{ id: 'flagship', tags: ['flagship'], count: { exactly: 8 }, every: 'P1M' }] });
    expect(frequencies.map(({ id }) => id)).toEqual(['flagship', ...tobacco.frequencies.map(({ id }) => id)]);
  });

  it('replaces the preset’s rule by its own', () => {
    const { rules } = extended({ rules: [{ rule: 'day/fewest-visits', price: 'PT20M', town: 24 }] });
    expect(rules).toHaveLength(tobacco.rules.length);
    expect(rules.filter(({ rule }) => rule === 'day/fewest-visits')).toEqual([
      { rule: 'day/fewest-visits', price: minutes(20), params: { town: 24, country: 25, walkIns: false }, tag: 'added' },
    ]);
  });

  it('reads a duty that is kept on days off', () => {
    const store = { id: 'store', title: 'In store', days: { on: 'weekdays', weekdays: ['Sa', 'Su'] }, ifNonWorking: 'keep' };
    const { policy } = read(withPolicy({ duties: [{ ...store, from: '09:00', until: '17:00' }], rules: officeRules }));
    expect(policy.duties).toMatchObject([{ days: { on: 'weekdays', weekdays: [6, 7] }, ifNonWorking: 'keep' }]);
  });

  it('removes rules and duties by their id', () => {
    const policy = extended({ remove: ['monthly-summary', 'plan/even-load'] });
    expect(policy.duties.map(({ id }) => id)).toEqual(['morning-meeting', 'visit-schedule', 'weekly-summary', 'month-plan']);
    expect(policy.rules.map(({ rule }) => rule)).not.toContain('plan/even-load');
  });

  it('changes the hours of one setting only', () => {
    const { defaultHours } = extended({ defaultHours: { country: 'Mo-Fr 09:00-17:00' } });
    expect(defaultHours.town).toEqual(tobacco.defaultHours.town);
    expect(defaultHours.country.byWeekday[1]).toEqual([between('09:00', '17:00')]);
  });

  it('reports the removal of an entry that the preset does not have', () => {
    expect(findingsOf(territoryJson({ policy: { extends: 'tobacco', remove: ['month-sumary'] } }))).toMatchObject([
      {
        code: 'REMOVAL_UNKNOWN',
        at: { file: 'territory.json', pointer: '/policy/remove/0' },
        value: 'month-sumary',
        hint: 'Did you mean "monthly-summary"?',
      },
    ]);
  });
});

describe('findings on policies', () => {
  it('reports a territory without a policy, and one with two', () => {
    expect(findingsOf(territoryJson({ policy: undefined }))).toMatchObject([
      {
        code: 'FIELD_MISSING',
        at: { file: 'territory.json', pointer: '/policy' },
        hint: 'Give the name of a preset, or a policy.json beside it.',
      },
    ]);
    expect(findingsOf({ ...territoryJson({ policy: 'other' }), 'policy.json': ownPolicy })).toMatchObject([
      {
        code: 'GIVEN_TWICE',
        at: { file: 'territory.json', pointer: '/policy' },
        value: 'other',
        message: 'Both this and policy.json contain the policy',
      },
    ]);
  });

  it('reports an unknown preset in each place that names one', () => {
    expect(findingsOf(territoryJson({ policy: 'tobaco' }))).toMatchObject([
      { code: 'POLICY_UNKNOWN', at: { file: 'territory.json', pointer: '/policy' }, value: 'tobaco', hint: 'Did you mean "tobacco"?' },
    ]);
    expect(findingsOf(territoryJson({ policy: { extends: 'tobaco' } }))).toMatchObject([
      { code: 'POLICY_UNKNOWN', at: { pointer: '/policy/extends' }, value: 'tobaco' },
    ]);
    expect(findingsOf({}, { policy: 'tobaco' })).toMatchObject([{ code: 'POLICY_UNKNOWN', at: { file: '--policy' }, value: 'tobaco' }]);
  });

  it('reports a rule that does not exist', () => {
    expect(findingsOf(withRule({ rule: 'day/fewest-visit', price: 'PT30M' }))).toMatchObject([
      { code: 'RULE_UNKNOWN', at: inRules('/rule'), value: 'day/fewest-visit', hint: 'Did you mean "day/fewest-visits"?' },
    ]);
  });

  it('reports a parameter that the rule does not have', () => {
    expect(findingsOf(withRule({ rule: 'day/fewest-visits', price: 'PT30M', twon: 20 }))).toMatchObject([
      { code: 'PARAMETER_UNKNOWN', at: inRules('/twon'), value: 'twon', hint: 'Did you mean "town"?' },
    ]);
  });

  it('reports a parameter that is out of range or of the wrong type', () => {
    expect(findingsOf(withRule({ rule: 'day/fewest-visits', price: 'PT30M', town: 0, country: 'many' }))).toMatchObject([
      { code: 'OUT_OF_RANGE', at: inRules('/town'), value: 0, message: 'This must be at least 1' },
      { code: 'NUMBER_INVALID', at: inRules('/country'), value: 'many' },
    ]);
    expect(findingsOf(withRule({ rule: 'leg/walk-limit', must: true, most: '5 min' }))).toMatchObject([
      { code: 'DURATION_INVALID', at: inRules('/most'), value: '5 min', hint: 'Write a duration of ISO 8601, such as PT8M or PT1H30M.' },
    ]);
    expect(findingsOf(withRule({ rule: 'day/first-visit', must: true, by: '9.30' }))).toMatchObject([
      { code: 'CLOCK_INVALID', at: inRules('/by'), value: '9.30', hint: 'Write hours and minutes of the 24-hour clock, such as 08:30.' },
    ]);
  });

  it('reports a rule without a price', () => {
    expect(findingsOf(withRule({ rule: 'leg/walk-limit' }))).toMatchObject([
      {
        code: 'PRICE_MISSING',
        at: inRules(''),
        message: 'Rule "leg/walk-limit" has no price',
        hint: 'Add "price": "PT30M" for each minute walked over the limit, or "must": true.',
      },
    ]);
  });

  it('reports a price that is not a duration', () => {
    expect(findingsOf(withRule({ rule: 'leg/walk-limit', price: 30 }))).toMatchObject([
      { code: 'TYPE_WRONG', at: inRules('/price'), value: 30, message: 'This should be text' },
    ]);
  });

  it('refuses a must where a rule can only be priced, a price where it can only be a must, and both', () => {
    expect(findingsOf(withRule({ rule: 'day/fewest-visits', must: true }))).toMatchObject([
      { code: 'MUST_IMPOSSIBLE', at: inRules('/must') },
    ]);
    expect(findingsOf(withRule({ rule: 'stop/opening-hours', price: 'PT1H' }))).toMatchObject([
      { code: 'MUST_ONLY', at: inRules('/price') },
    ]);
    expect(findingsOf(withRule({ rule: 'leg/walk-limit', price: 'PT1M', must: true }))).toMatchObject([
      { code: 'PRICE_AND_MUST', at: inRules('') },
    ]);
  });

  it('reports frequencies of unknown tiers, and entries with the same id', () => {
    const frequency = { id: 'f', tiers: ['Z'], count: { atLeast: 1 }, every: 'P1M' };
    expect(findingsOf(withPolicy({ frequencies: [frequency, { ...frequency, tiers: [] }] }))).toMatchObject([
      {
        code: 'ID_TWICE',
        at: { pointer: '/policy/frequencies/1/id' },
        value: 'f',
        message: 'This id is already used by entry 0 of this list',
      },
      { code: 'TIER_UNKNOWN', at: { pointer: '/policy/frequencies/0/tiers/0' }, value: 'Z' },
    ]);
  });

  it('reports a cycle, a count and a duty’s days that cannot be read', () => {
    const frequencies = [
      { id: 'f', count: { atLeast: 1 }, every: 'monthly' },
      { id: 'g', count: { least: 1 }, every: 'P1M' },
      { id: 'h', count: { atLeast: 1, atMost: 2 }, every: 'P1M' },
    ];
    const duties = [{ id: 'd', title: 'Duty', days: { on: 'sundays' }, from: '08:00', until: '09:00' }];
    expect(findingsOf(withPolicy({ frequencies, duties }))).toMatchObject([
      { code: 'CHOICE_UNKNOWN', at: { pointer: '/policy/frequencies/0/every' }, value: 'monthly', message: 'There is no such cycle' },
      { code: 'FIELD_UNKNOWN', at: { pointer: '/policy/frequencies/1/count/least' }, value: 'least', hint: 'Did you mean "atLeast"?' },
      { code: 'FIELD_MISSING', at: { pointer: '/policy/frequencies/1/count' } },
      { code: 'FIELD_MISSING', at: { pointer: '/policy/frequencies/2/count' }, hint: 'Give exactly one of atLeast, exactly and atMost.' },
      { code: 'CHOICE_UNKNOWN', at: { pointer: '/policy/duties/0/days/on' }, value: 'sundays', hint: expect.stringContaining('every-day') },
    ]);
  });

  it('reports duties and breaks that end before they start', () => {
    const duties = [{ id: 'd', title: 'Duty', from: '09:00', until: '08:00' }];
    const breaks = [{ id: 'b', title: 'Break', earliest: '13:00', latest: '11:30', length: 'PT1H' }];
    expect(findingsOf(withPolicy({ duties, breaks, rules: officeRules }))).toMatchObject([
      { code: 'REVERSED', at: { pointer: '/policy/duties/0/until' }, value: '08:00', message: 'This is before the start at 09:00' },
      { code: 'REVERSED', at: { pointer: '/policy/breaks/0/latest' }, value: '11:30', message: 'This is before the start at 13:00' },
    ]);
  });

  it('reports duties and breaks without their rule', () => {
    const duties = [{ id: 'd', title: 'Duty', from: '08:00', until: '09:00' }];
    const breaks = [{ id: 'b', title: 'Break', earliest: '11:30', latest: '13:00', length: 'PT1H' }];
    expect(findingsOf(withPolicy({ duties, breaks }))).toMatchObject([
      {
        code: 'RULE_NEEDED',
        at: { file: 'territory.json', pointer: '/policy/rules' },
        value: 'day/duties',
        message: 'The policy has duties, but not the rule for them',
        hint: 'Add { "rule": "day/duties", "must": true } to its rules, or remove all duties.',
      },
      { code: 'RULE_NEEDED', value: 'day/breaks' },
    ]);
    expect(findingsOf(withPolicy({ duties, breaks, rules: officeRules }))).toEqual([]);
  });

  it('reports joint frequencies without their rule', () => {
    const frequencies = [{ id: 'joint', count: { exactly: 1 }, every: 'P1M', joint: true }];
    expect(findingsOf(withPolicy({ frequencies }))).toMatchObject([
      {
        code: 'RULE_NEEDED',
        at: { file: 'territory.json', pointer: '/policy/rules' },
        value: 'stop/appointments',
        message: 'The policy has joint frequencies, but not the rule for them',
      },
    ]);
    expect(findingsOf(withPolicy({ frequencies, rules: [{ rule: 'stop/appointments', must: true }] }))).toEqual([]);
  });

  it('points at the removal of a rule that the preset’s duties need', () => {
    expect(findingsOf(territoryJson({ policy: { extends: 'tobacco', remove: ['plan/even-load', 'day/duties'] } }))).toMatchObject([
      { code: 'RULE_NEEDED', at: { pointer: '/policy/remove/1' }, value: 'day/duties' },
    ]);
  });

  it('reports a mode that does not exist', () => {
    expect(findingsOf(withPolicy({ modes: ['e-bike', 'rocket'] }))).toMatchObject([
      { code: 'MODE_UNKNOWN', at: { pointer: '/policy/modes/1' }, value: 'rocket' },
    ]);
  });
});
