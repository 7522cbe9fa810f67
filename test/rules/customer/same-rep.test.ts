import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { sameRep } from '../../../src/rules/customer/same-rep.ts';
import {
  aCustomer,
  aPastVisit,
  aPlannedDay,
  aRep,
  aReview,
  aScene,
  aSeries,
  aTerritory,
  aVisitStop,
  breachesOf,
  monday,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const customer = aCustomer();
const reps = [aRep({ id: 'r1' }), aRep({ id: 'r2' })];
const territory = aTerritory({ customers: [customer], reps });
const series = [aSeries({ customer, required: [true, true, true] })];

const breaches = (visitors: readonly string[]) => {
  const days = visitors.map((rep, i) =>
    aPlannedDay({ rep, day: addDays(monday, i), stops: [aVisitStop(customer, { start: '10:00', nth: i + 1 })] }),
  );
  return breachesOf(sameRep, aReview({ territory, series, days }), minutes(10));
};

describe('customer/same-rep, obligation', () => {
  const ownersIn = (scene: ReturnType<typeof aScene>) => [...(obligationOf(sameRep, scene) as ReadonlyMap<unknown, unknown>).values()];

  it('is the series with several visits, where there are several reps without past visits', () => {
    const all = [aSeries({ customer }), ...series];
    expect(obligationOf(sameRep, aScene({ territory, series: all }))).toEqual(new Map([[series[0], { rep: null, units: 1 }]]));
    expect(ownersIn(aScene({ territory: { ...territory, reps: [aRep()] }, series: all }))).toEqual([]);
  });

  it('gives a customer to the rep of most of its last visits, of equals to the latest', () => {
    const visited = (reps: readonly string[]) =>
      ownersIn(
        aScene({
          territory: { ...territory, history: reps.map((rep, i) => aPastVisit({ rep, day: addDays(monday, i - reps.length) })) },
          series: [aSeries({ customer })],
        }),
      );
    expect(visited(['r2', 'r1', 'r1'])).toEqual([{ rep: 'r1', units: 1 }]);
    expect(visited(['r2', 'r1'])).toEqual([{ rep: 'r1', units: 1 }]);
    // Five visits count: the two of r1 before them do not.
    expect(visited(['r1', 'r1', 'r1', 'r2', 'r2', 'r1', 'r2', 'r2'])).toEqual([{ rep: 'r2', units: 1 }]);
    // r9 has left.
    expect(visited(['r9', 'r9', 'r2'])).toEqual([{ rep: 'r2', units: 1 }]);
  });

  it('gives a new customer to the rep of most of its neighbours, at a part of the price', () => {
    const near = [1, 2, 3].map((i) => aCustomer({ id: `n${i}`, location: { lat: 31, lng: 121 + i / 100 } }));
    const far = [1, 2, 3].map((i) => aCustomer({ id: `f${i}`, location: { lat: 32, lng: 121 + i / 100 } }));
    const fresh = aCustomer({ id: 'new', location: { lat: 31, lng: 121 } });
    const customers = [...near, ...far, fresh];
    const history = [
      ...near.map(({ id }) => aPastVisit({ customer: id, rep: 'r1' })),
      ...far.map(({ id }) => aPastVisit({ customer: id, rep: 'r2' })),
    ];
    const scene = aScene({
      territory: aTerritory({ customers, reps, history }),
      series: customers.map((one) => aSeries({ customer: one })),
    });
    expect(ownersIn(scene).at(-1)).toEqual({ rep: 'r1', units: 0.5 });
  });
});

describe('customer/same-rep', () => {
  it('prices visits of customers who have several', () => {
    const scene = aScene({ territory, series: [aSeries({ customer }), ...series] });
    expect(termsOf(sameRep, scene, minutes(10))).toEqual([{ term: 'same-rep', series: 1, price: 600 }]);
  });

  it('prices each day of another rep than the usual one, and counts the visits on them', () => {
    const known = { ...territory, history: [aPastVisit({ rep: 'r2' })] };
    const once = [aSeries({ customer })];
    const scene = aScene({ territory: known, series: once });
    const slots = scene.repDays.flatMap(({ rep }, slot) => (rep.id === 'r1' ? [slot] : []));
    expect(termsOf(sameRep, scene, minutes(10))).toEqual(slots.map((slot) => ({ term: 'slot', series: 0, slot, price: 600 })));
    const madeBy = (rep: string) => {
      const days = [aPlannedDay({ rep, day: monday, stops: [aVisitStop(customer, { start: '10:00' })] })];
      return breachesOf(sameRep, aReview({ territory: known, series: once, days }), minutes(10)).map(({ cost }) => cost);
    };
    expect(madeBy('r1')).toEqual([600]);
    expect(madeBy('r2')).toEqual([]);
  });

  it('demands nothing where there is one rep', () => {
    expect(termsOf(sameRep, aScene({ territory: { ...territory, reps: [aRep()] }, series }), minutes(10))).toEqual([]);
  });

  it('counts the visits that the most frequent rep does not make', () => {
    const found = breaches(['r1', 'r2', 'r1']);
    expect(found.map(({ units }) => units)).toEqual([1]);
    expect(found.map((breach) => textOf(sameRep, breach))).toEqual(['c1: 1 of 3 visits are not made by the usual rep.']);
  });

  it('finds nothing where one rep makes them all', () => {
    expect(breaches(['r2', 'r2', 'r2'])).toEqual([]);
    expect(breaches([])).toEqual([]);
  });
});
