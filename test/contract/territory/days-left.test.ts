import { describe, expect, it } from 'vitest';
import { daysLeftOf } from '../../../src/contract/territory/days-left.ts';
import { day, formatDay } from '../../../src/domain/calendar.ts';
import { aPastVisit } from '../../support/builders.ts';

const january = { first: day('2027-01-01'), last: day('2027-01-31') };

function left(visits: readonly string[], { today = null as string | null, horizon = january } = {}) {
  const history = visits.map((at) => aPastVisit({ day: day(at) }));
  const { horizon: days, findings } = daysLeftOf({ history, horizon, today: today === null ? null : day(today), at: { file: '--to' } });
  return findings.length === 0 ? formatDay(days.first) : findings.map(({ code, value, hint }) => [code, value, hint]);
}

describe('daysLeftOf', () => {
  it('leaves all days where the history ends before them', () => {
    expect(left([])).toBe('2027-01-01');
    expect(left(['2026-12-31', '2026-11-02'])).toBe('2027-01-01');
  });

  it('leaves the days after the last visit of the history', () => {
    expect(left(['2027-01-06', '2027-01-05'])).toBe('2027-01-07');
  });

  it('refuses a history up to the last day of the plan', () => {
    const horizon = { first: day('2027-01-04'), last: day('2027-01-08') };
    expect(left(['2027-01-08'], { horizon })).toEqual([['HORIZON_OVER', '2027-01-08', 'Plan from 2027-01-09, or correct the history.']]);
  });

  it('refuses a visit after the plan, after today, or two weeks after all others', () => {
    const hint = (from: string) => `Correct the day of the visit, or plan from ${from}.`;
    expect(left(['2027-02-01'])).toEqual([['VISIT_IN_FUTURE', '2027-02-01', hint('2027-02-02')]]);
    expect(left(['2027-01-05', '2027-01-07'], { today: '2027-01-06' })).toEqual([['VISIT_IN_FUTURE', '2027-01-07', hint('2027-01-08')]]);
    // Friday 1 January is not over, so that the 15th comes 15 days after the last day that is.
    expect(left(['2026-12-31', '2027-01-14'])).toBe('2027-01-15');
    expect(left(['2026-12-31', '2027-01-15'])).toEqual([['VISIT_IN_FUTURE', '2027-01-15', hint('2027-01-16')]]);
  });
});
