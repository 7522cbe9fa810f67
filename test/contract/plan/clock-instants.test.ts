import { describe, expect, it } from 'vitest';
import { instantsOf } from '../../../src/contract/plan/clock-instants.ts';
import { day, instantOf } from '../../../src/domain/calendar.ts';
import { hours, seconds } from '../../../src/kernel/units.ts';

describe('instantsOf', () => {
  it.each([
    ['2026-12-07', 'Asia/Shanghai'],
    // Clocks go from 02:00 to 03:00, and from 03:00 back to 02:00.
    ['2026-03-29', 'Europe/Berlin'],
    ['2026-10-25', 'Europe/Berlin'],
  ])('tells on %s in %s what the calendar tells', (date, timeZone) => {
    const instants = instantsOf(day(date), timeZone);
    for (const clock of [seconds(0), hours(1.5), hours(8), seconds(36_005), seconds(86_399), hours(24), hours(25)]) {
      expect(instants(clock)).toBe(instantOf(day(date), clock, timeZone));
    }
  });
});
