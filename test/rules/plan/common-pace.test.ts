import { describe, expect, it } from 'vitest';
import { commonPace } from '../../../src/rules/plan/common-pace.ts';
import {
  aCustomer,
  aFrequency,
  aReview,
  aRound,
  aScene,
  aSeries,
  aTerritory,
  aVisitStop,
  breachesOf,
  monday,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

// Five customers of r1, each with an optional visit that is half a visit behind: 2.5 together. c6 is somebody else's.
const mine = ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => aCustomer({ id, requiredRep: 'r1' }));
const other = aCustomer({ id: 'c6', requiredRep: 'r2' });
const territory = aTerritory({ customers: [...mine, other] });
const series = [...mine, other].map((customer) => aSeries({ customer, required: [false], days: onlyMonday }));

describe('plan/common-pace, obligation', () => {
  it('is the fewest visits of all series of one frequency and one rep', () => {
    // 5 × 0.5 = 2.5 for r1; the half of r2 comes to no visit.
    expect(obligationOf(commonPace, aScene({ territory, series, horizon: onlyMonday }))).toEqual([
      { frequency: 'monthly', rep: 'r1', members: new Set(series.slice(0, 5)), least: 2 },
    ]);
  });
});

describe('plan/common-pace, compiled', () => {
  it('demands the whole visits of the sum of all paces', () => {
    expect(termsOf(commonPace, aScene({ territory, series, horizon: onlyMonday }), 3600)).toEqual([
      { term: 'group', slots: [0], of: { per: Int32Array.of(1, 1, 1, 1, 1, 0) }, side: 'below', limit: 2, price: 3600 },
    ]);
  });

  it('adds required visits, and counts each frequency by itself', () => {
    // Two required ones and three halves under one frequency: 2 + 1; two halves under another: 1.
    const weekly = aFrequency({ id: 'weekly' });
    const mixed = [
      ...mine.slice(0, 2).map((customer) => aSeries({ customer, days: onlyMonday })),
      ...mine.slice(2).map((customer) => aSeries({ customer, required: [false], days: onlyMonday })),
      ...mine.slice(0, 2).map((customer) => aSeries({ customer, frequency: weekly, required: [false], days: onlyMonday })),
    ];
    expect(termsOf(commonPace, aScene({ territory, series: mixed, horizon: onlyMonday }), 60)).toMatchObject([{ limit: 3 }, { limit: 1 }]);
  });

  it('demands nothing where less than a visit is behind, or where a frequency is a limit', () => {
    const all = mine.map((customer) => aSeries({ customer, days: onlyMonday }));
    expect(termsOf(commonPace, aScene({ territory, series: all, horizon: onlyMonday }), 60)).toEqual([]);
    const most = aFrequency({ count: { bound: 'atMost', visits: 1 } });
    const limited = mine.map((customer) => aSeries({ customer, frequency: most, required: [false], days: onlyMonday }));
    expect(termsOf(commonPace, aScene({ territory, series: limited, horizon: onlyMonday }), 60)).toEqual([]);
  });
});

describe('plan/common-pace, audited', () => {
  const judge = (visits: number) => {
    const stops = mine
      .slice(0, visits)
      .map((customer, i) => aVisitStop(customer, { start: `${String(9 + i).padStart(2, '0')}:00`, required: false }));
    return breachesOf(commonPace, aReview({ territory, series, horizon: onlyMonday, days: [aRound({ day: monday, stops })] }), 3600);
  };

  it('accepts as many visits, to any of the customers', () => {
    expect(judge(2)).toEqual([]);
  });

  it('counts the visits that are missing', () => {
    const breaches = judge(1);
    expect(breaches).toMatchObject([{ units: 1 }]);
    expect(breaches.map((breach) => textOf(commonPace, breach))).toEqual([
      'Under monthly 1 visits of r1 are planned; the common pace is 2.',
    ]);
  });
});
