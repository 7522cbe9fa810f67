import { describe, expect, it } from 'vitest';
import { day } from '../../../../src/domain/calendar.ts';
import { dailyHours } from '../../../../src/domain/visiting-hours.ts';
import { openingsOf } from '../../../../tools/generate/team/errand.ts';
import { clock, hoursOn } from '../../../../tools/generate/specs/people.ts';
import { companionId } from '../../../../src/kernel/ids.ts';
import { aCompanion, aContact, aCustomer, aTerritory, between } from '../../../support/builders.ts';
import { anErrand } from '../an-errand.ts';

const tuesday = day('2026-12-08');
const open = dailyHours(between('08:00', '12:00'), between('14:00', '18:00'));
const guide = aCompanion({ id: 'guide', hours: hoursOn([2], between('09:00', '15:00')), daysOff: [day('2026-12-15')] });
const territory = aTerritory({ companions: [guide] });

describe('openingsOf', () => {
  it('is the time that customer, contact and companion share', () => {
    const customer = aCustomer({ hours: open, companion: companionId('guide') });
    const contact = aContact({ hours: dailyHours(between('10:00', '14:30')) });
    const shared = [between('10:00', '12:00'), between('14:00', '14:30')];
    expect(openingsOf(territory, anErrand({ customer, contact }), tuesday)).toEqual(shared);
    // An inspection is not announced to anybody.
    const inspection = anErrand({ customer, contact: null, kind: 'inspection' });
    expect(openingsOf(territory, inspection, tuesday)).toEqual([between('08:00', '12:00'), between('14:00', '18:00')]);
  });

  it('is empty on closed days, and when the companion is away', () => {
    const customer = aCustomer({ hours: open, closedDays: [tuesday], companion: companionId('guide') });
    expect(openingsOf(territory, anErrand({ customer }), tuesday)).toEqual([]);
    expect(openingsOf(territory, anErrand({ customer }), day('2026-12-15'))).toEqual([]);
    expect(openingsOf(territory, anErrand({ customer }), day('2026-12-22'))).toEqual([
      between('09:00', '12:00'),
      between('14:00', '15:00'),
    ]);
  });

  it('is the time agreed on, and no other day', () => {
    const agreed = anErrand({ customer: aCustomer({ hours: open }), fixed: { day: tuesday, from: clock('12:30') } });
    expect(openingsOf(territory, agreed, tuesday)).toEqual([between('12:30', '13:00')]);
    expect(openingsOf(territory, agreed, day('2026-12-09'))).toEqual([]);
  });
});
