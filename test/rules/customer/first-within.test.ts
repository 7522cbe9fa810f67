import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../../src/domain/calendar.ts';
import { firstWithin } from '../../../src/rules/customer/first-within.ts';
import {
  aCustomer,
  aFrequency,
  aReview,
  aRound,
  aScene,
  aSeries,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const frequency = aFrequency({ firstWithinDays: 5 });

/** A customer won on a day, under a frequency that wants it seen within five days. */
function wonOn(since: string, lastVisit: Day | null = null) {
  const customer = aCustomer({ status: 'new', since: day(since) });
  return { territory: aTerritory({ customers: [customer] }), series: [aSeries({ customer, frequency, lastVisit })] };
}

describe('customer/first-within, obligation', () => {
  it('is the deadline and the days of the plan until then', () => {
    const scene = aScene(wonOn('2026-12-03'));
    // 3 + 5 = 8 December, a day after the plan begins.
    expect(obligationOf(firstWithin, scene)).toEqual(new Map([[scene.series[0], { by: day('2026-12-08'), grace: 1 }]]));
    const overdue = aScene(wonOn('2026-11-23'));
    expect(obligationOf(firstWithin, overdue)).toEqual(new Map([[overdue.series[0], { by: day('2026-11-28'), grace: 0 }]]));
  });
});

describe('customer/first-within, compiled', () => {
  /** What a first visit on each day of the week costs. */
  const prices = (since: string, lastVisit: Day | null = null) =>
    termsOf(firstWithin, aScene(wonOn(since, lastVisit)), 60).map((term) =>
      term.term === 'gap' ? [0, 1, 2, 3, 4].map((first) => term.between(first - (term.before ?? 0))) : [],
    );

  it('prices each day after the deadline', () => {
    expect(prices('2026-12-03')).toEqual([[0, 0, 60, 120, 180]]); // until Tuesday, 8 December
  });

  it('prices every day of the plan for a customer who is overdue when it begins', () => {
    expect(prices('2026-11-23')).toEqual([[0, 60, 120, 180, 240]]);
  });

  it('demands nothing of customers with a visit since, and where there is no deadline', () => {
    expect(prices('2026-12-03', day('2026-12-03'))).toEqual([]);
    expect(termsOf(firstWithin, aScene({ ...wonOn('2026-12-03'), series: [aSeries()] }), 60)).toEqual([]);
  });

  it('counts visits from before the customer had its status for nothing', () => {
    expect(prices('2026-12-03', day('2026-12-02'))).toHaveLength(1);
  });
});

describe('customer/first-within, audited', () => {
  const judge = (since: string, on: string | null) => {
    const { territory, series } = wonOn(since);
    const stops = territory.customers.map((customer) => aVisitStop(customer, { start: '09:00' }));
    const days = on === null ? [] : [aRound({ day: day(on), stops })];
    return breachesOf(firstWithin, aReview({ territory, series, days }), 60);
  };
  const tell = (...judged: Parameters<typeof judge>) => judge(...judged).map((breach) => textOf(firstWithin, breach));

  it('accepts a visit on the last day', () => {
    expect(judge('2026-12-03', '2026-12-08')).toEqual([]);
  });

  it('counts the days by which the first visit is late', () => {
    expect(judge('2026-12-03', '2026-12-10')).toMatchObject([{ units: 2 }]);
    expect(tell('2026-12-03', '2026-12-10')).toEqual(['c1 was due for its first visit by 2026-12-08, and is visited on 2026-12-10.']);
  });

  it('counts until the end of the plan for a customer that is left out', () => {
    expect(judge('2026-12-03', null)).toMatchObject([{ units: 4 }]); // Saturday the 12th − Tuesday the 8th
    expect(tell('2026-12-03', null)).toEqual(['c1 was due for its first visit by 2026-12-08, and is not visited.']);
  });

  it('demands nothing where the deadline lies after the plan', () => {
    expect(judge('2026-12-07', null)).toEqual([]);
  });
});
