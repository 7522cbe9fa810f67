import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { allowedArea } from '../../../src/rules/stop/allowed-area.ts';
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

// r1 serves the east, r2 everything; c1 lies in the west, c2 nowhere in particular.
const c1 = aCustomer({ id: 'c1', area: 'west' });
const c2 = aCustomer({ id: 'c2' });
const territory = aTerritory({ customers: [c1, c2], reps: [aRep({ id: 'r1', areas: ['east', 'north'] }), aRep({ id: 'r2' })] });
const scene = aScene({ territory, horizon: onlyMonday });

describe('stop/allowed-area, obligation', () => {
  it('is the reps who serve the area of a customer', () => {
    expect(obligationOf(allowedArea, scene)).toEqual(new Map([['c1', new Set(['r2'])]]));
  });
});

describe('stop/allowed-area, compiled', () => {
  it('forbids visits outside of a rep’s areas under a must', () => {
    expect(termsOf(allowedArea, scene, 'must')).toEqual([{ term: 'slot', series: 0, slot: 0, price: FORBIDDEN }]);
  });

  it('prices each of them otherwise', () => {
    expect(termsOf(allowedArea, scene, 1800)).toEqual([{ term: 'slot', series: 0, slot: 0, price: 1800 }]);
  });

  it('lets a rep visit their own areas', () => {
    const own = aTerritory({ ...territory, customers: [aCustomer({ area: 'north' })] });
    expect(termsOf(allowedArea, aScene({ territory: own, horizon: onlyMonday }), 'must')).toEqual([]);
  });
});

describe('stop/allowed-area, audited', () => {
  const visitedBy = (rep: string) => {
    const days = [aRound({ rep, stops: [aVisitStop(c1, { start: '09:00' }), aVisitStop(c2, { start: '10:00' })] })];
    return breachesOf(allowedArea, aReview({ territory, horizon: onlyMonday, days }), 1800);
  };

  it('finds a visit outside of the areas', () => {
    const breaches = visitedBy('r1');
    expect(breaches.map(({ units }) => units)).toEqual([1]);
    expect(breaches.map((breach) => textOf(allowedArea, breach))).toEqual([
      'c1 in west is visited by r1 on 2026-12-07, who serves east, north.',
    ]);
  });

  it('lets a rep without areas go everywhere', () => {
    expect(visitedBy('r2')).toEqual([]);
  });
});
