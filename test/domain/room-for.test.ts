import { describe, expect, it } from 'vitest';
import { roomFor } from '../../src/domain/room-for.ts';
import { day, daysOf } from '../../src/domain/calendar.ts';

const days = daysOf({ first: day('2026-12-07'), last: day('2026-12-11') }); // Monday to Friday

describe('roomFor', () => {
  it('holds visits at the smallest distance, the first on the first day', () => {
    // Monday and Friday are four days apart.
    expect(roomFor({ days, minGapDays: 4, lastVisit: null })).toBe(2);
    expect(roomFor({ days, minGapDays: 5, lastVisit: null })).toBe(1);
  });

  it('keeps its distance from the last visit', () => {
    // 5 December + 4 = Wednesday 9; four days on is past Friday.
    expect(roomFor({ days, minGapDays: 4, lastVisit: day('2026-12-05') })).toBe(1);
    // 5 December + 9 = 14 December.
    expect(roomFor({ days, minGapDays: 9, lastVisit: day('2026-12-05') })).toBe(0);
  });

  it('holds one visit a day where there is no least distance', () => {
    expect(roomFor({ days, minGapDays: 0, lastVisit: day('2026-12-04') })).toBe(5);
  });
});
