import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../../../src/domain/calendar.ts';
import { groundOf } from '../../../../tools/generate/draft.ts';
import { historyBefore } from '../../../../tools/generate/witness/past.ts';
import { aMonthly, aTeam } from '../a-team.ts';

const weekly = { ...aTeam().policy, frequencies: [aMonthly('four', 4)] };
const historyOf = (given: Parameters<typeof aTeam>[0]) => {
  const spec = aTeam(given);
  return historyBefore(spec, groundOf(spec));
};

describe('historyBefore', () => {
  it('has the visits of the month before, by day', () => {
    const days = historyOf({}).map((visit) => formatDay(visit.day));
    // One visit each to twelve customers.
    expect(days).toHaveLength(12);
    expect(days.every((at) => at.startsWith('2026-11-'))).toBe(true);
    expect(days).toEqual(days.toSorted());
  });

  it('has the last visits that the spec sets instead', () => {
    const history = historyOf({ lastVisits: { c001: day('2026-08-03'), c002: null } });
    const daysOf = (id: string) => history.filter(({ customer }) => customer === id).map((visit) => formatDay(visit.day));
    expect([daysOf('c001'), daysOf('c002')]).toEqual([['2026-08-03'], []]);
  });

  it('leaves out the last visit of a share of the customers', () => {
    const [all, without] = [historyOf({ policy: weekly }), historyOf({ policy: weekly, missed: 0.25 })];
    const missing = all.filter((visit) => !without.some((other) => other.customer === visit.customer && other.day === visit.day));
    // A quarter of twelve at most: those who still have a visit late in the month.
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.length).toBeLessThanOrEqual(3);
    for (const { customer, day: at } of missing)
      expect(at).toBe(Math.max(...all.filter((one) => one.customer === customer).map((one) => one.day)));
  });
});
