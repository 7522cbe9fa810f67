import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { plannedDays, plannedVisits } from '../../../src/rules/measure/planned-days.ts';
import { aCustomer, aPlannedDay, aReview, aRound, aTerritory, aVisitStop, monday, onlyMonday } from '../../support/builders.ts';

const c1 = aCustomer({ id: 'c1' });
const stranger = aCustomer({ id: 'c9' });
const review = aReview({
  territory: aTerritory({ customers: [c1] }),
  horizon: onlyMonday,
  days: [aRound({ stops: [aVisitStop(c1, { start: '09:00' }), aVisitStop(stranger, { start: '10:00' })] })],
});

describe('plannedDays', () => {
  it('joins each day of the plan with its rep-day', () => {
    const [day, ...others] = plannedDays(review);
    expect(day?.repDay).toBe(review.repDays[0]);
    expect(day?.planned.stops).toHaveLength(2);
    expect(others).toEqual([]);
  });

  it('leaves out days on which the rep does not work', () => {
    const saturday = aPlannedDay({ day: addDays(monday, 5) });
    expect(plannedDays({ ...review, plan: { ...review.plan, days: [saturday] } })).toEqual([]);
  });
});

describe('plannedVisits', () => {
  it('joins each visit with its customer, strangers left out', () => {
    expect(plannedVisits(review).map(({ stop, customer }) => [stop.start, customer])).toEqual([[9 * 3600, c1]]);
  });
});
