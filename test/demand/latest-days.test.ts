import { describe, expect, it } from 'vitest';
import { latestDays } from '../../src/demand/latest-days.ts';
import { type Calendar, day } from '../../src/domain/calendar.ts';

const calendar: Calendar = { workdays: [1, 2, 3, 4, 5], exceptions: new Map(), knownYears: null };
const workingWeek = { first: day('2026-12-07'), last: day('2026-12-11') }; // Monday to Friday

describe('latestDays', () => {
  it('is the longest gap after the last visit', () => {
    // 28 November + 12 = 10 December.
    const days = latestDays({ calendar, lastVisit: day('2026-11-28'), maxGapDays: 12, firstBy: null, horizon: workingWeek });
    expect(days).toEqual([day('2026-12-10')]);
  });

  it('has the first day for an overdue visit', () => {
    const days = latestDays({ calendar, lastVisit: day('2026-10-01'), maxGapDays: 12, firstBy: null, horizon: workingWeek });
    expect(days).toEqual([day('2026-12-07')]);
  });

  it('goes on from gap to gap as far as the horizon reaches', () => {
    // 5 December + 2 = 7, then 9 and 11.
    const days = latestDays({ calendar, lastVisit: day('2026-12-05'), maxGapDays: 2, firstBy: null, horizon: workingWeek });
    expect(days).toEqual([day('2026-12-07'), day('2026-12-09'), day('2026-12-11')]);
  });

  it('takes the last day for what falls due on the days off after it', () => {
    // 1 December + 12 = Sunday 13; the next plan starts on Monday 14.
    const days = latestDays({ calendar, lastVisit: day('2026-12-01'), maxGapDays: 12, firstBy: null, horizon: workingWeek });
    expect(days).toEqual([day('2026-12-11')]);
  });

  it('leaves to the next plan what falls due on its first working day', () => {
    // 2 December + 12 = Monday 14.
    expect(latestDays({ calendar, lastVisit: day('2026-12-02'), maxGapDays: 12, firstBy: null, horizon: workingWeek })).toEqual([]);
  });

  it('demands nothing without a last visit or without a longest gap', () => {
    expect(latestDays({ calendar, lastVisit: null, maxGapDays: 12, firstBy: null, horizon: workingWeek })).toEqual([]);
    expect(latestDays({ calendar, lastVisit: day('2026-10-01'), maxGapDays: null, firstBy: null, horizon: workingWeek })).toEqual([]);
  });
});
