import { day } from '../../../src/domain/calendar.ts';
import { type Frequency, plainFrequency } from '../../../src/domain/policy.ts';
import type { TeamSpec } from '../../../tools/generate/spec.ts';
import { decemberTeam, wholeMonth } from '../../../tools/generate/specs/december.ts';
import { plainRep } from '../../../tools/generate/specs/people.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { checkIn } from '../../../src/policies/check-in.ts';

/** A frequency of so many ordinary visits of anybody, in a month unless it says otherwise. */
export const aMonthly = (id: string, visits: number, given: Partial<Frequency> = {}): Frequency => ({
  ...plainFrequency,
  id,
  kind: 'ordinary',
  tiers: [],
  tags: [],
  count: { bound: 'atLeast', visits },
  cycle: { every: 'month' },
  minGapDays: 3,
  maxGapDays: null,
  tag: 'added',
  ...given,
});

/** One rep by car and twelve customers of tier C in town, one visit a month each. */
export const aTeam = (given: Partial<TeamSpec> = {}): TeamSpec => ({
  ...decemberTeam,
  id: 'made-up',
  name: '小镇',
  purpose: 'For a test.',
  seed: 5,
  policy: { ...checkIn, frequencies: [aMonthly('once', 1)], rules: checkIn.rules.filter(({ rule }) => rule !== 'day/fewest-visits') },
  reps: [{ ...plainRep, id: repId('r1'), name: 'r1', post: 'representative' }],
  groups: [{ prefix: 'c', count: 12, setting: 'town', middle: { east: 0, north: 0 }, spread: 0.5, traits: () => ({ tier: 'C' }) }],
  horizons: [{ ...wholeMonth, expectations: [], unserved: 0 }],
  ...given,
});

/** Tuesday, 1 December 2026, the first day that a team plans. */
export const FIRST = day('2026-12-01');
