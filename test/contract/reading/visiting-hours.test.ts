import fc from 'fast-check';
import { lawCases } from '../../support/law-cases.ts';
import { describe, expect, it } from 'vitest';
import { formatVisitingHours, parseVisitingHours } from '../../../src/contract/reading/visiting-hours.ts';
import type { Weekday } from '../../../src/domain/calendar.ts';
import type { VisitingHours, Window } from '../../../src/domain/visiting-hours.ts';
import { hours, seconds } from '../../../src/kernel/units.ts';

const open = (...pairs: readonly (readonly [number, number])[]): readonly Window[] =>
  pairs.map(([from, until]) => ({ from: hours(from), until: hours(until) }));

function week(windows: Partial<Record<Weekday, readonly Window[]>>, onHolidays: readonly Window[] | null = null): VisitingHours {
  return { byWeekday: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [], ...windows }, onHolidays };
}

function understood(text: string): VisitingHours {
  const reading = parseVisitingHours(text);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.hours;
}

const nine = open([9, 17]);

describe('parseVisitingHours', () => {
  it('reads ranges of weekdays, several windows, closed days and holidays', () => {
    expect(understood('Mo-Fr 08:00-18:00; Sa 09:00-12:00,14:00-17:00; Su off; PH off')).toEqual(
      week({ 1: open([8, 18]), 2: open([8, 18]), 3: open([8, 18]), 4: open([8, 18]), 5: open([8, 18]), 6: open([9, 12], [14, 17]) }, []),
    );
  });

  it('takes times without days for every day', () => {
    const daily = understood('9:00-17:00');
    expect(daily.byWeekday[7]).toEqual(nine);
    expect(daily.onHolidays).toBeNull();
  });

  it('reads lists of days and ranges over the week’s end', () => {
    expect(understood('Mo,We 09:00-17:00')).toEqual(week({ 1: nine, 3: nine }));
    expect(understood('Sa-Mo 09:00-17:00')).toEqual(week({ 6: nine, 7: nine, 1: nine }));
  });

  it('lets a later part override an earlier one on its days', () => {
    expect(understood('Mo-Tu 08:00-12:00; Tu 09:00-17:00')).toEqual(week({ 1: open([8, 12]), 2: nine }));
  });

  it('adds what follows a comma and names days of its own', () => {
    expect(understood('Mo-Tu 09:00-17:00, Tu 18:00-20:00')).toEqual(week({ 1: nine, 2: open([9, 17], [18, 20]) }));
  });

  it('reads 24/7', () => {
    expect(understood('24/7').byWeekday[3]).toEqual(open([0, 24]));
  });

  it('names holidays together with weekdays', () => {
    expect(understood('Su,PH 09:00-17:00')).toEqual(week({ 7: nine }, nine));
  });

  it('runs past midnight, as a part of the evening', () => {
    expect(understood('Su 22:00-02:00')).toEqual(week({ 7: open([22, 26]) }));
  });

  it('joins windows that touch or overlap, and sorts them', () => {
    expect(understood('Mo 14:00-17:00,08:00-12:00,12:00-13:00')).toEqual(week({ 1: open([8, 13], [14, 17]) }));
  });

  it('reads full-width punctuation and small letters', () => {
    expect(understood('mo－tu 09：00–17：00；we 09:00～17:00')).toEqual(week({ 1: nine, 2: nine, 3: nine }));
  });

  it.each([
    ['周一至周五 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['星期一到五9：00－17：00；周六日休息', 'Mo-Fr 09:00-17:00; Sa-Su off'],
    ['周一、三、五 08:00-12:00、14:00-18:00', 'Mo,We,Fr 08:00-12:00,14:00-18:00'],
    ['每天 08:00~20:00，节假日不营业', 'Mo-Su 08:00-20:00, PH off'],
    ['礼拜二，礼拜天 09:00-17:00', 'Tu,Su 09:00-17:00'],
    ['工作日 09:00-17:00；周末 10:00-16:00', 'Mo-Fr 09:00-17:00; Sa-Su 10:00-16:00'],
    ['24小时营业', '24/7'],
  ])('reads %j as %j', (chinese, plain) => {
    expect(understood(chinese)).toEqual(understood(plain));
  });

  it('does not let a part without days override the parts before it', () => {
    const meant = 'names no days and would replace all hours before it; put a comma before it, or name its days';
    expect(parseVisitingHours('Mo-Fr 08:00-12:00; 13:00-17:00')).toEqual({ ok: false, problem: `"13:00-17:00" at character 20 ${meant}` });
  });

  it.each([
    ['', 'they are empty'],
    ['by appointment', '"by appointment"'],
    ['Mo-Fr 08:00', '"Mo-Fr 08:00" has no times that can be read in "08:00"'],
    ['Mo-Fr 08:00-49:00', '"Mo-Fr 08:00-49:00" has no times that can be read in "08:00-49:00"'],
    ['Mo-Fr 08:00-08:00', '"Mo-Fr 08:00-08:00" ends when it starts'],
    ['Mo-Fr 9-5', '"Mo-Fr 9-5" can be meant by day or by night; write minutes, such as 09:00-17:00'],
    ['Mo-Fr 9-5pm', '"Mo-Fr 9-5pm" does not say am or pm at both ends'],
    ['Mo 08:00-12:00; Xx 09:00-10:00', '"Xx 09:00-10:00" at character 17'],
    ['9:00-18:00 Mo-Fr', '"Mo-Fr" at character 12 has no times'],
    ['"ring first"', '""ring first"" has no hours but only a comment'],
    ['(Mo-Fr) 09:00-18:00', '"(Mo-Fr) 09:00-18:00" has a condition or a bracket'],
    ['Mo-Su sunrise-18:00', '"Mo-Su sunrise-18:00" depends on the sun'],
    ['SH off', '"SH off" names school holidays'],
    ['Feb 30 off', '"Feb 30 off" names dates, weeks or days that do not exist'],
    ['week 54 Mo 09:00-10:00', '"week 54 Mo 09:00-10:00" names dates, weeks or days that do not exist'],
    ['Su[6] 09:00-10:00', '"Su[6] 09:00-10:00" names dates, weeks or days that do not exist'],
    [
      'Dec 24-Jan 2 off; Mo-Fr 09:00-18:00',
      '"Mo-Fr 09:00-18:00" at character 19 would replace the hours of some dates before it; write those dates last',
    ],
    ['周一上午', '"Mo 上午" has no times that can be read in "上午"'],
  ])('refuses %j', (text, problem) => {
    expect(parseVisitingHours(text)).toEqual({ ok: false, problem });
  });
});

describe('formatVisitingHours', () => {
  it.each([
    'Mo-Fr 08:00-18:00; Sa 09:00-12:00,14:00-17:00; Su off; PH off',
    '24/7',
    'off',
    '08:30-17:30',
    'Mo off; Tu-Su 00:00-24:00',
    'Mo-Fr 09:00-18:00; Sa-Su off; Su[1] 10:00-14:00, Dec 24 15:00-16:00',
  ])('writes %j as it is read', (text) => {
    expect(formatVisitingHours(understood(text))).toBe(text);
  });

  it('is read back to the same hours', () => {
    // Cuts of the day in ascending order make windows that are apart.
    const windows = fc
      .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
      .map((cuts) => cuts.toSorted((a, b) => a - b))
      .map((cuts) =>
        Array.from({ length: Math.floor(cuts.length / 2) }, (_, i) => ({
          from: seconds((cuts[2 * i] ?? 0) * 60),
          until: seconds((cuts[2 * i + 1] ?? 0) * 60),
        })),
      );
    const byWeekday = fc.record({ 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows });
    fc.assert(
      fc.property(byWeekday, fc.option(windows), (days, onHolidays) => {
        const written = { byWeekday: days, onHolidays };
        expect(understood(formatVisitingHours(written))).toEqual(written);
      }),
      { numRuns: lawCases(100) },
    );
  });
});
