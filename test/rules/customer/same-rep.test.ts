import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { sameRep } from '../../../src/rules/customer/same-rep.ts';
import {
  aCustomer,
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
  it('is the series with several visits, where there are several reps', () => {
    const all = [aSeries({ customer }), ...series];
    expect(obligationOf(sameRep, aScene({ territory, series: all }))).toEqual(new Set(series));
    expect(obligationOf(sameRep, aScene({ territory: { ...territory, reps: [aRep()] }, series: all }))).toEqual(new Set());
  });
});

describe('customer/same-rep', () => {
  it('prices visits of customers who have several', () => {
    const scene = aScene({ territory, series: [aSeries({ customer }), ...series] });
    expect(termsOf(sameRep, scene, minutes(10))).toEqual([{ term: 'same-rep', series: 1, price: 600 }]);
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
