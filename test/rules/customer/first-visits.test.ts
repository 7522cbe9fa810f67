import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { waitTerm, waits } from '../../../src/rules/customer/first-visits.ts';
import { aCustomer, aReview, aRound, aSeries, aTerritory, aVisitStop, week } from '../../support/builders.ts';

describe('waitTerm', () => {
  // The week has five days: the wait is told as a gap from six days before it.
  const { before, between, open } = waitTerm(0, week, (days) => 100 * days);

  it('prices the days until the first visit', () => {
    expect(before).toBe(-6);
    expect([0, 1, 4].map((first) => between(first + 6))).toEqual([0, 100, 400]);
  });

  it('prices the whole plan where there is no visit', () => {
    expect(open(5 + 6)).toBe(500);
  });

  it('says nothing of gaps between visits and after the last one', () => {
    expect([1, 2, 3, 4, 5].flatMap((days) => [between(days), open(days)])).toEqual(Array<number>(10).fill(0));
  });
});

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
