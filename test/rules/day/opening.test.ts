import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { opening } from '../../../src/rules/day/opening.ts';
import {
  aCustomer,
  aReview,
  aRound,
  aScene,
  aVisitStop,
  breachesOf,
  monday,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

describe('day/opening, obligation', () => {
  it('is the same for all days', () => {
    expect(obligationOf(opening, aScene({ horizon: onlyMonday }))).toEqual({});
  });
});

describe('day/opening, compiled', () => {
  it('prices each day', () => {
    expect(termsOf(opening, aScene({ horizon: onlyMonday }), 1800)).toEqual([{ term: 'opening', slot: 0, price: 1800 }]);
    expect(termsOf(opening, aScene(), 1800)).toHaveLength(5);
  });
});

describe('day/opening, audited', () => {
  it('counts the days with visits', () => {
    const [c1, c2] = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
    const days = [
      aRound({ stops: [aVisitStop(c1, { start: '09:00' })] }),
      aRound({ day: addDays(monday, 3), stops: [aVisitStop(c1, { start: '09:00' }), aVisitStop(c2, { start: '10:00' })] }),
    ];
    const breaches = breachesOf(opening, aReview({ days }), 1800);
    expect(breaches.map(({ units }) => units)).toEqual([1, 1]);
    expect(breaches.map((breach) => textOf(opening, breach))).toEqual(['r1 goes out on 2026-12-07.', 'r1 goes out on 2026-12-10.']);
  });

  it('counts none on days without visits', () => {
    expect(breachesOf(opening, aReview(), 1800)).toEqual([]);
  });
});
