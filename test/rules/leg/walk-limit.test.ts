import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { walkLimit } from '../../../src/rules/leg/walk-limit.ts';
import type { Stance } from '../../../src/rules/rule.ts';
import {
  aCustomer,
  aLeg,
  aPlannedDay,
  aRep,
  aReview,
  aScene,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  office,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const c1 = aCustomer({ id: 'c1' });
const territory = aTerritory({ customers: [c1], reps: [aRep({ vehicles: [] })] });
const params = { most: minutes(5) };

/** Price of a walk of so many seconds from the office to c1. */
function priceOf(seconds: number, stance: Stance): number | undefined {
  const term = termsOf(walkLimit, aScene({ territory }), stance, params).find((one) => one.term === 'leg');
  return term?.price(0, 1, seconds, 400);
}

describe('leg/walk-limit, obligation', () => {
  it('is the limit', () => {
    expect(obligationOf(walkLimit, aScene({ territory }), params)).toEqual({ most: 300 });
  });
});

describe('leg/walk-limit, compiled', () => {
  it('forbids what is longer than the limit under a must', () => {
    expect(priceOf(300, 'must')).toBe(0);
    expect(priceOf(301, 'must')).toBe(FORBIDDEN);
  });

  it('prices what is over the limit by the minute', () => {
    expect(priceOf(300, 90)).toBe(0);
    // 7:00 − 5:00 = 120 s, at 90 ÷ 60 = 1.5 a second
    expect(priceOf(420, 90)).toBe(180);
    // 1 s × 1.5 = 1.5, rounded up
    expect(priceOf(301, 90)).toBe(2);
  });

  it('concerns walking only', () => {
    expect(termsOf(walkLimit, aScene({ territory }), 90, params)).toMatchObject([{ term: 'leg', mode: 'walk' }]);
  });

  it('has no terms where no rep walks', () => {
    expect(termsOf(walkLimit, aScene({ territory: aTerritory({ reps: [aRep({ modes: [] })] }) }), 90, params)).toEqual([]);
  });
});

describe('leg/walk-limit, audited', () => {
  /** To c1 in seven minutes and back in five. */
  const reviewOf = (mode: string) => {
    const legs = [
      aLeg({ from: office, to: c1.location, depart: '08:53', arrive: '09:00', mode }),
      aLeg({ from: c1.location, to: office, depart: '09:10', arrive: '09:15', mode }),
    ];
    const days = [aPlannedDay({ vehicle: null, stops: [aVisitStop(c1, { start: '09:00' })], legs })];
    return aReview({ territory, horizon: onlyMonday, days });
  };

  it('finds each walk over the limit', () => {
    // 7 min − 5 min = 2 minutes at 90 s each
    const breaches = breachesOf(walkLimit, reviewOf('walk'), 90, params);
    expect(breaches).toMatchObject([{ units: 2, cost: 180 }]);
    expect(breaches.map((breach) => textOf(walkLimit, breach))).toEqual([
      'r1 walks for 7 min from 08:53 on 2026-12-07; the limit is 5 min.',
    ]);
  });

  it('rejects it under a must', () => {
    expect(breachesOf(walkLimit, reviewOf('walk'), 'must', params)).toHaveLength(1);
  });

  it('lets other modes go as far as they like', () => {
    expect(breachesOf(walkLimit, reviewOf('bicycle'), 90, params)).toEqual([]);
  });

  it('counts travel, not a break on the way', () => {
    const legs = [aLeg({ from: office, to: c1.location, depart: '12:00', arrive: '12:34', mode: 'walk', travel: minutes(4) })];
    const days = [aPlannedDay({ stops: [aVisitStop(c1, { start: '12:34' })], legs })];
    expect(breachesOf(walkLimit, aReview({ territory, horizon: onlyMonday, days }), 90, params)).toEqual([]);
  });
});
