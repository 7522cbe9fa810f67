import { describe, expect, it } from 'vitest';
import { repDaysOf } from '../../src/domain/rep-day.ts';
import { formatClock } from '../../src/kernel/units.ts';
import { aDuty, aPolicy, aTerritory, at, onlyMonday } from '../support/builders.ts';

const hoursOf = (...duties: readonly ReturnType<typeof aDuty>[]) => {
  const [repDay] = repDaysOf(aTerritory({ policy: aPolicy({ duties }) }), onlyMonday);
  return repDay?.duties.map(({ duty, from, until }) => `${duty.id} ${formatClock(from)}-${formatClock(until)}`);
};

describe('duties of one day', () => {
  it('end where the next begins', () => {
    // 13:30-17:00 and 16:00-17:00: the first gives way at 16:00.
    const weekly = aDuty({ id: 'weekly', from: at('13:30'), until: at('17:00') });
    const monthly = aDuty({ id: 'monthly', from: at('16:00'), until: at('17:00') });
    expect(hoursOf(weekly, monthly)).toEqual(['weekly 13:30-16:00', 'monthly 16:00-17:00']);
  });

  it('share their time when they begin together', () => {
    // 210 minutes from 13:30: 105 each.
    const weekly = aDuty({ id: 'weekly', from: at('13:30'), until: at('17:00') });
    const monthly = aDuty({ id: 'monthly', from: at('13:30'), until: at('17:00') });
    expect(hoursOf(weekly, monthly)).toEqual(['weekly 13:30-15:15', 'monthly 15:15-17:00']);
  });
});
