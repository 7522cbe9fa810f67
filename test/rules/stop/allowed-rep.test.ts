import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { allowedRep } from '../../../src/rules/stop/allowed-rep.ts';
import {
  aCustomer,
  aRep,
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

// c1 belongs to r1; c2 to nobody.
const c1 = aCustomer({ id: 'c1', requiredRep: 'r1' });
const c2 = aCustomer({ id: 'c2' });
const territory = aTerritory({ customers: [c1, c2], reps: [aRep({ id: 'r1' }), aRep({ id: 'r2' })] });

describe('stop/allowed-rep, obligation', () => {
  it('is the reps who may make the visits of a series', () => {
    const scene = aScene({ territory, horizon: onlyMonday });
    const [first, second] = scene.series;
    expect(obligationOf(allowedRep, scene)).toEqual(
      new Map([
        [first, new Set(['r1'])],
        [second, new Set(['r1', 'r2'])],
      ]),
    );
  });
});

describe('stop/allowed-rep, compiled', () => {
  it('forbids the days of all other reps', () => {
    // Slots by rep, then by day: r1 has slot 0, r2 slot 1.
    expect(termsOf(allowedRep, aScene({ territory, horizon: onlyMonday }), 'must')).toEqual([
      { term: 'slot', series: 0, slot: 1, price: FORBIDDEN },
    ]);
  });
});

describe('stop/allowed-rep of a manager’s visit', () => {
  const reps = [aRep({ id: 'r1', manager: 'm1' }), aRep({ id: 'm1', role: 'manager' })];
  const joined = aTerritory({ customers: [c1], reps });
  const series = [aSeries({ customer: c1, kind: 'manager', makers: [repId('m1')] })];

  it('forbids it to the rep, and leaves it to the manager', () => {
    const scene = aScene({ territory: joined, horizon: onlyMonday, series });
    expect(termsOf(allowedRep, scene, 'must')).toEqual([{ term: 'slot', series: 0, slot: 0, price: FORBIDDEN }]);
  });

  it('finds a rep who makes it', () => {
    const days = (rep: string) => [aRound({ rep, stops: [aVisitStop(c1, { start: '09:00' })] })];
    const judge = (rep: string) =>
      breachesOf(allowedRep, aReview({ territory: joined, horizon: onlyMonday, series, days: days(rep) }), 'must');
    expect(judge('r1')).toHaveLength(1);
    expect(judge('m1')).toEqual([]);
  });
});

describe('stop/allowed-rep, audited', () => {
  const visitedBy = (rep: string) => {
    const days = [aRound({ rep, stops: [aVisitStop(c1, { start: '09:00' }), aVisitStop(c2, { start: '10:00' })] })];
    return breachesOf(allowedRep, aReview({ territory, horizon: onlyMonday, days }), 'must');
  };

  it('finds a visit by another rep', () => {
    expect(visitedBy('r2').map((breach) => textOf(allowedRep, breach))).toEqual([
      'c1 is visited by r2 on 2026-12-07, but another rep has to make this visit.',
    ]);
  });

  it('accepts the required one', () => {
    expect(visitedBy('r1')).toEqual([]);
  });
});
