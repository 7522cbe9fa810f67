import { describe, expect, it } from 'vitest';
import { type DayRange, day } from '../../../src/domain/calendar.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { sameWeekday } from '../../../src/rules/customer/same-weekday.ts';
import {
  aCustomer,
  aPastVisit,
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
    expect(obligationOf(sameWeekday, aScene({ territory, horizon: month, series: all }))).toEqual(new Map([[series[0], null]]));
    expect(obligationOf(sameWeekday, aScene({ territory, horizon: week, series: all }))).toEqual(new Map());
  });
});

describe('customer/same-weekday with past visits', () => {
  const once = [aSeries({ customer })];
  const visitedOn = (dates: readonly string[]) => ({ ...territory, history: dates.map((date) => aPastVisit({ day: day(date) })) });
  const weekdayIn = (dates: readonly string[]) => [
    ...(
      obligationOf(sameWeekday, aScene({ territory: visitedOn(dates), horizon: week, series: once })) as ReadonlyMap<unknown, unknown>
    ).values(),
  ];

  it('has a usual weekday where at least two, and three in five, of the last five visits fell on it', () => {
    expect(weekdayIn(['2026-12-01'])).toEqual([]);
    expect(weekdayIn(['2026-11-24', '2026-12-01'])).toEqual([2]);
    expect(weekdayIn(['2026-11-17', '2026-11-24', '2026-12-02', '2026-12-03'])).toEqual([]);
    expect(weekdayIn(['2026-11-17', '2026-11-24', '2026-12-01', '2026-12-02', '2026-12-03'])).toEqual([2]);
    // The sixth and older ones do not count.
    expect(weekdayIn(['2026-10-06', '2026-10-13', '2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26', '2026-12-01'])).toEqual([4]);
  });

  it('prices the other weekdays, in a plan of a week too', () => {
    const known = visitedOn(['2026-11-24', '2026-12-01']);
    expect(termsOf(sameWeekday, aScene({ territory: known, horizon: week, series: once }), minutes(3))).toEqual(
      [0, 2, 3, 4].map((slot) => ({ term: 'slot', series: 0, slot, price: 180 })),
    );
    const on = (date: string) => {
      const days = [aPlannedDay({ day: day(date), stops: [aVisitStop(customer, { start: '10:00' })] })];
      return breachesOf(sameWeekday, aReview({ territory: known, horizon: week, series: once, days }), minutes(3)).map(
        ({ units }) => units,
      );
    };
    expect(on('2026-12-08')).toEqual([]);
    expect(on('2026-12-09')).toEqual([1]);
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
