import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { metres } from '../../../src/kernel/units.ts';
import { fares } from '../../../src/rules/leg/fares.ts';
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

const c1 = aCustomer();
const policy = aPolicy({
  modes: ['walk', 'taxi'],
  fares: [
    {
      mode: 'taxi',
      validFrom: day('2023-01-01'),
      currency: 'CNY',
      flagFall: 14,
      included: metres(3000),
      perKilometre: 2.5,
      far: null,
      source: '',
    },
  ],
});
const territory = aTerritory({ customers: [c1], reps: [aRep({ vehicles: [], modes: ['walk', 'taxi'] })], policy });

describe('leg/fares, obligation', () => {
  it('is the fare of each mode that is valid on the first day', () => {
    const later = policy.fares.map((fare) => ({ ...fare, validFrom: day('2026-12-08'), flagFall: 15 }));
    const both = aTerritory({ ...territory, policy: { ...policy, fares: [...policy.fares, ...later] } });
    expect(obligationOf(fares, aScene({ territory: both }))).toEqual(new Map([['taxi', policy.fares[0]]]));
  });
});

describe('leg/fares', () => {
  it('prices each ride by its fare, and nothing else', () => {
    const terms = termsOf(fares, aScene({ territory }), 60).filter((term) => term.term === 'leg');
    expect(terms.map(({ mode }) => mode)).toEqual(['taxi']);
    // 14 + 2 × 2.5 = 19 yuan of a minute each
    expect(terms[0]?.price(0, 1, 900, 5000)).toBe(1140);
    expect(terms[0]?.price(0, 0, 0, 0)).toBe(0);
  });

  it('reckons by the value of a rep’s own time', () => {
    const dear = aTerritory({
      ...territory,
      reps: [...territory.reps, aRep({ id: 'r2', vehicles: [], modes: ['taxi'], valueOfTime: 120 })],
    });
    const scene = aScene({ territory: dear });
    const terms = termsOf(fares, scene, 60).filter((term) => term.term === 'leg');
    expect(terms.map(({ slots, price }) => [slots?.length, price(0, 1, 900, 5000)])).toEqual([
      [scene.repDays.length / 2, 1140],
      [scene.repDays.length / 2, 570],
    ]);
  });

  it('demands nothing before the first fare is valid', () => {
    const old = aTerritory({
      ...territory,
      policy: { ...policy, fares: policy.fares.map((fare) => ({ ...fare, validFrom: day('2027-01-01') })) },
    });
    expect(termsOf(fares, aScene({ territory: old }), 60)).toEqual([]);
  });

  it('counts what the plan pays', () => {
    const legs = [
      aLeg({ from: office, to: c1.location, depart: '08:45', arrive: '09:00', mode: 'taxi', distance: metres(5000) }),
      aLeg({ from: c1.location, to: office, depart: '09:10', arrive: '09:40', mode: 'walk' }),
    ];
    const days = [aPlannedDay({ vehicle: null, stops: [aVisitStop(c1, { start: '09:00' })], legs })];
    const breaches = breachesOf(fares, aReview({ territory, horizon: onlyMonday, days }), 60);
    expect(breaches).toMatchObject([{ units: 19, cost: 1140 }]);
    expect(breaches.map((breach) => textOf(fares, breach))).toEqual(['r1 pays 19 CNY for the taxi at 08:45 on 2026-12-07.']);
  });
});
