import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { rideLimit } from '../../../src/rules/leg/ride-limit.ts';
import {
  aCustomer,
  aLeg,
  aPlannedDay,
  aPolicy,
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
const policy = aPolicy({ modes: ['bicycle', 'e-bike', 'walk'] });
// One rep rides a bicycle, the other an e-bike.
const territory = aTerritory({ policy, customers: [c1], reps: [aRep({ id: 'r1' }), aRep({ id: 'r2', vehicles: ['e-bike'] })] });
const scene = aScene({ territory });

describe('leg/ride-limit, obligation', () => {
  it('is the limit and the modes that it holds for', () => {
    const modes = ['bicycle', 'e-bike', 'bicycle'];
    expect(obligationOf(rideLimit, scene, { most: minutes(10), modes })).toEqual({ most: 600, modes: new Set(['bicycle', 'e-bike']) });
  });
});

describe('leg/ride-limit, compiled', () => {
  it('forbids rides longer than the limit under a must', () => {
    const term = termsOf(rideLimit, scene, 'must').find((one) => one.term === 'leg');
    expect(term?.price(0, 1, 2400, 8000)).toBe(0);
    expect(term?.price(0, 1, 2401, 8000)).toBe(FORBIDDEN);
  });

  it('prices what is over the limit by the minute', () => {
    const term = termsOf(rideLimit, scene, 60, { most: minutes(10) }).find((one) => one.term === 'leg');
    // 15 min − 10 min = 5 minutes at 60 s each
    expect(term?.price(0, 1, 900, 3000)).toBe(300);
  });

  it('holds for the modes it is given, each once', () => {
    const modes = ['bicycle', 'e-bike', 'bicycle'];
    expect(termsOf(rideLimit, scene, 60, { modes })).toMatchObject([{ mode: 'bicycle' }, { mode: 'e-bike' }]);
    expect(termsOf(rideLimit, scene, 60)).toMatchObject([{ mode: 'bicycle' }]);
  });

  it('has no terms for modes that no rep uses', () => {
    expect(termsOf(rideLimit, scene, 60, { modes: ['motorbike', 'bus'] })).toEqual([]);
  });
});

describe('leg/ride-limit, audited', () => {
  const legs = [
    aLeg({ from: office, to: c1.location, depart: '08:15', arrive: '09:00', mode: 'bicycle' }),
    aLeg({ from: c1.location, to: office, depart: '09:10', arrive: '09:50', mode: 'bicycle' }),
  ];
  const days = [aPlannedDay({ stops: [aVisitStop(c1, { start: '09:00' })], legs })];
  const review = aReview({ territory, horizon: onlyMonday, days });

  it('finds each ride over the limit', () => {
    // 45 min − 40 min = 5 minutes at 60 s each; the way back takes 40 and is within
    const breaches = breachesOf(rideLimit, review, 60);
    expect(breaches).toMatchObject([{ units: 5, cost: 300 }]);
    expect(breaches.map((breach) => textOf(rideLimit, breach))).toEqual([
      'r1 rides for 45 min from 08:15 on 2026-12-07; the limit is 40 min.',
    ]);
  });

  it('passes over modes that are not named', () => {
    expect(breachesOf(rideLimit, review, 60, { modes: ['e-bike'] })).toEqual([]);
  });
});
