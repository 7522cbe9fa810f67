import { describe, expect, it } from 'vitest';
import { checkHorizon } from '../../../src/contract/territory/check-horizon.ts';
import { addDays, day } from '../../../src/domain/calendar.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { aCalendar, aTerritory } from '../../support/builders.ts';
import { findingsIn } from '../../support/findings.ts';

const at = { file: '--to' };

const findingsOf = (territory: Territory, first: string, last: string) =>
  findingsIn(() => checkHorizon(territory, { horizon: { first: day(first), last: day(last) }, at }));

describe('checkHorizon', () => {
  it('accepts days on which a rep works', () => {
    expect(findingsOf(aTerritory(), '2026-12-07', '2026-12-11')).toEqual([]);
  });

  it('refuses a last day before the first', () => {
    expect(findingsOf(aTerritory(), '2026-12-07', '2026-12-06')).toMatchObject([
      {
        code: 'HORIZON_REVERSED',
        at,
        value: '2026-12-06',
        message: 'The last day is before the first day, 2026-12-07',
        hint: 'Exchange the two days.',
      },
    ]);
  });

  it('takes 92 days and no more', () => {
    // 7 December + 91 = 8 March.
    expect(addDays(day('2026-12-07'), 91)).toBe(day('2027-03-08'));
    expect(findingsOf(aTerritory(), '2026-12-07', '2027-03-08')).toEqual([]);
    expect(findingsOf(aTerritory(), '2026-12-07', '2027-03-09')).toMatchObject([
      { code: 'HORIZON_TOO_LONG', at, value: '93 days', message: 'One plan has at most 92 days' },
    ]);
  });

  it('refuses a year without holidays, and names the file to add', () => {
    const territory = aTerritory({ calendar: aCalendar({ knownYears: [2026] }) });
    expect(findingsOf(territory, '2026-12-28', '2027-01-03')).toMatchObject([
      {
        code: 'CALENDAR_YEAR_UNKNOWN',
        at: { file: 'territory.json', pointer: '/calendar/holidays' },
        message: 'The calendar has no holidays for 2027',
        hint: 'Add holidays/2027.json (in the holiday-cn format) and name it under calendar.holidays in territory.json.',
      },
    ]);
    // The cycle of December 2026 reaches back into no other year, but one that did would be fine.
    expect(findingsOf(territory, '2026-12-28', '2026-12-31')).toEqual([]);
  });

  it('asks for no holidays where the calendar has weekdays only', () => {
    expect(findingsOf(aTerritory({ calendar: aCalendar({ knownYears: null }) }), '2026-12-28', '2027-01-03')).toEqual([]);
  });

  it('refuses days on which no rep works', () => {
    expect(findingsOf(aTerritory(), '2026-12-12', '2026-12-13')).toMatchObject([
      { code: 'NOBODY_AT_WORK', at, value: '2026-12-12 to 2026-12-13' },
    ]);
  });
});
