import { describe, expect, it } from 'vitest';
import { type DayRange, day } from '../../../src/domain/calendar.ts';
import { present } from '../../../src/kernel/assert.ts';
import { hours } from '../../../src/kernel/units.ts';
import { spacing } from '../../../src/rules/customer/spacing.ts';
import {
  aCommitment,
  aCustomer,
  aFrequency,
  aPlannedDay,
  aReview,
  aScene,
  aSeries,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const customer = aCustomer();
const territory = aTerritory({ customers: [customer] });
const fortnight: DayRange = { first: day('2026-12-07'), last: day('2026-12-20') };
// At least 4 days apart, at most 12; the last visit was on Friday, 4 December.
const frequency = aFrequency({ minGapDays: 4, maxGapDays: 12 });
const last = day('2026-12-04');
const seriesOf = (required: readonly boolean[], lastVisit: typeof last | null = last) => [
  aSeries({ customer, frequency, lastVisit, required, days: fortnight }),
];
const visitsOn = (...dates: readonly string[]) =>
  dates.map((date, i) => aPlannedDay({ day: day(date), stops: [aVisitStop(customer, { start: '10:00', nth: i + 1 })] }));

const aDay = 100; // seconds of price
// 40 hours, and the price of leaving out a visit of the dearest tier: A, 8 hours.
const crowding = hours(48);

function breaches(dates: readonly string[], lastVisit: typeof last | null = last) {
  const series = seriesOf([true, true], lastVisit);
  return breachesOf(spacing, aReview({ territory, horizon: fortnight, series, days: visitsOn(...dates) }), aDay);
}

describe('customer/spacing, obligation', () => {
  it('is the gaps of the frequency, where any are to be kept', () => {
    const series = [...seriesOf([true]), aSeries({ frequency: aFrequency({ minGapDays: 1, maxGapDays: null }) })];
    const obligation = obligationOf(spacing, aScene({ territory, horizon: fortnight, series }));
    expect(obligation).toMatchObject(new Map([[series[0], { minGapDays: 4, maxGapDays: 12 }]]));
  });
});

describe('customer/spacing', () => {
  it('prices each day that a gap is too short or too long', () => {
    const [term] = termsOf(spacing, aScene({ territory, horizon: fortnight, series: seriesOf([true]) }), aDay);
    if (term?.term !== 'gap') throw new Error('There is no gap term.');
    expect(term.before).toBe(-3); // 4 December is three days before the 7th
    expect([3, 4, 12, 14].map(term.between)).toEqual([crowding + 100, 0, 0, 200]); // 4 − 3 = 1 day short; 14 − 12 = 2 days long
    expect([3, 12, 15].map(term.open)).toEqual([0, 0, 300]); // an open gap can only be too long: 15 − 12
  });

  it('counts more than a year too long as a year, on both sides', () => {
    const [term] = termsOf(spacing, aScene({ territory, horizon: fortnight, series: seriesOf([true]) }), aDay);
    if (term?.term !== 'gap') throw new Error('There is no gap term.');
    // 12 + 366 days is a year too long; a century costs no more.
    expect([12 + 365, 12 + 366, 36_500].map(term.between)).toEqual([36_500, 36_600, 36_600]);
    expect(term.open(36_500)).toBe(36_600);
    const units = breaches(['2026-12-07'], day('1990-01-01')).map((breach) => breach.units);
    expect(Math.max(...units)).toBe(366);
  });

  it('has no visit before the plan where there was none', () => {
    const scene = aScene({ territory, horizon: fortnight, series: seriesOf([true], null) });
    expect(termsOf(spacing, scene, aDay)).toMatchObject([{ before: null }]);
  });

  it('demands nothing where any two days will do', () => {
    const series = [aSeries({ frequency: aFrequency({ minGapDays: 1, maxGapDays: null }) })];
    expect(termsOf(spacing, aScene({ territory, series }), aDay)).toEqual([]);
  });

  it('finds visits too close to each other and to the last one before', () => {
    // 4 → 7 December: 3 days, 1 short. 7 → 9: 2 days, 2 short. 9 → 21: 12 days, well.
    const found = breaches(['2026-12-07', '2026-12-09']);
    expect(found.map(({ units }) => units)).toEqual([1, 2]);
    expect(found.map((breach) => textOf(spacing, breach))).toEqual([
      'c1 is visited on 2026-12-04 and again on 2026-12-07: 3 days apart instead of 4 or more.',
      'c1 is visited on 2026-12-07 and again on 2026-12-09: 2 days apart instead of 4 or more.',
    ]);
  });

  it('finds gaps that are too long', () => {
    // 4 → 18 December: 14 days, 2 too many. 18 → 21: open, well.
    const found = breaches(['2026-12-18']);
    expect(found.map(({ units }) => units)).toEqual([2]);
    expect(found.map((breach) => textOf(spacing, breach))).toEqual([
      'c1 is visited on 2026-12-04 and then on 2026-12-18: 14 days apart instead of 12 or fewer.',
    ]);
  });

  it('finds what is sure to be too long by the end', () => {
    // No visit: 4 → 21 December is 17 days, 5 too many.
    const found = breaches([]);
    expect(found.map(({ units }) => units)).toEqual([5]);
    expect(found.map((breach) => textOf(spacing, breach))).toEqual([
      'c1 was last visited on 2026-12-04; the next visit comes after 17 days at the earliest instead of 12 or fewer.',
    ]);
  });

  it('finds nothing about a customer that was never visited and is not', () => {
    expect(breaches([], null)).toEqual([]);
  });

  it('charges what the terms charge', () => {
    const dates = ['2026-12-07', '2026-12-08'];
    const [term] = termsOf(spacing, aScene({ territory, horizon: fortnight, series: seriesOf([true, true]) }), aDay);
    if (term?.term !== 'gap') throw new Error('There is no gap term.');
    // Days 0 and 1 of 14; before −3: gaps 3 and 1, and 13 open.
    const priced = term.between(3) + term.between(1) + term.open(13);
    expect(breaches(dates).reduce((sum, { cost = 0 }) => sum + cost, 0)).toBe(priced);
    expect(priced).toBe(2 * crowding + 500); // 1 + 3 + 1 days, and twice too close
  });

  it('lets promised days come as close as they are', () => {
    const dates = ['2026-12-07', '2026-12-09'];
    const commitments = dates.map((date) => aCommitment({ customer: customer.id, day: day(date) }));
    const series = [{ ...present(seriesOf([true, true])[0], 'a series'), commitments }];
    const [term] = termsOf(spacing, aScene({ territory, horizon: fortnight, series }), aDay);
    if (term?.term !== 'gap') throw new Error('There is no gap term.');
    expect([1, 2].map(term.between)).toEqual([crowding + 300, 200]); // two days apart were promised, one was not
    const found = breachesOf(spacing, aReview({ territory, horizon: fortnight, series, days: visitsOn(...dates) }), aDay);
    expect(found.map(({ cost }) => cost)).toEqual([100, 200]);
  });

  it('never pays for a visit that is too close, whatever else is gained', () => {
    // The price of a day is a second: what counts is what crowding costs besides.
    const [term] = termsOf(spacing, aScene({ territory, horizon: fortnight, series: seriesOf([true]) }), 1);
    if (term?.term !== 'gap') throw new Error('There is no gap term.');
    expect(Math.min(...[1, 2, 3].map(term.between))).toBeGreaterThan(hours(48));
  });

  it('prices a day that leaves another required visit no room', () => {
    // From Monday to Friday, two visits four days apart can only be on Monday and Friday. Half of tier A's 8 hours.
    const week: DayRange = { first: day('2026-12-07'), last: day('2026-12-11') };
    const series = [aSeries({ customer, frequency, lastVisit: day('2026-12-01'), required: [true, true], days: week })];
    const terms = termsOf(spacing, aScene({ territory, horizon: week, series }), aDay);
    expect(terms.flatMap((term) => (term.term === 'slot' ? [{ slot: term.slot, price: term.price }] : []))).toEqual(
      [1, 2, 3].map((slot) => ({ slot, price: hours(4) })),
    );
    const found = breachesOf(spacing, aReview({ territory, horizon: week, series, days: visitsOn('2026-12-08') }), aDay);
    expect(found.map(({ cost }) => cost)).toEqual([hours(4)]);
    expect(found.map((breach) => textOf(spacing, breach))).toEqual([
      'c1 is visited on 2026-12-08, which leaves its other required visits no room at 4 days apart.',
    ]);
  });
});
