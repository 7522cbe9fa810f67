import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { mostTravel } from '../../../src/rules/day/most-travel.ts';
import {
  aCustomer,
  aReview,
  aRound,
  aScene,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const travel = { term: 'aggregate', slot: 0, of: 'travel', side: 'above', limit: 1500 };

describe('day/most-travel, obligation', () => {
  it('is the limit', () => {
    expect(obligationOf(mostTravel, aScene({ horizon: onlyMonday }), { most: minutes(25) })).toEqual({ most: 1500 });
  });
});

describe('day/most-travel, compiled', () => {
  it('caps the travel of each day under a must', () => {
    expect(termsOf(mostTravel, aScene({ horizon: onlyMonday }), 'must', { most: minutes(25) })).toEqual([{ ...travel, price: FORBIDDEN }]);
  });

  it('prices what is over by the minute', () => {
    expect(termsOf(mostTravel, aScene({ horizon: onlyMonday }), 90, { most: minutes(25) })).toEqual([{ ...travel, price: 1.5 }]);
  });
});

describe('day/most-travel, audited', () => {
  const [c1, c2] = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
  const territory = aTerritory({ customers: [c1, c2] });
  // Three legs of ten minutes; the two hours of waiting between the visits do not count.
  const days = [aRound({ stops: [aVisitStop(c1, { start: '09:00' }), aVisitStop(c2, { start: '11:20' })] })];
  const judge = (most: number) => breachesOf(mostTravel, aReview({ territory, horizon: onlyMonday, days }), 90, { most });

  it('accepts as much as is allowed', () => {
    expect(judge(minutes(30))).toEqual([]);
  });

  it('counts the minutes over', () => {
    const breaches = judge(minutes(25));
    expect(breaches).toMatchObject([{ units: 5, cost: 450 }]); // 5 × 90
    expect(breaches.map((breach) => textOf(mostTravel, breach))).toEqual(['r1 travels for 30 min on 2026-12-07; the limit is 25 min.']);
  });
});
