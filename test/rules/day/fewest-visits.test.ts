import { describe, expect, it } from 'vitest';
import type { Customer, Setting } from '../../../src/domain/customer.ts';
import type { AggregateTerm } from '../../../src/terms/terms.ts';
import { hours, seconds } from '../../../src/kernel/units.ts';
import { fewestVisits } from '../../../src/rules/day/fewest-visits.ts';
import type { Scene } from '../../../src/rules/rule.ts';
import {
  aCustomer,
  aDuty,
  aFrequency,
  aPlannedDay,
  aPolicy,
  aReview,
  aScene,
  aSeries,
  at,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const PRICE = 1800;
/** So many customers in town, then so many in the country. */
const customersOf = (town: number, country: number): readonly Customer[] =>
  Array.from({ length: town + country }, (_, i) => aCustomer({ id: `c${i + 1}`, setting: i < town ? 'town' : 'country' }));

const termsOn = (scene: Scene, params = {}) =>
  termsOf(fewestVisits, scene, PRICE, params).filter((term): term is AggregateTerm => term.term === 'aggregate');
/** A scene of one rep-day, with one customer of each setting, whose field time is a share of a full day. */
function sceneWith(fieldTime: number, fullFieldTime: number): Scene {
  const scene = aScene({ territory: aTerritory({ customers: customersOf(1, 1) }), horizon: onlyMonday });
  const times = { fieldTime: seconds(fieldTime), fullFieldTime: seconds(fullFieldTime) };
  return { ...scene, repDays: scene.repDays.map((repDay) => ({ ...repDay, ...times })) };
}
/** What a visit of the n-th series adds. */
const unitsOf = ({ of }: AggregateTerm, n: number): number => (typeof of === 'string' ? 0 : (of.per[n] ?? 0));

describe('day/fewest-visits, obligation', () => {
  it('is the least visits of each day and their units', () => {
    // Half a day: 30 ÷ 2 = 15 and ⌊25 ÷ 2⌋ = 12; their least common multiple is 60.
    const scene = sceneWith(hours(3.5), hours(7));
    const minimum = { least: { town: 15, country: 12 }, units: { town: 4, country: 5 }, full: 60 };
    expect(obligationOf(fewestVisits, scene, { town: 30, country: 25, walkIns: true })).toEqual({
      minimumOf: new Map([[scene.repDays[0], minimum]]),
      walkIns: true,
    });
  });
});

describe('day/fewest-visits, compiled', () => {
  it('cuts a full day into units that suit both settings', () => {
    // 150 = 30 × 5 = 25 × 6; a visit in town is 5 of them, so one of them costs a fifth of the price.
    const [term] = termsOn(sceneWith(hours(7), hours(7)), { town: 30, country: 25 });
    expect(term).toMatchObject({ slot: 0, side: 'below', limit: 150, price: PRICE / 5 });
    expect([0, 1].map((n) => term && unitsOf(term, n))).toEqual([5, 6]);
  });

  it('needs a proportionate number of whole visits on any part of a day', () => {
    const full = 25_200; // seven hours, in steps of three minutes
    for (let fieldTime = 1080; fieldTime <= full; fieldTime += 180) {
      const [term] = termsOn(sceneWith(fieldTime, full), { town: 30, country: 25 });
      const needed = [0, 1].map((n) => term && Math.ceil(term.limit / unitsOf(term, n)));
      expect(needed).toEqual([Math.floor((30 * fieldTime) / full), Math.floor((25 * fieldTime) / full)]);
    }
  });

  it('demands nothing of a day too short for one visit', () => {
    // 25 × 17 ÷ 420 minutes = 1.01; 25 × 16 ÷ 420 = 0.95
    expect(termsOn(sceneWith(17 * 60, hours(7)))).toHaveLength(1);
    expect(termsOn(sceneWith(16 * 60, hours(7)))).toEqual([]);
  });

  it('counts with one amount on all days with the same minimum', () => {
    const [first, ...others] = termsOn(aScene());
    expect(others).toHaveLength(4);
    for (const term of others) expect(term.of).toBe(first?.of);
  });

  it('prorates by what duties leave of the field time', () => {
    // 08:00–17:00 is nine hours; a summary from 13:30 leaves five and a half: 30 × 5.5 ÷ 9 = 18.3, 25 × 5.5 ÷ 9 = 15.3.
    const summary = aDuty({ days: { on: 'weekdays', weekdays: [1] }, from: at('13:30'), until: at('17:00') });
    const territory = aTerritory({ policy: aPolicy({ duties: [summary] }) });
    // 90 is the least common multiple of 18 and 15.
    expect(termsOn(aScene({ territory })).map(({ limit }) => limit)).toEqual([90, 150, 150, 150, 150]);
  });
});

describe('day/fewest-visits, audited', () => {
  /** The judgement on a Monday with so many visits in town and in the country. */
  function judge(town: number, country: number, params = { town: 4, country: 3 }) {
    const customers = customersOf(town, country);
    const stops = customers.map((customer) => aVisitStop(customer, { start: '09:00' }));
    const review = aReview({ territory: aTerritory({ customers }), horizon: onlyMonday, days: [aPlannedDay({ stops })] });
    return breachesOf(fewestVisits, review, PRICE, params);
  }

  it('accepts the least of either setting', () => {
    expect(judge(4, 0)).toEqual([]);
    expect(judge(0, 3)).toEqual([]);
    expect(judge(7, 0)).toEqual([]);
  });

  it('counts visits missing in town at the price', () => {
    const breaches = judge(3, 0);
    expect(breaches).toMatchObject([{ units: 1, cost: PRICE }]);
    expect(breaches.map((breach) => textOf(fewestVisits, breach))).toEqual([
      'r1 has 3 visits on 2026-12-07; the day needs 4 in town or 3 in the country.',
    ]);
  });

  it('counts a visit missing in the country for more, since the minimum is smaller', () => {
    // 12 units a day, 3 in town, 4 in the country: 4 missing at 1800 ÷ 3
    expect(judge(0, 2)).toMatchObject([{ units: 4 / 3, cost: 2400 }]);
  });

  it('adds the shares of both on a mixed day', () => {
    // 2 of 4 in town, 1 of 3 in the country: 6 + 4 of 12 units, 2 missing at 600
    expect(judge(2, 1)).toMatchObject([{ cost: 1200 }]);
    // 2 of 4 and 2 of 3: 6 + 8 of 12
    expect(judge(2, 2)).toEqual([]);
  });

  it('charges the full price of an empty day', () => {
    expect(judge(0, 0)).toMatchObject([{ units: 4, cost: 4 * PRICE }]);
  });

  it('agrees with what the search makes of the same day', () => {
    const params = { town: 30, country: 25 };
    const [term] = termsOn(aScene({ territory: aTerritory({ customers: customersOf(1, 1) }), horizon: onlyMonday }), params);
    const settings: readonly Setting[] = ['town', 'country'];
    for (const [town, country] of [
      [0, 0],
      [7, 0],
      [0, 7],
      [11, 13],
      [29, 0],
      [0, 24],
      [15, 12],
    ] as const) {
      const counts = { town, country };
      const units = settings.reduce((sum, setting, n) => sum + counts[setting] * (term ? unitsOf(term, n) : 0), 0);
      const cost = term && Math.round((term.limit - units) * term.price);
      expect(judge(town, country, params).map((breach) => breach.cost)).toEqual([cost]);
    }
  });
});

describe('day/fewest-visits and walk-ins', () => {
  const customers = customersOf(2, 0);
  const territory = aTerritory({ customers });
  const series = customers.map((customer, i) => aSeries({ customer, frequency: aFrequency({ kind: i === 0 ? 'walk-in' : 'ordinary' }) }));

  it('counts walk-ins only where the policy counts them', () => {
    const scene = aScene({ territory, series, horizon: onlyMonday });
    expect(termsOn(scene).map((term) => [unitsOf(term, 0), unitsOf(term, 1)])).toEqual([[0, 5]]);
    expect(termsOn(scene, { walkIns: true }).map((term) => [unitsOf(term, 0), unitsOf(term, 1)])).toEqual([[5, 5]]);
  });

  it('misses as many more', () => {
    const stops = customers.map(
      (customer, i) => ({ ...aVisitStop(customer, { start: `0${8 + i}:00` }), kind: i === 0 ? 'walk-in' : 'ordinary' }) as const,
    );
    const review = aReview({ territory, horizon: onlyMonday, days: [aPlannedDay({ stops })] });
    // 30 asked in town, one of two visits counts, or both.
    expect(breachesOf(fewestVisits, review, PRICE)).toMatchObject([{ units: 29 }]);
    expect(breachesOf(fewestVisits, review, PRICE, { walkIns: true })).toMatchObject([{ units: 28 }]);
  });
});
