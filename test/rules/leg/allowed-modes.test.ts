import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { allowedModes } from '../../../src/rules/leg/allowed-modes.ts';
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

// c1 lies in a pedestrian street; c2 next door in the same building does not care, c3 lies elsewhere.
const c1 = aCustomer({ id: 'c1', allowedModes: ['walk'] });
const c2 = aCustomer({ id: 'c2', location: c1.location });
const c3 = aCustomer({ id: 'c3' });
const territory = aTerritory({ customers: [c1, c2, c3], reps: [aRep({ id: 'r1' }), aRep({ id: 'r2', vehicles: [] })] });
// Places: 0 the office, 1 that of c1 and c2, 2 that of c3.
const scene = aScene({ territory });

describe('leg/allowed-modes, obligation', () => {
  it('is the customers who allow certain modes only, with these modes', () => {
    expect(obligationOf(allowedModes, scene)).toEqual([{ customer: c1, modes: ['walk'] }]);
  });
});

describe('leg/allowed-modes, compiled', () => {
  it('forbids legs to and from the place by other modes under a must', () => {
    const terms = termsOf(allowedModes, scene, 'must').filter((one) => one.term === 'leg');
    expect(terms.map(({ mode }) => mode)).toEqual(['bicycle']);
    expect(terms[0]?.price(0, 1, 600, 2000)).toBe(FORBIDDEN);
    expect(terms[0]?.price(1, 2, 600, 2000)).toBe(FORBIDDEN);
    expect(terms[0]?.price(0, 2, 600, 2000)).toBe(0);
  });

  it('prices each such leg', () => {
    const term = termsOf(allowedModes, scene, 900).find((one) => one.term === 'leg');
    expect(term?.price(2, 1, 600, 2000)).toBe(900);
  });

  it('lets a rep stay where they are', () => {
    const term = termsOf(allowedModes, scene, 'must').find((one) => one.term === 'leg');
    expect(term?.price(1, 1, 0, 0)).toBe(0);
  });

  it('has no terms where all customers can be reached by all modes', () => {
    expect(termsOf(allowedModes, aScene(), 'must')).toEqual([]);
  });
});

describe('leg/allowed-modes, audited', () => {
  const stops = [aVisitStop(c3, { start: '09:00' }), aVisitStop(c1, { start: '09:20' })];

  it('finds legs to and from the place by other modes', () => {
    const days = [aRound({ stops, mode: 'bicycle' })];
    const breaches = breachesOf(allowedModes, aReview({ territory, horizon: onlyMonday, days }), 900);
    // c3 to c1 at 09:10 and c1 to the office at 09:30, but not the office to c3
    expect(breaches.map(({ units }) => units)).toEqual([1, 1]);
    expect(breaches.map((breach) => textOf(allowedModes, breach))).toEqual([
      'On 2026-12-07 at 09:10, r1 sets out to or from c1 by a mode that is not allowed there.',
      'On 2026-12-07 at 09:30, r1 sets out to or from c1 by a mode that is not allowed there.',
    ]);
  });

  it('holds for all customers at the same place', () => {
    const days = [aRound({ stops: [aVisitStop(c2, { start: '09:00' })], mode: 'bicycle' })];
    expect(breachesOf(allowedModes, aReview({ territory, horizon: onlyMonday, days }), 900)).toHaveLength(2);
  });

  it('accepts an allowed mode', () => {
    const days = [aRound({ rep: 'r2', stops, mode: 'walk' })];
    expect(breachesOf(allowedModes, aReview({ territory, horizon: onlyMonday, days }), 900)).toEqual([]);
  });
});
