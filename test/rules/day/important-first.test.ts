import { describe, expect, it } from 'vitest';
import { importantFirst } from '../../../src/rules/day/important-first.ts';
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
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

// Tiers A, B and C: two steps above the last, one, none.
const a = aCustomer({ id: 'c1', tier: 'A' });
const b = aCustomer({ id: 'c2', tier: 'B' });
const c = aCustomer({ id: 'c3', tier: 'C' });
const territory = aTerritory({ customers: [a, b, c] });

describe('day/important-first, obligation', () => {
  it('is the steps of each customer above the last tier', () => {
    expect(obligationOf(importantFirst, aScene({ territory }))).toEqual(
      new Map([
        ['c1', 2],
        ['c2', 1],
      ]),
    );
  });
});

describe('day/important-first, compiled', () => {
  it('prices waiting by the steps above the last tier', () => {
    expect(termsOf(importantFirst, aScene({ territory }), 600)).toEqual([
      { term: 'order', series: 0, price: 1200 },
      { term: 'order', series: 1, price: 600 },
    ]);
  });

  it('lets walk-ins wait', () => {
    const series = [aSeries({ customer: a, frequency: aFrequency({ kind: 'walk-in' }) })];
    expect(termsOf(importantFirst, aScene({ territory, series }), 600)).toEqual([]);
  });
});

describe('day/important-first, audited', () => {
  const judge = (...stops: readonly ReturnType<typeof aVisitStop>[]) =>
    breachesOf(importantFirst, aReview({ territory, horizon: onlyMonday, days: [aRound({ stops })] }), 600);

  it('adds up the waiting of the day', () => {
    // From 08:00: c1 waits 1 hour twice, c2 2 hours once, c3 nothing: 4 × 600.
    const breaches = judge(aVisitStop(a, { start: '09:00' }), aVisitStop(b, { start: '10:00' }), aVisitStop(c, { start: '11:00' }));
    expect(breaches).toMatchObject([{ units: 4, cost: 2400 }]);
    // 4 hours over 3 steps
    expect(breaches.map((breach) => textOf(importantFirst, breach))).toEqual([
      'On 2026-12-07 the visits of r1 begin 80 min after the start on average, weighted by importance.',
    ]);
  });

  it('demands nothing of days without important customers', () => {
    expect(judge(aVisitStop(c, { start: '11:00' }))).toEqual([]);
  });
});
