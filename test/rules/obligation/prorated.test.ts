import { describe, expect, it } from 'vitest';
import type { RepDay } from '../../../src/domain/rep-day/rep-day.ts';
import { hours, seconds } from '../../../src/kernel/units.ts';
import { present } from '../../../src/kernel/assert.ts';
import { prorated } from '../../../src/rules/obligation/prorated.ts';
import { aReview } from '../../support/builders.ts';

describe('prorated', () => {
  const repDay = present(aReview().repDays[0], 'A rep-day');
  const dayOf = (fieldTime: number, fullFieldTime: number): RepDay => ({
    ...repDay,
    fieldTime: seconds(fieldTime),
    fullFieldTime: seconds(fullFieldTime),
  });

  it('is the number itself on a full day', () => {
    expect(prorated(30, dayOf(hours(7), hours(7)))).toBe(30);
  });

  it('shrinks with the field time', () => {
    // 30 × 3.5 ÷ 7
    expect(prorated(30, dayOf(hours(3.5), hours(7)))).toBe(15);
  });

  it('keeps whole results whole', () => {
    // 21 × 9,000 ÷ 27,000 = 7, though ⅓ is no binary fraction
    expect(prorated(21, dayOf(9000, 27_000))).toBe(7);
  });

  it('never grows, and is 0 where no day has field time', () => {
    expect(prorated(30, dayOf(hours(8), hours(7)))).toBe(30);
    expect(prorated(30, dayOf(0, 0))).toBe(0);
  });
});
