import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { hours, minutes } from '../../../src/kernel/units.ts';
import { mostWork } from '../../../src/rules/day/most-work.ts';
import {
  aBreak,
  aBreakStop,
  aCustomer,
  aPolicy,
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

const work = { term: 'aggregate', slot: 0, of: 'work', side: 'above', limit: 28_800 };

describe('day/most-work, obligation', () => {
  it('is the limit', () => {
    expect(obligationOf(mostWork, aScene({ horizon: onlyMonday }), { most: hours(8) })).toEqual({ most: 28_800 });
  });
});

describe('day/most-work, compiled', () => {
  it('caps the work of each day under a must', () => {
    expect(termsOf(mostWork, aScene({ horizon: onlyMonday }), 'must', { most: hours(8) })).toEqual([{ ...work, price: FORBIDDEN }]);
  });

  it('prices what is over by the minute', () => {
    expect(termsOf(mostWork, aScene({ horizon: onlyMonday }), 30, { most: hours(8) })).toEqual([{ ...work, price: 0.5 }]);
  });
});

describe('day/most-work, audited', () => {
  const c1 = aCustomer();
  const territory = aTerritory({ customers: [c1], policy: aPolicy({ breaks: [aBreak()] }) });
  // From 08:00 to 16:00, ten minutes on the way home included, with an hour for lunch: seven hours.
  const round = aRound({ stops: [aVisitStop(c1, { start: '15:00', end: '15:50' })] });
  const days = [{ ...round, stops: [aBreakStop('lunch', '12:00', '13:00'), ...round.stops] }];
  const judge = (most: number) => breachesOf(mostWork, aReview({ territory, horizon: onlyMonday, days }), 30, { most });

  it('accepts as much as is allowed', () => {
    expect(judge(hours(7))).toEqual([]);
  });

  it('counts the minutes over', () => {
    const breaches = judge(hours(7) - minutes(10));
    expect(breaches).toMatchObject([{ units: 10, cost: 300 }]); // 10 × 30
    expect(breaches.map((breach) => textOf(mostWork, breach))).toEqual(['r1 is out for 420 min on 2026-12-07; the limit is 410 min.']);
  });
});
