import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { earlyDays } from '../../../src/rules/customer/early-days.ts';
import {
  aCustomer,
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

// Leaving out a required visit costs 8 h in tier A and 4 h in tier C: half as much.
const [a, c] = [aCustomer({ id: 'c1', tier: 'A' }), aCustomer({ id: 'c2', tier: 'C' })];
const territory = aTerritory({ customers: [a, c] });

describe('customer/early-days, obligation', () => {
  it('is the weight of each tier among required visits', () => {
    const [first, second, optional] = [aSeries({ customer: a }), aSeries({ customer: c }), aSeries({ customer: a, required: [false] })];
    expect(obligationOf(earlyDays, aScene({ territory, series: [first, second, optional] }))).toEqual(
      new Map([
        [first, 1],
        [second, 0.5], // 4 ÷ 8
      ]),
    );
  });
});

describe('customer/early-days, compiled', () => {
  it('prices each day of waiting by what leaving out the tier costs', () => {
    const terms = termsOf(earlyDays, aScene({ territory }), 60).flatMap((term) => (term.term === 'gap' ? [term] : []));
    const afterTwoDays = terms.map(({ series, before, between }) => [series, between(2 - (before ?? 0))]);
    expect(afterTwoDays).toEqual([
      [0, 120], // 2 × 60
      [1, 60], // 2 × 60 × 4 ÷ 8
    ]);
  });

  it('demands nothing for customers whose visits are all optional', () => {
    const series = [aSeries({ customer: a, required: [false, false] })];
    expect(termsOf(earlyDays, aScene({ territory, series }), 60)).toEqual([]);
  });
});

describe('customer/early-days, audited', () => {
  const judge = (on: string) => {
    const days = [aRound({ day: day(on), stops: [aVisitStop(a, { start: '09:00' }), aVisitStop(c, { start: '10:00' })] })];
    return breachesOf(earlyDays, aReview({ territory, days }), 60);
  };

  it('accepts visits on the first day', () => {
    expect(judge('2026-12-07')).toEqual([]);
  });

  it('counts the days that each waits, by its tier', () => {
    expect(judge('2026-12-10')).toMatchObject([{ units: 3 }, { units: 1.5 }]);
    expect(judge('2026-12-10').map((breach) => textOf(earlyDays, breach))).toEqual([
      'c1 of tier A waits for 3 days of the plan.',
      'c2 of tier C waits for 3 days of the plan.',
    ]);
  });
});
