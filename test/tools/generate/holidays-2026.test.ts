import { describe, expect, it } from 'vitest';
import { readTerritory } from '../../../src/contract/territory/read-territory.ts';
import { day, workingDays } from '../../../src/domain/calendar.ts';
import { calendar2026, holidays2026 } from '../../../tools/generate/holidays-2026.ts';

const year = { first: day('2026-01-01'), last: day('2026-12-31') };

describe('the holidays of 2026', () => {
  it('leave 248 working days', () => {
    // 261 weekdays, less 19 of the 33 days off that fall on weekdays, plus 6 weekend days that are worked.
    expect(workingDays(calendar2026, year)).toHaveLength(248);
    expect(holidays2026.days.filter(({ isOffDay }) => isOffDay)).toHaveLength(33);
    expect(holidays2026.days.filter(({ isOffDay }) => !isOffDay)).toHaveLength(6);
  });

  it('are read back from their file as they are', () => {
    const territory = {
      id: 'x',
      timeZone: 'Asia/Shanghai',
      coordinates: 'wgs84',
      policy: 'tobacco',
      calendar: { workdays: [1, 2, 3, 4, 5], holidays: ['holidays/2026.json'] },
      customers: [{ id: 'c1', location: { lat: 31, lng: 121 }, tier: 'A' }],
      reps: [{ id: 'r1', start: { lat: 31, lng: 121 }, shifts: 'Mo-Fr 08:00-17:00', vehicles: ['e-bike'] }],
    };
    const files = new Map([
      ['territory.json', JSON.stringify(territory)],
      ['holidays/2026.json', JSON.stringify(holidays2026)],
    ]);
    expect(readTerritory(files).calendar).toEqual(calendar2026);
  });
});
