import { describe, expect, it } from 'vitest';
import { type RestQuestion, daysWithRoomForRest } from '../../src/demand/room-for-the-rest.ts';
import { day, formatDay, monthOf } from '../../src/domain/calendar.ts';
import { aCalendar } from '../support/builders.ts';

// December 2026 ends on a Thursday.
const fourthWeek = { first: day('2026-12-21'), last: day('2026-12-27') };
const lastDay = (given: Partial<RestQuestion>) => {
  const usual = { calendar: aCalendar(), cycle: monthOf(day('2026-12-01')), days: fourthWeek, minGapDays: 9, rest: 1 };
  return formatDay(daysWithRoomForRest({ ...usual, ...given }).last);
};

describe('daysWithRoomForRest', () => {
  it('ends as long before the last day of the cycle as the next visit needs', () => {
    // Tuesday 22 + 9 = Thursday 31 December.
    expect(lastDay({})).toBe('2026-12-22');
  });

  it('takes all days where no visit is left, or where any day leaves room', () => {
    expect(lastDay({ rest: 0 })).toBe('2026-12-27');
    expect(lastDay({ minGapDays: 3 })).toBe('2026-12-27');
    expect(lastDay({ days: { first: day('2026-12-28'), last: day('2026-12-31') } })).toBe('2026-12-31');
  });

  it('does what it can where not all visits have room', () => {
    expect(lastDay({ rest: 3 })).toBe('2026-12-22');
  });

  it('takes all days where none leaves room', () => {
    expect(lastDay({ minGapDays: 18 })).toBe('2026-12-27');
  });
});
