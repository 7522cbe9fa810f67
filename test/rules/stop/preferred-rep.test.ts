import { describe, expect, it } from 'vitest';
import { preferredRep } from '../../../src/rules/stop/preferred-rep.ts';
import {
  aCustomer,
  aRep,
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

// c1 would rather see r1; c2 does not mind.
const c1 = aCustomer({ id: 'c1', preferredRep: 'r1' });
const c2 = aCustomer({ id: 'c2' });
const territory = aTerritory({ customers: [c1, c2], reps: [aRep({ id: 'r1' }), aRep({ id: 'r2' })] });

describe('stop/preferred-rep, obligation', () => {
  it('is the preferred rep of each customer that has one', () => {
    expect(obligationOf(preferredRep, aScene({ territory }))).toEqual(new Map([['c1', 'r1']]));
  });
});

describe('stop/preferred-rep, compiled', () => {
  it('prices the days of all other reps', () => {
    expect(termsOf(preferredRep, aScene({ territory, horizon: onlyMonday }), 1200)).toEqual([
      { term: 'slot', series: 0, slot: 1, price: 1200 },
    ]);
  });
});

describe('stop/preferred-rep, audited', () => {
  const visitedBy = (rep: string) => {
    const days = [aRound({ rep, stops: [aVisitStop(c1, { start: '09:00' }), aVisitStop(c2, { start: '10:00' })] })];
    return breachesOf(preferredRep, aReview({ territory, horizon: onlyMonday, days }), 1200);
  };

  it('counts each visit by another rep', () => {
    const breaches = visitedBy('r2');
    expect(breaches.map(({ units }) => units)).toEqual([1]);
    expect(breaches.map((breach) => textOf(preferredRep, breach))).toEqual(['c1 is visited by r2 on 2026-12-07, but prefers another rep.']);
  });

  it('accepts the preferred one', () => {
    expect(visitedBy('r1')).toEqual([]);
  });
});
