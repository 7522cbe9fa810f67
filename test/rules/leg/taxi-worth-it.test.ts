import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { taxiWorthIt } from '../../../src/rules/leg/taxi-worth-it.ts';
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

// Place 0 is the office; 1 means to buy and has no bus; 2 has one; 3 does not know yet; 4 is of tier C.
const at = (n: number) => ({ lat: 31 + n / 10, lng: 121 });
const clear = aCustomer({ id: 'c1', location: at(1), intent: 'clear' });
const served = aCustomer({ id: 'c2', location: at(2), intent: 'clear', busServed: true });
const vague = aCustomer({ id: 'c3', location: at(3), intent: 'vague' });
const minor = aCustomer({ id: 'c4', location: at(4), intent: 'clear', tier: 'C' });
const territory = aTerritory({
  customers: [clear, served, vague, minor],
  reps: [aRep({ vehicles: [], modes: ['walk', 'taxi'] })],
  policy: aPolicy({ modes: ['walk', 'taxi'] }),
});
const params = { least: minutes(15), intents: ['clear'], tiers: ['A'] };

describe('leg/taxi-worth-it, obligation', () => {
  it('is the shortest ride and the customers who are worth it', () => {
    expect(obligationOf(taxiWorthIt, aScene({ territory }), params)).toEqual({ least: 900, worth: [clear] });
  });

  it('takes in all tiers where none is named', () => {
    expect(obligationOf(taxiWorthIt, aScene({ territory }), { ...params, tiers: [] })).toEqual({ least: 900, worth: [clear, minor] });
  });
});

describe('leg/taxi-worth-it, compiled', () => {
  const term = termsOf(taxiWorthIt, aScene({ territory }), 'must', params).find((one) => one.term === 'leg');
  const price = (from: number, to: number, time = 900) => term?.price(from, to, time, 9000);

  it('allows long rides to customers with a clear intent, and back', () => {
    expect([price(0, 1), price(1, 0), price(1, 3)]).toEqual([0, 0, 0]);
  });

  it('needs every condition at one customer', () => {
    expect(price(0, 1, 899)).toBe(FORBIDDEN); // not far
    expect(price(0, 2)).toBe(FORBIDDEN); // a bus passes
    expect(price(0, 3)).toBe(FORBIDDEN); // the intent is vague
    expect(price(0, 4)).toBe(FORBIDDEN); // of a tier that is not worth it
  });

  it('has no terms where no rep takes taxis', () => {
    expect(termsOf(taxiWorthIt, aScene({ territory: aTerritory() }), 'must', params)).toEqual([]);
  });
});

describe('leg/taxi-worth-it, audited', () => {
  const ridesTo = (customer: typeof clear, depart = '08:45') => {
    const legs = [
      aLeg({ from: office, to: customer.location, depart, arrive: '09:00', mode: 'taxi' }),
      aLeg({ from: customer.location, to: office, depart: '09:10', arrive: '10:10', mode: 'walk' }),
    ];
    const days = [aPlannedDay({ vehicle: null, stops: [aVisitStop(customer, { start: '09:00' })], legs })];
    return breachesOf(taxiWorthIt, aReview({ territory, horizon: onlyMonday, days }), 600, params).map((breach) =>
      textOf(taxiWorthIt, breach),
    );
  };

  it('accepts rides under all conditions', () => {
    expect(ridesTo(clear)).toEqual([]);
  });

  it('finds rides that are short, or lead to no customer who is worth it', () => {
    expect(ridesTo(clear, '08:50')).toEqual(['r1 takes a taxi for 10 min at 08:50 on 2026-12-07; the least is 15 min.']);
    expect(ridesTo(vague)).toEqual(['r1 takes a taxi at 08:45 on 2026-12-07, but no customer at either end is worth it.']);
  });
});
