import { describe, expect, it } from 'vitest';
import { parseVisitingHours } from '../../../src/contract/reading/visiting-hours.ts';
import { type Calendar, type CalendarException, day } from '../../../src/domain/calendar.ts';
import { hoursOn } from '../../../src/domain/hours/hours-on.ts';
import { formatClock } from '../../../src/kernel/units.ts';

/** A calendar of Monday to Friday with exceptions: `false` for holidays, `true` for make-up days, a number for the weekday that one stands for. */
function calendarWith(exceptions: Readonly<Record<string, boolean | 3>> = {}): Calendar {
  const entries = Object.entries(exceptions).map(([date, what]): readonly [ReturnType<typeof day>, CalendarException] => [
    day(date),
    { day: day(date), name: '', working: what !== false, ...(what === 3 && { standsFor: what }) },
  ]);
  return { workdays: [1, 2, 3, 4, 5], exceptions: new Map(entries), knownYears: null };
}

function openOn(written: string, date: string, calendar = calendarWith()): string {
  const reading = parseVisitingHours(written);
  if (!reading.ok) throw new Error(reading.problem);
  return hoursOn(calendar, reading.hours, day(date))
    .map(({ from, until }) => `${formatClock(from)}-${formatClock(until)}`)
    .join(',');
}

describe('hoursOn', () => {
  it.each([
    // The first Sunday of 2027 is 3 January, the last one 31 January.
    ['Mo-Fr 08:00-18:00; Su[1] 10:00-14:00', '2027-01-03', '10:00-14:00'],
    ['Mo-Fr 08:00-18:00; Su[1] 10:00-14:00', '2027-01-10', ''],
    ['Su[-1] 10:00-14:00', '2027-01-31', '10:00-14:00'],
    ['Tu[2-3] 10:00-14:00', '2027-01-19', '10:00-14:00'],
    // 4 January 2027 begins week 1, 3 January 2027 ends week 53 of 2026.
    ['week 1-53/2 Mo-Fr 08:00-18:00', '2027-01-04', '08:00-18:00'],
    ['week 1-53/2 Mo-Fr 08:00-18:00', '2027-01-11', ''],
    ['week 53 Su 08:00-18:00', '2027-01-03', '08:00-18:00'],
    ['Mo-Su 09:00-18:00; Dec 24-Jan 2 off', '2027-01-02', ''],
    ['Mo-Su 09:00-18:00; Dec 24-Jan 2 off', '2027-01-03', '09:00-18:00'],
    ['Mo-Su 09:00-18:00; 2027 Dec 24-26 off', '2026-12-25', '09:00-18:00'],
    ['Mo-Su 09:00-18:00; 2027 Dec 24-26 off', '2027-12-25', ''],
    ['Oct 01 - Jun 14: Mo-Fr 08:30-14:30; Jun 15 -Sep 30: Mo-Fr 08:00-14:00', '2027-06-14', '08:30-14:30'],
    ['Oct 01 - Jun 14: Mo-Fr 08:30-14:30; Jun 15 -Sep 30: Mo-Fr 08:00-14:00', '2027-06-15', '08:00-14:00'],
    ['Apr-Oct 09:00-18:00', '2027-10-31', '09:00-18:00'],
    ['Apr-Oct 09:00-18:00', '2027-11-01', ''],
    ['Mo-Fr 09:00-12:00, Jul,Aug Mo-Fr 14:00-16:00', '2027-07-05', '09:00-12:00,14:00-16:00'],
    ['Mo-Fr 09:00-18:00; Aug Fr 12:00-13:00 off', '2027-08-06', '09:00-12:00,13:00-18:00'],
    // Evenings go on after midnight.
    ['Fr,Sa 20:00-03:00', '2027-01-09', '00:00-03:00,20:00-24:00'],
    ['Fr,Sa 20:00-03:00', '2027-01-10', '00:00-03:00'],
  ])('%j is open on %s at %j', (written, date, open) => {
    expect(openOn(written, date)).toBe(open);
  });

  it('has the night after the evening on which it began, holiday or not', () => {
    const holiday = calendarWith({ '2027-01-06': false });
    expect(openOn('Mo-Su 18:00-02:00; PH off', '2027-01-06', holiday)).toBe('00:00-02:00');
    expect(openOn('Mo-Su 18:00-02:00; PH off', '2027-01-07', holiday)).toBe('18:00-24:00');
    expect(openOn('PH 22:00-02:00; Mo-Su 09:00-18:00', '2027-01-07', holiday)).toBe('00:00-02:00,09:00-18:00');
  });

  it('has the hours of a working day on a make-up Saturday', () => {
    const makeUp = calendarWith({ '2027-01-09': true });
    expect(openOn('Mo-Fr 09:00-18:00', '2027-01-09', makeUp)).toBe('09:00-18:00');
    expect(openOn('Tu-Fr 09:00-18:00; Sa-Su off; PH off', '2027-01-09', makeUp)).toBe('09:00-18:00');
    expect(openOn('Mo-Fr 09:00-18:00; Sa 10:00-12:00', '2027-01-09', makeUp)).toBe('09:00-18:00');
    expect(openOn('Mo-Fr 09:00-18:00; We 10:00-12:00', '2027-01-09', calendarWith({ '2027-01-09': 3 }))).toBe('10:00-12:00');
  });
});
