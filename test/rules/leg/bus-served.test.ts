import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { busServed } from '../../../src/rules/leg/bus-served.ts';
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

// Place 0 is the office, where a bus is taken to pass; then c1 with a bus and c2, of which nothing is said.
const c1 = aCustomer({ id: 'c1', location: { lat: 31.1, lng: 121 }, busServed: true });
const c2 = aCustomer({ id: 'c2', location: { lat: 31.2, lng: 121 } });
const territory = aTerritory({
  customers: [c1, c2],
  reps: [aRep({ vehicles: [], modes: ['walk', 'bus'] })],
  policy: aPolicy({ modes: ['walk', 'bus'] }),
});

describe('leg/bus-served, obligation', () => {
  it('is the customers that no bus passes', () => {
    expect(obligationOf(busServed, aScene({ territory }))).toEqual([c2]);
  });
});

describe('leg/bus-served, compiled', () => {
  it('forbids buses to and from where none passes', () => {
    const term = termsOf(busServed, aScene({ territory }), 'must').find((one) => one.term === 'leg');
    const price = (from: number, to: number) => term?.price(from, to, 1200, 5000);
    expect(term?.mode).toBe('bus');
    expect([price(0, 1), price(1, 0), price(2, 2)]).toEqual([0, 0, 0]);
    expect([price(0, 2), price(1, 2), price(2, 1)]).toEqual([FORBIDDEN, FORBIDDEN, FORBIDDEN]);
  });

  it('has no terms where no rep takes a bus', () => {
    expect(termsOf(busServed, aScene({ territory: aTerritory() }), 'must')).toEqual([]);
  });
});

describe('leg/bus-served, audited', () => {
  const ridesTo = (customer: typeof c1, mode: string) => {
    const legs = [
      aLeg({ from: office, to: customer.location, depart: '08:40', arrive: '09:00', mode }),
      aLeg({ from: customer.location, to: office, depart: '09:10', arrive: '09:30', mode: 'walk' }),
    ];
    const days = [aPlannedDay({ vehicle: null, stops: [aVisitStop(customer, { start: '09:00' })], legs })];
    return breachesOf(busServed, aReview({ territory, horizon: onlyMonday, days }), 600);
  };

  it('accepts buses that pass, and walking', () => {
    expect(ridesTo(c1, 'bus')).toEqual([]);
    expect(ridesTo(c2, 'walk')).toEqual([]);
  });

  it('finds buses that do not', () => {
    expect(ridesTo(c2, 'bus').map((breach) => textOf(busServed, breach))).toEqual([
      'r1 takes a bus at 08:40 on 2026-12-07, though no bus passes c2.',
    ]);
  });
});
