import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { mostVisits } from '../../../src/rules/day/most-visits.ts';
import {
  aCustomer,
  aDuty,
  aPolicy,
  aReview,
  aRound,
  aScene,
  at,
  aTerritory,
  aVisitStop,
  breachesOf,
  monday,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const customers = ['c1', 'c2', 'c3'].map((id) => aCustomer({ id }));
// Nine hours in the field on most days, three on Monday: a third of them.
const briefing = aDuty({ days: { on: 'weekdays', weekdays: [1] }, from: at('11:00'), until: at('17:00') });
const territory = aTerritory({ customers, policy: aPolicy({ duties: [briefing] }) });

describe('day/most-visits, obligation', () => {
  it('is the most visits of each day, in proportion to its field time', () => {
    const scene = aScene({ territory, horizon: { first: monday, last: addDays(monday, 1) } });
    const [short, full] = scene.repDays;
    // 40 ÷ 3 = 13.3 on Monday
    expect(obligationOf(mostVisits, scene, { most: 40 })).toEqual(
      new Map([
        [short, 13],
        [full, 40],
      ]),
    );
  });
});

describe('day/most-visits, compiled', () => {
  it('counts each visit once and caps the count under a must', () => {
    const of = { per: new Int32Array([1, 1, 1]) };
    expect(termsOf(mostVisits, aScene({ territory: aTerritory({ customers }), horizon: onlyMonday }), 'must', { most: 40 })).toEqual([
      { term: 'aggregate', slot: 0, of, side: 'above', limit: 40, price: FORBIDDEN },
    ]);
  });

  it('shrinks with the field time, rounded down, to one at least', () => {
    const limits = (most: number) => termsOf(mostVisits, aScene({ territory }), 900, { most }).map((term) => 'limit' in term && term.limit);
    // 40 ÷ 3 = 13.3
    expect(limits(40)).toEqual([13, 40, 40, 40, 40]);
    // 2 ÷ 3 = 0.7
    expect(limits(2)).toEqual([1, 2, 2, 2, 2]);
  });
});

describe('day/most-visits, audited', () => {
  const stops = customers.map((customer, i) => aVisitStop(customer, { start: ['09:00', '09:20', '09:40'][i] ?? '' }));
  const judge = (most: number, given = aTerritory({ customers })) =>
    breachesOf(mostVisits, aReview({ territory: given, horizon: onlyMonday, days: [aRound({ stops })] }), 900, { most });

  it('accepts as many as are allowed', () => {
    expect(judge(3)).toEqual([]);
  });

  it('counts the visits that are too many', () => {
    const breaches = judge(1);
    expect(breaches.map(({ units }) => units)).toEqual([2]); // 3 − 1
    expect(breaches.map((breach) => textOf(mostVisits, breach))).toEqual(['r1 has 3 visits on 2026-12-07; the most are 1.']);
  });

  it('allows fewer on a short day', () => {
    // 8 ÷ 3 = 2.7: two
    expect(judge(8, territory).map(({ units }) => units)).toEqual([1]);
  });
});
