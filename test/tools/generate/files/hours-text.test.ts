import { describe, expect, it } from 'vitest';
import { parseVisitingHours } from '../../../../src/contract/reading/visiting-hours.ts';
import { dailyHours } from '../../../../src/domain/visiting-hours.ts';
import { hoursText } from '../../../../tools/generate/files/hours-text.ts';
import { drawOpening } from '../../../../tools/generate/people/opening.ts';
import { createRandom } from '../../../../src/kernel/random.ts';
import { hours } from '../../../../src/kernel/units.ts';

const morning = { from: hours(9), until: hours(12) };
const afternoon = { from: hours(14), until: hours(17.5) };

describe('hoursText', () => {
  it('writes hours that are read as they were meant', () => {
    const random = createRandom(3);
    const all = Array.from({ length: 200 }, () => drawOpening(random)).filter((one) => one !== null);
    for (const one of all) expect(parseVisitingHours(hoursText(one))).toEqual({ ok: true, hours: one });
  });

  it('writes runs of weekdays, and days with hours of their own', () => {
    const { byWeekday } = dailyHours(morning, afternoon);
    const some = { byWeekday: { ...byWeekday, 3: [morning], 6: [], 7: [] }, onHolidays: null };
    expect(hoursText(some)).toBe('Mo-Tu,Th-Fr 09:00-12:00,14:00-17:30; We 09:00-12:00');
    expect(parseVisitingHours(hoursText(some))).toEqual({ ok: true, hours: some });
  });

  it('leaves unknown hours empty', () => {
    expect(hoursText(null)).toBe('');
  });
});
