import { describe, expect, it } from 'vitest';
import { paceAt } from '../../src/demand/pace.ts';
import { type Calendar, day, monthOf } from '../../src/domain/calendar.ts';

const weekdays: Calendar = { workdays: [1, 2, 3, 4, 5], exceptions: new Map(), knownYears: null };
const december = monthOf(day('2026-12-01')); // 1 December 2026 is a Tuesday: 23 working days

describe('paceAt', () => {
  it('is the share of the working days that have passed, times the visits', () => {
    // Tuesday 1 to Friday 11: 4 + 5 = 9 of 23 working days; 4 × 9 ÷ 23.
    expect(paceAt({ calendar: weekdays, cycle: december, until: day('2026-12-11'), visits: 4 })).toBe(36 / 23);
  });

  it('is all visits once the last working day has passed, though days off follow', () => {
    // 2026-10-31 is a Saturday; Friday 30 is the last working day.
    const october = monthOf(day('2026-10-01'));
    expect(paceAt({ calendar: weekdays, cycle: october, until: day('2026-10-30'), visits: 4 })).toBe(4);
  });

  it('counts make-up days and leaves out holidays', () => {
    const calendar: Calendar = {
      ...weekdays,
      exceptions: new Map([
        [day('2026-12-05'), { day: day('2026-12-05'), name: 'make-up day', working: true }],
        [day('2026-12-31'), { day: day('2026-12-31'), name: 'holiday', working: false }],
      ]),
    };
    // 4 weekdays and the Saturday of 23 + 1 − 1 working days.
    expect(paceAt({ calendar, cycle: december, until: day('2026-12-06'), visits: 1 })).toBe(5 / 23);
  });

  it('owes nothing in a cycle without working days', () => {
    const calendar: Calendar = { ...weekdays, workdays: [] };
    expect(paceAt({ calendar, cycle: december, until: december.last, visits: 4 })).toBe(0);
  });
});
