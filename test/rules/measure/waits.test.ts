import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { waits } from '../../../src/rules/measure/waits.ts';
import { aCustomer, aReview, aRound, aSeries, aTerritory, aVisitStop } from '../../support/builders.ts';

describe('waits', () => {
  it('are the days to the first visit of a series, or all days of the plan', () => {
    const [c1, c2] = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
    const [seen, unseen] = [aSeries({ customer: c1, required: [true, true] }), aSeries({ customer: c2 })];
    const days = ['2026-12-09', '2026-12-11'].map((on, i) =>
      aRound({ day: day(on), stops: [aVisitStop(c1, { start: '09:00', nth: 2 - i })] }),
    );
    const waitOf = waits(aReview({ territory: aTerritory({ customers: [c1, c2] }), series: [seen, unseen], days }));
    expect([waitOf(seen), waitOf(unseen)]).toEqual([2, 5]);
  });
});
