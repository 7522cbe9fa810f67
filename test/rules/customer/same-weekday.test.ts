import { describe, expect, it } from 'vitest';
import { type DayRange, day } from '../../../src/domain/calendar.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { sameWeekday } from '../../../src/rules/customer/same-weekday.ts';
import {
  aCustomer,
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
  week,
} from '../../support/builders.ts';

const customer = aCustomer();
const territory = aTerritory({ customers: [customer] });
const month: DayRange = { first: day('2026-12-07'), last: day('2026-12-31') };
const series = [aSeries({ customer, required: [true, true, true], days: month })];

const breaches = (dates: readonly string[], horizon = month) => {
  const days = dates.map((date, i) => aPlannedDay({ day: day(date), stops: [aVisitStop(customer, { start: '10:00', nth: i + 1 })] }));
  return breachesOf(sameWeekday, aReview({ territory, horizon, series, days }), minutes(3));
};

describe('customer/same-weekday, obligation', () => {
  it('is the series with several visits, where weekdays come twice', () => {
    const all = [aSeries({ customer }), ...series];
    expect(obligationOf(sameWeekday, aScene({ territory, horizon: month, series: all }))).toEqual(new Set(series));
    expect(obligationOf(sameWeekday, aScene({ territory, horizon: week, series: all }))).toEqual(new Set());
  });
});

describe('customer/same-weekday', () => {
  it('prices visits of customers who have several', () => {
    const once = aSeries({ customer, days: month });
    expect(termsOf(sameWeekday, aScene({ territory, horizon: month, series: [...series, once] }), minutes(3))).toEqual([
      { term: 'weekday', series: 0, price: 180 },
    ]);
  });

  it('does not apply to plans in which no weekday comes twice', () => {
    expect(termsOf(sameWeekday, aScene({ territory, horizon: week, series }), minutes(3))).toEqual([]);
    expect(breaches(['2026-12-07', '2026-12-08'], week)).toEqual([]);
  });

  it('counts the visits off the most frequent weekday', () => {
    // Tuesday 8, Tuesday 15, Thursday 24.
    const found = breaches(['2026-12-08', '2026-12-15', '2026-12-24']);
    expect(found.map(({ units }) => units)).toEqual([1]);
    expect(found.map((breach) => textOf(sameWeekday, breach))).toEqual(['c1: 1 of 3 visits are not on the usual weekday.']);
  });

  it('counts all but one where no weekday comes twice', () => {
    expect(breaches(['2026-12-08', '2026-12-16', '2026-12-24']).map(({ units }) => units)).toEqual([2]);
  });

  it('finds nothing about a single visit or none', () => {
    expect(breaches(['2026-12-08'])).toEqual([]);
    expect(breaches([])).toEqual([]);
  });
});
