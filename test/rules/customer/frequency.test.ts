import { describe, expect, it } from 'vitest';
import { frequency } from '../../../src/rules/customer/frequency.ts';
import { minutes } from '../../../src/kernel/units.ts';
import {
  aCustomer,
  anUnserved,
  aReview,
  aScene,
  aSeries,
  aTerritory,
  breachesOf,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const a = aCustomer({ id: 'c1', tier: 'A' });
const c = aCustomer({ id: 'c2', tier: 'C' });
const territory = aTerritory({ customers: [a, c] });
// Optional visits of the builders are half behind their pace: weight 0.5.
const series = [aSeries({ customer: a, required: [true, false] }), aSeries({ customer: c })];
const aVisit = minutes(20);

describe('customer/frequency, obligation', () => {
  it('is the due visits and calls, with the prices of required ones', () => {
    const [first, call] = [aSeries({ customer: a, required: [true, false] }), aSeries({ customer: c })];
    expect(obligationOf(frequency, aScene({ territory, series: [first], calls: [call] }))).toEqual(
      new Map([
        [first, [28_800, null].map((price, n) => ({ visit: first.visits[n], price }))], // tier A: 8 h
        [call, [{ visit: call.visits[0], price: 14_400 }]], // tier C: 4 h
      ]),
    );
  });
});

describe('customer/frequency', () => {
  it('prices required visits by tier, optional ones by weight', () => {
    expect(termsOf(frequency, aScene({ territory, series }), aVisit)).toEqual([
      { term: 'unserved', series: 0, visit: 0, price: 28_800 }, // tier A: 8 h
      { term: 'unserved', series: 0, visit: 1, price: 600 }, // 20 min × 0.5
      { term: 'unserved', series: 1, visit: 0, price: 14_400 }, // tier C: 4 h
    ]);
  });

  it('charges each visit that the plan leaves out with the same price', () => {
    const unserved = [anUnserved(a), anUnserved(a, { nth: 2, required: false })];
    const breaches = breachesOf(frequency, aReview({ territory, series, unserved }), aVisit);
    expect(breaches.map(({ cost }) => cost)).toEqual([28_800, 600]);
    expect(breaches.map((breach) => textOf(frequency, breach))).toEqual([
      'c1: required visit c1/monthly/1 is left out, which costs 480 min.',
      'c1: optional visit c1/monthly/2 is left out, which costs 10 min.',
    ]);
  });

  it('takes the price from the domain and not from the plan', () => {
    const [breach] = breachesOf(frequency, aReview({ territory, series, unserved: [{ ...anUnserved(c), price: minutes(1) }] }), aVisit);
    expect(breach?.cost).toBe(14_400);
  });

  it('charges a request by its weight', () => {
    const twice = aSeries({ customer: c, visits: series[0]?.visits.slice(0, 1).map((visit) => ({ ...visit, weight: 2 })) ?? [] });
    // Tier C: 4 h × 2.
    expect(termsOf(frequency, aScene({ territory, series: [twice] }), aVisit)).toMatchObject([{ price: 28_800 }]);
    expect(breachesOf(frequency, aReview({ territory, series: [twice], unserved: [anUnserved(a)] }), aVisit)).toMatchObject([
      { cost: 28_800 },
    ]);
  });

  it('rounds to whole seconds in the same way on both sides', () => {
    const odd = aSeries({ customer: a, visits: series[0]?.visits.map((visit) => ({ ...visit, required: false, weight: 1 / 3 })) ?? [] });
    // 1000 s ÷ 3 = 333.33
    expect(termsOf(frequency, aScene({ territory, series: [odd] }), 1000)).toMatchObject([{ price: 333 }, { price: 333 }]);
    const breaches = breachesOf(frequency, aReview({ territory, series: [odd], unserved: [anUnserved(a)] }), 1000);
    expect(breaches).toMatchObject([{ cost: 333 }]);
  });

  it('charges nothing for a plan that leaves nothing out', () => {
    expect(breachesOf(frequency, aReview({ territory, series }), aVisit)).toEqual([]);
  });
});
