import { describe, expect, it } from 'vitest';
import { type Day, addWorkingDays, day, formatDay, workingDayFor } from '../../src/domain/calendar.ts';
import { calendar2026 } from '../../tools/generate/holidays-2026.ts';
import { aCalendar } from '../support/builders.ts';

const dateOf = (at: Day | null) => (at === null ? null : formatDay(at));

describe('workingDayFor', () => {
  const moved = (date: string, where: 'next' | 'previous' | 'skip') => dateOf(workingDayFor(calendar2026, day(date), where));

  it('leaves working days where they are, make-up days included', () => {
    expect(moved('2026-12-07', 'skip')).toBe('2026-12-07');
    expect(moved('2026-02-28', 'next')).toBe('2026-02-28'); // a Saturday, worked for the Spring Festival
  });

  it('moves days off to the working day beside them, over the whole of the holidays', () => {
    // The Spring Festival is off from 15 to 23 February; Saturday 14 is worked for it.
    expect(moved('2026-02-18', 'next')).toBe('2026-02-24');
    expect(moved('2026-02-18', 'previous')).toBe('2026-02-14');
    expect(moved('2026-02-18', 'skip')).toBeNull();
  });

  it('gives up where there is no working day in a month', () => {
    expect(workingDayFor(aCalendar({ workdays: [] }), day('2026-12-07'), 'next')).toBeNull();
  });
});

describe('addWorkingDays', () => {
  const after = (date: string, n: number) => dateOf(addWorkingDays(calendar2026, day(date), n));

  it('counts working days forwards and backwards', () => {
    expect(after('2026-12-11', 1)).toBe('2026-12-14');
    expect(after('2026-12-14', -2)).toBe('2026-12-10');
    expect(after('2026-12-12', 0)).toBe('2026-12-12');
  });

  it('passes over holidays', () => {
    // 30 September, then 8, 9 and Saturday 10 October.
    expect(after('2026-09-30', 3)).toBe('2026-10-10');
  });
});
