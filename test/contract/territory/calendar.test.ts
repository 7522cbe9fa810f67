import { describe, expect, it } from 'vitest';
import { holidayFilesIn, yearsWithoutHolidays } from '../../../src/contract/territory/calendar.ts';
import { day, isWorkingDay } from '../../../src/domain/calendar.ts';
import { findingsOf, read, territoryJson } from '../territory-files.ts';

const holidays = {
  year: 2026,
  papers: ['a notice'],
  days: [
    { name: '国庆节', date: '2026-10-01', isOffDay: true },
    { name: '国庆节', date: '2026-10-10', isOffDay: false },
  ],
};

/** The calendar of a territory, with files beside it. */
const calendarOf = (calendar: unknown, files: Readonly<Record<string, unknown>> = {}) =>
  read({ ...territoryJson({ calendar }), ...files }).calendar;

describe('readCalendar', () => {
  it('is Monday to Friday without holidays by default', () => {
    expect(calendarOf(undefined)).toEqual({ workdays: [1, 2, 3, 4, 5], exceptions: new Map(), knownYears: null });
  });

  it('reads holidays and make-up days from a file', () => {
    const calendar = calendarOf({ holidays: ['holidays/2026.json'] }, { 'holidays/2026.json': holidays });
    expect(calendar.knownYears).toEqual([2026]);
    expect(isWorkingDay(calendar, day('2026-10-01'))).toBe(false); // a Thursday
    expect(isWorkingDay(calendar, day('2026-10-10'))).toBe(true); // a Saturday
  });

  it('reads holidays that stand in the document', () => {
    expect(calendarOf({ holidays: [holidays] }).knownYears).toEqual([2026]);
  });

  it('does not know a year whose notice is not out yet', () => {
    const calendar = calendarOf({ holidays: [holidays, { year: 2027, papers: [], days: [] }] });
    expect(calendar.knownYears).toEqual([2026]);
    expect(yearsWithoutHolidays(calendar, [day('2026-12-31'), day('2027-01-01'), day('2027-01-04')])).toEqual([2027]);
  });

  it('lets exceptions of the territory win', () => {
    const exceptions = [{ day: '2026-10-01', name: 'open all the same', working: true }];
    const calendar = calendarOf({ workdays: ['Mo', 6], holidays: [holidays], exceptions });
    expect(calendar.workdays).toEqual([1, 6]);
    expect(isWorkingDay(calendar, day('2026-10-01'))).toBe(true);
  });

  it('reports findings in a holiday file, by its name', () => {
    const wrong = { ...holidays, days: [{ name: 'x', date: '2026-13-01', isOffDay: true }] };
    expect(findingsOf({ ...territoryJson({ calendar: { holidays: ['h.json'] } }), 'h.json': wrong })).toMatchObject([
      { code: 'DATE_INVALID', at: { file: 'h.json', pointer: '/days/0/date' }, value: '2026-13-01' },
    ]);
  });
});

describe('holidayFilesIn', () => {
  it('names the files that a territory refers to', () => {
    expect(holidayFilesIn(JSON.stringify({ calendar: { holidays: ['a.json', holidays, 'b.json'] } }))).toEqual(['a.json', 'b.json']);
  });

  it('names none where the document cannot be read', () => {
    expect(holidayFilesIn('{')).toEqual([]);
    expect(holidayFilesIn('[]')).toEqual([]);
  });
});
