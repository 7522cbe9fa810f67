import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { day, monthOf } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { present } from '../../src/kernel/assert.ts';
import { formatClock, hours } from '../../src/kernel/units.ts';
import { checkIn } from '../../src/policies/check-in.ts';
import { aCustomer, aRep, aTerritory, between } from '../support/builders.ts';

const rep = aRep({ shift: between('08:30', '17:30'), vehicles: ['car'] });
const tuesday = day('2026-12-08');

describe('the check-in preset', () => {
  it('plans every day before setting out, and reports on it before its end', () => {
    const repDay = present(repDaysOf(aTerritory({ policy: checkIn, reps: [rep] }), { first: tuesday, last: tuesday })[0], 'Tuesday');
    expect(repDay.duties.map(({ duty, from }) => `${duty.id} ${formatClock(from)}`)).toEqual(['day-plan 08:30', 'day-report 17:10']);
    // 08:50 to 17:10 less an hour of lunch.
    expect(repDay.fieldTime).toBe(hours(7) + 20 * 60);
  });

  it('has 4, 2 and 1 visits a month by tier, one of a prospect, and none of lost customers', () => {
    const customers = [
      ...['A', 'B', 'C'].map((tier, i) => aCustomer({ id: `c${i + 1}`, tier })),
      aCustomer({ id: 'c4', tier: 'A', status: 'potential' }),
      aCustomer({ id: 'c5', tier: 'A', status: 'lost' }),
    ];
    const series = visitsDue(aTerritory({ policy: checkIn, customers, reps: [rep] }), monthOf(tuesday));
    expect(series.map(({ customer, visits }) => [customer.id, visits.length])).toEqual([
      ['c1', 4],
      ['c2', 2],
      ['c3', 1],
      ['c4', 1],
    ]);
  });

  it('has at least four visits a day, in town and in the country', () => {
    expect(checkIn.rules.find(({ rule }) => rule === 'day/fewest-visits')?.params).toEqual({ town: 4, country: 4, walkIns: false });
  });
});
