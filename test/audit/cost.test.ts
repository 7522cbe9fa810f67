import { describe, expect, it } from 'vitest';
import { openCase } from '../../src/audit/audit-case.ts';
import { costOfDay, costOfPlan } from '../../src/audit/cost.ts';
import type { PlannedDay } from '../../src/domain/plan.ts';
import type { Duty } from '../../src/domain/policy.ts';
import { present } from '../../src/kernel/assert.ts';
import { at, office } from '../support/builders.ts';
import {
  c1,
  c2,
  duty,
  inputWith,
  leg,
  loopPlanned,
  lunch,
  mondayPlanned,
  plan,
  policy,
  territory,
  tuesdayPlanned,
  visit,
} from './handmade.ts';

const meeting = present(policy.duties[0], 'Meeting');

/** The cost of a day, under more duties than the meeting. */
function costOf(planned: PlannedDay, ...more: readonly Duty[]) {
  const busy = { ...territory, policy: { ...policy, duties: [...policy.duties, ...more] } };
  const { days } = openCase(inputWith({ territory: busy, plan: { ...plan, days: [planned] } }));
  return costOfDay(present(days[0], 'Day'));
}

describe('costOfDay', () => {
  it('adds up travel and waiting until the rep is back', () => {
    // Monday, 08:30 to 09:50: 4800 s. Ways 600 + 900 + 900, visits 2 × 600; 1200 s are left, the wait at c1.
    // Lunch comes after the end.
    expect(costOf(mondayPlanned)).toEqual({ travel: 2400, waiting: 1200 });
  });

  it('takes no break for waiting', () => {
    // Tuesday, 08:30 to 13:00: 16200 s. Ways 2 × 900, one visit, lunch 1800; 12000 s are left, 08:30 to 11:50.
    expect(costOf(tuesdayPlanned)).toEqual({ travel: 1800, waiting: 12_000 });
  });

  it('counts both legs of a way back by way of the vehicle', () => {
    // 08:30 to 10:10: 6000 s. Ways 600 + 1800 + 1800 + 600, visits 2 × 600; nothing is left.
    expect(costOf(loopPlanned)).toEqual({ travel: 4800, waiting: 0 });
  });

  it('costs nothing where nothing is to be done in the field', () => {
    const stops = [duty('meeting', '08:00', '08:30'), lunch('12:00')];
    expect(costOf({ ...mondayPlanned, stops, legs: [] })).toEqual({ travel: 0, waiting: 0 });
  });

  it('takes a duty amid the field time for work, and the wait for it for waiting', () => {
    const bank = { ...meeting, id: 'bank', from: at('10:00'), until: at('10:30') };
    const stops = [
      duty('meeting', '08:00', '08:30'),
      visit(c1, 1, { arrival: '08:40', start: '09:00' }),
      { ...duty('bank', '10:00', '10:30'), arrival: at('09:20') },
      visit(c2, 1, { arrival: '10:45' }),
      lunch('12:00'),
    ];
    const legs = [
      leg(office, c1.location, '08:30'),
      leg(c1.location, office, '09:10'),
      leg(office, c2.location, '10:30'),
      leg(c2.location, office, '10:55'),
    ];
    // 08:30 to 11:10: 9600 s. Ways 600 + 600 + 900 + 900, visits 2 × 600, bank 1800; waits 1200 at c1 and 2400 at the bank.
    expect(costOf({ ...mondayPlanned, stops, legs }, bank)).toEqual({ travel: 3000, waiting: 3600 });
    // Without visits: 08:30 to 10:30 less the half hour of the duty.
    expect(costOf({ ...mondayPlanned, stops: stops.filter(({ type }) => type === 'duty'), legs: [] }, bank)).toEqual({
      travel: 0,
      waiting: 5400,
    });
  });

  it('ends before a duty that closes the day', () => {
    const summary = { ...meeting, id: 'summary', from: at('14:00'), until: at('18:00') };
    const stops = [...mondayPlanned.stops, duty('summary', '14:00', '17:00')];
    expect(costOf({ ...mondayPlanned, stops }, summary)).toEqual({ travel: 2400, waiting: 1200 });
  });
});

describe('costOfPlan', () => {
  it('adds up days and prices', () => {
    const { days } = openCase(inputWith());
    // Travel 2400 + 1800, waiting 1200 + 12000, prices 29400 + 300.
    expect(costOfPlan(days, { 'customer/frequency': 29_400, 'day/shift': 300 })).toEqual({
      total: 47_100,
      travel: 4200,
      waiting: 13_200,
      byRule: { 'customer/frequency': 29_400, 'day/shift': 300 },
    });
  });
});
