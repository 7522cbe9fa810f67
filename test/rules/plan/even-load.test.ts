import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { evenLoad } from '../../../src/rules/plan/even-load.ts';
import {
  aCustomer,
  aDuty,
  aPlannedDay,
  aPolicy,
  aRep,
  aReview,
  aScene,
  aSeries,
  at,
  aTerritory,
  aVisitStop,
  between,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const twoDays = { first: onlyMonday.first, last: day('2026-12-08') };
const customersOf = (count: number, given: Parameters<typeof aCustomer>[0] = {}) =>
  Array.from({ length: count }, (_, i) => aCustomer({ ...given, id: `c${i + 1}` }));
const limits = (scene: ReturnType<typeof aScene>, params: Readonly<Record<string, number>> = {}) =>
  termsOf(evenLoad, scene, minutes(10), { tolerance: 0, typical: 1, ...params }).map((term) =>
    term.term === 'aggregate' ? term.limit : null,
  );

describe('plan/even-load, obligation', () => {
  it('is the most visits of each day', () => {
    const scene = aScene({ territory: aTerritory({ customers: customersOf(10) }), horizon: twoDays });
    // 10 visits on two equal days, a fifth more at most
    expect(obligationOf(evenLoad, scene, { tolerance: 0.2, typical: 1 })).toEqual(new Map(scene.repDays.map((repDay) => [repDay, 6])));
  });
});

describe('plan/even-load', () => {
  it('limits each day to its share of what is due, with the tolerance', () => {
    const territory = aTerritory({ customers: customersOf(10) });
    const scene = aScene({ territory, horizon: twoDays });
    expect(limits(scene)).toEqual([5, 5]); // 10 visits on two equal days
    expect(limits(scene, { tolerance: 0.2 })).toEqual([6, 6]); // 5 × 1.2
    expect(limits(scene, { tolerance: 0.25 })).toEqual([7, 7]); // 5 × 1.25 = 6.25, rounded up
  });

  it('counts optional visits by their weight', () => {
    // 4 required and 4 half behind: 4 + 4 × 0.5 = 6 on two days.
    const customers = customersOf(8);
    const series = customers.map((customer, i) => aSeries({ customer, required: [i < 4] }));
    expect(limits(aScene({ territory: aTerritory({ customers }), horizon: twoDays, series }))).toEqual([3, 3]);
  });

  it('gives a day with less field time a smaller share', () => {
    // Monday 13:00–17:00 is a duty: 5 h in the field, and 9 h on Tuesday. 14 visits: one an hour.
    const duty = aDuty({ days: { on: 'weekdays', weekdays: [1] }, from: at('13:00'), until: at('17:00') });
    const territory = aTerritory({ customers: customersOf(14), policy: aPolicy({ duties: [duty] }) });
    expect(limits(aScene({ territory, horizon: twoDays }))).toEqual([5, 9]);
  });

  it('never limits a day to less than is typical of it', () => {
    // 18 on a full day of 9 h, 10 on one of 5 h.
    const duty = aDuty({ days: { on: 'weekdays', weekdays: [1] }, from: at('13:00'), until: at('17:00') });
    const territory = aTerritory({ policy: aPolicy({ duties: [duty] }) });
    expect(limits(aScene({ territory, horizon: twoDays }), { typical: 18 })).toEqual([10, 18]);
  });

  it('divides customers that several reps may serve by their field time', () => {
    // r1 works 8 h and r2 4 h: of the 9 shared visits 6 and 3, and r2 has 2 of its own.
    const reps = [aRep({ id: 'r1', shift: between('08:00', '16:00') }), aRep({ id: 'r2', shift: between('08:00', '12:00') })];
    const customers = [...customersOf(9), aCustomer({ id: 'c10', requiredRep: 'r2' }), aCustomer({ id: 'c11', requiredRep: 'r2' })];
    expect(limits(aScene({ territory: aTerritory({ reps, customers }), horizon: onlyMonday }))).toEqual([6, 5]);
  });

  it('leaves customers of other areas to their reps', () => {
    const reps = [aRep({ id: 'r1', areas: ['north'] }), aRep({ id: 'r2', areas: ['south'] })];
    const customers = customersOf(4, { area: 'north' });
    expect(limits(aScene({ territory: aTerritory({ reps, customers }), horizon: onlyMonday }))).toEqual([4, 1]); // 1 is typical
  });

  it('counts visits above the limit, slot by slot', () => {
    const customers = customersOf(4);
    const territory = aTerritory({ customers });
    const scene = aScene({ territory, horizon: twoDays });
    expect(termsOf(evenLoad, scene, minutes(10), { tolerance: 0, typical: 1 })).toEqual([
      { term: 'aggregate', slot: 0, of: { per: Int32Array.of(1, 1, 1, 1) }, side: 'above', limit: 2, price: 600 },
      { term: 'aggregate', slot: 1, of: { per: Int32Array.of(1, 1, 1, 1) }, side: 'above', limit: 2, price: 600 },
    ]);
    const stops = customers.map((customer, i) => aVisitStop(customer, { start: `${10 + i}:00` }));
    const review = aReview({ territory, horizon: twoDays, days: [aPlannedDay({ stops })] });
    const found = breachesOf(evenLoad, review, minutes(10), { tolerance: 0, typical: 1 });
    expect(found.map(({ units }) => units)).toEqual([2]); // 4 − 2
    expect(found.map((breach) => textOf(evenLoad, breach))).toEqual(['r1 has 4 visits on 2026-12-07; the even limit is 2.']);
  });

  it('finds nothing on days within their limit', () => {
    const stops = customersOf(2).map((customer, i) => aVisitStop(customer, { start: `${10 + i}:00` }));
    const review = aReview({ territory: aTerritory({ customers: customersOf(4) }), horizon: twoDays, days: [aPlannedDay({ stops })] });
    expect(breachesOf(evenLoad, review, minutes(10), { tolerance: 0, typical: 1 })).toEqual([]);
  });
});
