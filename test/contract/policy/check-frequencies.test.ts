import { describe, expect, it } from 'vitest';
import { findingsOf, ownPolicy, read, territoryJson, withPolicy } from '../territory-files.ts';

const frequency = { id: 'f', tiers: ['A'], count: { atLeast: 1 }, every: 'P1M' };
const of = (changes: object) => findingsOf(withPolicy({ frequencies: [{ ...frequency, ...changes }] }));
const roomOf = (changes: object) => of({ count: { exactly: 99 }, ...changes }).map(({ hint }) => Number(/at most (\d+)/.exec(hint)?.[1]));

describe('checkFrequencies', () => {
  it('reports more visits than the cycle has working days', () => {
    expect(of({ count: { atLeast: 6 }, every: 'P1W' })).toEqual([
      {
        code: 'COUNT_IMPOSSIBLE',
        kind: 'conflict',
        at: { file: 'territory.json', pointer: '/policy/frequencies/0/count' },
        value: 6,
        message: 'A cycle has room for 5 visits, with 5 working days a week',
        hint: 'Ask for at most 5, or take a longer cycle.',
      },
    ]);
    expect(of({ count: { atLeast: 5 }, every: 'P1W' })).toEqual([]);
    // A month of 31 days from a Monday, Tuesday or Wednesday on has 23 weekdays.
    expect(roomOf({ every: 'P1M' })).toEqual([23]);
    expect(roomOf({ every: 'P2W' })).toEqual([10]);
  });

  it('reports more visits than their shortest gap allows', () => {
    expect(of({ count: { exactly: 3 }, every: 'P1W', minGapDays: 3 })).toMatchObject([
      {
        code: 'COUNT_IMPOSSIBLE',
        message: 'A cycle has room for 2 visits, with 5 working days a week and 3 days from one visit to the next',
        hint: 'Ask for at most 2, lower minGapDays, or take a longer cycle.',
      },
    ]);
    // Monday and Thursday; in ten days from a Tuesday on: Tuesday, Friday, Monday, Thursday.
    expect(of({ count: { exactly: 2 }, every: 'P1W', minGapDays: 3 })).toEqual([]);
    expect(roomOf({ every: 'P10D', minGapDays: 3 })).toEqual([4]);
    // 1st, 15th, 29th.
    expect(roomOf({ every: 'P1M', minGapDays: 14 })).toEqual([3]);
  });

  it("reckons with the territory's own working days", () => {
    const frequencies = [{ ...frequency, count: { atLeast: 6 }, every: 'P1W' }];
    const policy = { ...ownPolicy, frequencies };
    expect(read(territoryJson({ policy, calendar: { workdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] } })).policy.frequencies).toHaveLength(
      1,
    );
    expect(findingsOf(territoryJson({ policy, calendar: { workdays: ['Mo'] } }))).toMatchObject([
      { code: 'COUNT_IMPOSSIBLE', message: 'A cycle has room for 1 visits, with 1 working days a week' },
    ]);
  });

  it('accepts any upper bound', () => {
    expect(of({ count: { atMost: 9 }, every: 'P1W' })).toEqual([]);
  });

  it('reports a shortest gap that is longer than the longest gap', () => {
    expect(of({ minGapDays: 20, maxGapDays: 10 })).toMatchObject([
      {
        code: 'GAPS_REVERSED',
        at: { pointer: '/policy/frequencies/0/minGapDays' },
        value: 20,
        message: 'Visits must be at least 20 and at most 10 days apart',
      },
    ]);
  });

  it('holds a change against what the preset says', () => {
    // The preset has tier A visited four times a month, at least four days apart.
    const extending = (changes: object) =>
      findingsOf(territoryJson({ policy: { extends: 'tobacco', frequencies: [{ id: 'tier-a', ...changes }] } }));
    expect(extending({ maxGapDays: 3 })).toMatchObject([
      { code: 'GAPS_REVERSED', at: { pointer: '/policy/frequencies/0/maxGapDays' }, value: 3 },
    ]);
    expect(extending({ minGapDays: 11 })).toMatchObject([
      { code: 'COUNT_IMPOSSIBLE', at: { pointer: '/policy/frequencies/0/count' }, value: 4 },
    ]);
    expect(extending({ count: { atLeast: 5 } })).toEqual([]);
  });
});
