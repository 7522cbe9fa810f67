import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../src/domain/calendar.ts';
import type { Term } from '../../../src/terms/terms.ts';
import { forgottenFirst } from '../../../src/rules/customer/forgotten-first.ts';
import {
  aCustomer,
  aRequest,
  aReview,
  aRound,
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

const unseenFor = (days: number) => aSeries({ customer: aCustomer(), lastVisit: addDays(monday, -days) });

/** What a first visit after so many days of the week costs, and none at all. */
function prices(term: Term | undefined) {
  if (term?.term !== 'gap' || term.before === null) return null;
  const { between, open, before } = term;
  return { after: [0, 1, 4].map((days) => between(days - before)), never: open(5 - before) };
}

const priced = (series: ReturnType<typeof aSeries>) => termsOf(forgottenFirst, aScene({ series: [series] }), 60, { after: 60 }).map(prices);

describe('customer/forgotten-first, obligation', () => {
  it('is the weight of customers who were not visited for long', () => {
    const [recent, forgotten] = [unseenFor(59), unseenFor(90)];
    // 90 ÷ 60
    expect(obligationOf(forgottenFirst, aScene({ series: [recent, forgotten, aSeries()] }), { after: 60 })).toEqual(
      new Map([[forgotten, 1.5]]),
    );
  });
});

describe('customer/forgotten-first, limits', () => {
  it('weighs a customer without a visit for many years no more than twenty times', () => {
    const ancient = unseenFor(36_500);
    expect(obligationOf(forgottenFirst, aScene({ series: [ancient] }), { after: 60 })).toEqual(new Map([[ancient, 20]]));
  });
});

describe('customer/forgotten-first, compiled', () => {
  it('prices each day that a forgotten customer waits', () => {
    expect(priced(unseenFor(60))).toEqual([{ after: [0, 60, 240], never: 300 }]);
  });

  it('prices it more the longer the customer was unseen', () => {
    expect(priced(unseenFor(90))).toEqual([{ after: [0, 90, 360], never: 450 }]); // 90 ÷ 60 = 1.5 times
  });

  it('demands nothing for customers with a recent visit or none ever, and for requests', () => {
    expect(priced(unseenFor(59))).toEqual([]);
    expect(priced(aSeries())).toEqual([]);
    expect(priced({ ...unseenFor(90), origin: { by: 'request', request: aRequest() } })).toEqual([]);
  });
});

describe('customer/forgotten-first, audited', () => {
  const c1 = aCustomer();
  const judge = (on: string | null, unseen = 90) => {
    const days = on === null ? [] : [aRound({ day: day(on), stops: [aVisitStop(c1, { start: '09:00' })] })];
    const territory = aTerritory({ customers: [c1] });
    return breachesOf(forgottenFirst, aReview({ territory, series: [unseenFor(unseen)], days }), 60, { after: 60 });
  };

  it('accepts a visit on the first day and customers who are not forgotten', () => {
    expect([...judge('2026-12-07'), ...judge('2026-12-11', 59)]).toEqual([]);
  });

  it('counts the days until the visit by how long the customer was unseen', () => {
    expect(judge('2026-12-09')).toMatchObject([{ units: 3 }]); // 2 days × 90 ÷ 60
    expect(judge('2026-12-09').map((breach) => textOf(forgottenFirst, breach))).toEqual([
      'c1, last visited on 2026-09-08, waits for 2 days of the plan.',
    ]);
  });

  it('counts all days of the plan for a customer that is left out', () => {
    expect(judge(null)).toMatchObject([{ units: 7.5 }]); // 5 days × 90 ÷ 60
  });
});
