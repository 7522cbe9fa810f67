import { describe, expect, it } from 'vitest';
import { cycleOf, cyclesIn } from '../../src/demand/cycle.ts';
import { day } from '../../src/domain/calendar.ts';

const month = { every: 'month' } as const;
const week = { every: 'days', length: 7 } as const;
const fourWeeks = { every: 'days', length: 28 } as const;

describe('cycleOf', () => {
  it('gives the calendar month of a day, leap days included', () => {
    expect(cycleOf(month, day('2028-02-10'))).toEqual({ first: day('2028-02-01'), last: day('2028-02-29') });
  });

  it('counts quarters and halves of a year from January', () => {
    expect(cycleOf({ every: 'months', count: 3 }, day('2027-05-31'))).toEqual({ first: day('2027-04-01'), last: day('2027-06-30') });
    expect(cycleOf({ every: 'months', count: 6 }, day('2023-12-31'))).toEqual({ first: day('2023-07-01'), last: day('2023-12-31') });
    expect(cycleOf({ every: 'months', count: 12 }, day('2028-02-29'))).toEqual({ first: day('2028-01-01'), last: day('2028-12-31') });
  });

  it('counts weeks from Monday to Sunday', () => {
    // 2026-12-09 is a Wednesday.
    expect(cycleOf(week, day('2026-12-09'))).toEqual({ first: day('2026-12-07'), last: day('2026-12-13') });
  });

  it('counts cycles of days from Monday 2024-01-01', () => {
    // 2024-01-01 + 28 = 2024-01-29.
    expect(cycleOf(fourWeeks, day('2024-01-28'))).toEqual({ first: day('2024-01-01'), last: day('2024-01-28') });
    expect(cycleOf(fourWeeks, day('2024-01-29'))).toEqual({ first: day('2024-01-29'), last: day('2024-02-25') });
  });

  it('counts backwards before that Monday too', () => {
    expect(cycleOf(week, day('2023-12-31'))).toEqual({ first: day('2023-12-25'), last: day('2023-12-31') });
  });
});

describe('cyclesIn', () => {
  it('lists each cycle with a day in the range, whole', () => {
    expect(cyclesIn(month, { first: day('2026-11-30'), last: day('2026-12-04') })).toEqual([
      { first: day('2026-11-01'), last: day('2026-11-30') },
      { first: day('2026-12-01'), last: day('2026-12-31') },
    ]);
  });

  it('lists one cycle for a range within it', () => {
    expect(cyclesIn(week, { first: day('2026-12-08'), last: day('2026-12-09') })).toHaveLength(1);
  });
});
