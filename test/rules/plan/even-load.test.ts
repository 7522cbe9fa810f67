import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { hours, minutes } from '../../../src/kernel/units.ts';
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
  anUnserved,
  between,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const twoDays = { first: onlyMonday.first, last: day('2026-12-08') };
/** Customers at one place, so that their work is their stay of half an hour; all at the rep's base. */
const customersOf = (count: number, given: Parameters<typeof aCustomer>[0] = {}) =>
  Array.from({ length: count }, (_, i) => aCustomer({ ...given, id: `c${i + 1}`, location: aRep().start, dwell: minutes(30) }));
const seriesOf = (customers: ReturnType<typeof customersOf>, horizon = twoDays) =>
  customers.map((customer) => aSeries({ customer, days: horizon, dwell: minutes(30) }));

interface Obligation {
  readonly workOf: ReadonlyMap<unknown, number>;
  readonly shareOf: ReadonlyMap<unknown, { readonly share: number }>;
}

/** The even share of each rep-day in minutes. */
const shares = (scene: ReturnType<typeof aScene>) =>
  [...(obligationOf(evenLoad, scene) as Obligation).shareOf.values()].map(({ share }) => Math.round(share / 60));

describe('plan/even-load, obligation', () => {
  it('counts stays, the leg to a near customer, and a part of the way out and back', () => {
    // 0.01° of latitude are 1,112 m: 200 s at 20 km/h. A day of 9 h less 400 s holds 16 visits of 30 min and 200 s.
    const [home, near, far] = [0, 1, 2].map((i) =>
      aCustomer({ id: `c${i}`, location: { lat: aRep().start.lat + i * 0.01, lng: aRep().start.lng } }),
    );
    const customers = [home, near, far].filter((one) => one !== undefined);
    const series = customers.map((customer) => aSeries({ customer, days: onlyMonday, dwell: minutes(30) }));
    const scene = aScene({ territory: aTerritory({ customers }), horizon: onlyMonday, series });
    const work = [...(obligationOf(evenLoad, scene) as Obligation).workOf.values()];
    expect(work[0]).toBe(1800 + 400);
    expect(work[1]).toBeGreaterThan(1800 + 200);
    expect(work[2]).toBeGreaterThan(work[0] ?? 0);
  });

  it('spreads the work due over the days', () => {
    const customers = customersOf(10);
    // Ten visits of half an hour on two equal days.
    expect(shares(aScene({ territory: aTerritory({ customers }), horizon: twoDays, series: seriesOf(customers) }))).toEqual([150, 150]);
  });

  it('counts optional visits by their weight', () => {
    // 4 required and 4 half behind: 4 + 4 × 0.5 = 6 visits on two days.
    const customers = customersOf(8);
    const series = customers.map((customer, i) => aSeries({ customer, required: [i < 4], dwell: minutes(30) }));
    expect(shares(aScene({ territory: aTerritory({ customers }), horizon: twoDays, series }))).toEqual([90, 90]);
  });

  it('gives a day with less field time a smaller share', () => {
    // Monday 13:00–17:00 is a duty: 5 h in the field, and 9 h on Tuesday. 14 visits: one for each hour.
    const duty = aDuty({ days: { on: 'weekdays', weekdays: [1] }, from: at('13:00'), until: at('17:00') });
    const customers = customersOf(14);
    const territory = aTerritory({ customers, policy: aPolicy({ duties: [duty] }) });
    expect(shares(aScene({ territory, horizon: twoDays, series: seriesOf(customers) }))).toEqual([150, 270]);
  });

  it('divides customers that several reps may serve by their field time', () => {
    // r1 works 8 h and r2 4 h: of the 9 shared visits 6 and 3, and r2 has 2 of its own.
    const reps = [aRep({ id: 'r1', shift: between('08:00', '16:00') }), aRep({ id: 'r2', shift: between('08:00', '12:00') })];
    const own = ['c10', 'c11'].map((id) => aCustomer({ id, requiredRep: 'r2', location: aRep().start, dwell: minutes(30) }));
    const customers = [...customersOf(9), ...own];
    const scene = aScene({ territory: aTerritory({ reps, customers }), horizon: onlyMonday, series: seriesOf(customers, onlyMonday) });
    expect(shares(scene)).toEqual([180, 150]);
  });

  it('leaves customers of other areas to their reps', () => {
    const reps = [aRep({ id: 'r1', areas: ['north'] }), aRep({ id: 'r2', areas: ['south'] })];
    const customers = customersOf(4, { area: 'north' });
    const scene = aScene({ territory: aTerritory({ reps, customers }), horizon: onlyMonday, series: seriesOf(customers, onlyMonday) });
    expect(shares(scene)).toEqual([120, 0]);
  });

  it('gives no share to a day on which nobody receives visits', () => {
    const customers = customersOf(4, { closedDays: [day('2026-12-08')] });
    expect(shares(aScene({ territory: aTerritory({ customers }), horizon: twoDays, series: seriesOf(customers) }))).toEqual([120]);
  });

  it('never makes a share of more than the typical load', () => {
    const customers = customersOf(100);
    const scene = aScene({ territory: aTerritory({ customers }), horizon: onlyMonday, series: seriesOf(customers, onlyMonday) });
    expect(shares(scene)).toEqual([459]); // 85 % of 9 h
  });
});

describe('plan/even-load', () => {
  const customers = customersOf(10);
  const territory = aTerritory({ customers });
  const series = seriesOf(customers);
  const visited = (count: number) =>
    aPlannedDay({
      stops: customers.slice(0, count).map((customer, i) => aVisitStop(customer, { start: `${9 + i}:00`, end: `${9 + i}:30` })),
    });
  const left = (count: number) => series.slice(count).map((one) => anUnserved(one.customer));

  it('prices a day from both sides, the more the farther it is from its share', () => {
    const scene = aScene({ territory, horizon: twoDays, series });
    const terms = termsOf(evenLoad, scene, minutes(60), { tolerance: 0.2, typical: 0.5 });
    const onMonday = terms.flatMap((term) =>
      term.term === 'aggregate' && term.slot === 0 ? [[term.side, term.limit / 60, term.price]] : [],
    );
    expect(onMonday).toEqual([
      // There is a wanted visit for each day: half of one is due at least.
      ['below', 15, 6],
      ['below', 120, 1],
      ['below', 60, 1],
      ['above', 180, 0.1],
      ['above', 234, 0.1],
      ['above', 288, 0.1],
      ['above', 342, 0.1],
      ['above', 396, 0.1],
      ['above', 450, 0.1],
      ['above', 504, 0.1],
      ['above', 270, 1],
      ['above', 405, 2],
    ]);
  });

  it('finds nothing on days with their share', () => {
    const review = aReview({ territory, horizon: onlyMonday, series: seriesOf(customers, onlyMonday), days: [visited(9)] });
    expect(breachesOf(evenLoad, review, hours(1))).toEqual([]); // 270 of 300 min
  });

  it('says which day has too little, and which too much', () => {
    const review = aReview({ territory, horizon: twoDays, series, days: [visited(8)], unserved: left(10) });
    const found = breachesOf(evenLoad, review, hours(1));
    expect(found.map((breach) => textOf(evenLoad, breach))).toEqual([
      'r1 has work for 240 min on 2026-12-07; the even share is 150 min.',
      'r1 has work for only 0 min on 2026-12-08; the even share is 150 min.',
    ]);
    // 75 min above 165 at a tenth, 21 above the next step; 135 + 105 + 75 min below the three limits, and an idle day.
    expect(found.map(({ cost }) => cost)).toEqual([Math.round(75 * 60 * 0.1) + Math.round(21 * 60 * 0.1), (135 + 105 + 75 + 6 * 15) * 60]);
  });

  it('says that a day is idle while wanted visits are left out', () => {
    const review = aReview({ territory, horizon: twoDays, series, days: [visited(8)], unserved: left(8) });
    expect(breachesOf(evenLoad, review, hours(1)).map((breach) => textOf(evenLoad, breach))).toContain(
      'r1 is idle on 2026-12-08, while 2 wanted visits are left out.',
    );
  });
});
