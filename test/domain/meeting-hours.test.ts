import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { meetingHours } from '../../src/domain/meeting-hours.ts';
import type { VisitSeries } from '../../src/domain/visit.ts';
import { dailyHours } from '../../src/domain/visiting-hours.ts';
import { minutes } from '../../src/kernel/units.ts';
import { aCommitment, aCompanion, aContact, aCustomer, aSeries, aTerritory, at, between, monday } from '../support/builders.ts';

const tuesday = day('2026-12-08');
const customer = aCustomer({ hours: dailyHours(between('08:00', '12:00'), between('14:00', '18:00')) });
const hoursOf = (given: Partial<VisitSeries>, on = monday) => meetingHours(aTerritory(), aSeries({ customer, ...given }), on);

describe('meetingHours', () => {
  it('are the customer’s where nobody in particular is met', () => {
    expect(hoursOf({})).toEqual([between('08:00', '12:00'), between('14:00', '18:00')]);
  });

  it('lie within those of the contact', () => {
    const contact = aContact({ hours: dailyHours(between('10:00', '15:00')) });
    expect(hoursOf({ contact })).toEqual([between('10:00', '12:00'), between('14:00', '15:00')]);
    expect(hoursOf({ contact: aContact({ hours: null }) })).toHaveLength(2);
  });

  it('lie within those of the companion, who may be off', () => {
    const companion = aCompanion({ hours: dailyHours(between('14:30', '17:00')), daysOff: [tuesday] });
    expect(hoursOf({ companion })).toEqual([between('14:30', '17:00')]);
    expect(hoursOf({ companion }, tuesday)).toEqual([]);
  });

  it('are the time agreed on, whatever the hours', () => {
    const times = [{ day: monday, from: at('12:30'), until: at('13:00'), with: null }];
    expect(hoursOf({ times })).toEqual([between('12:30', '13:00')]);
    expect(hoursOf({ times }, tuesday)).toEqual([]);
  });

  it('are the time that an earlier plan named for the day', () => {
    const held = aCommitment({ at: at('09:00'), firmness: 'announced' });
    expect(hoursOf({ commitments: [held], dwell: minutes(20) })).toEqual([between('09:00', '09:20')]);
    expect(hoursOf({ commitments: [held] }, tuesday)).toHaveLength(2);
    expect(hoursOf({ commitments: [{ ...held, at: null }] })).toHaveLength(2);
  });
});
