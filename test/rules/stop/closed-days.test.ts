import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { closedDays } from '../../../src/rules/stop/closed-days.ts';
import {
  aCustomer,
  aReview,
  aRound,
  aScene,
  aTerritory,
  aVisitStop,
  breachesOf,
  monday,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

// Closed on Wednesday, and on the Monday after the week that is planned.
const c1 = aCustomer({ closedDays: [addDays(monday, 2), addDays(monday, 7)] });
const territory = aTerritory({ customers: [c1] });

describe('stop/closed-days, obligation', () => {
  it('is the closed dates within the horizon', () => {
    expect(obligationOf(closedDays, aScene({ territory }))).toEqual(new Map([['c1', [addDays(monday, 2)]]]));
  });
});

describe('stop/closed-days, compiled', () => {
  it('closes the days of the horizon', () => {
    expect(termsOf(closedDays, aScene({ territory }), 'must')).toEqual([{ term: 'windows', series: 0, day: 2, windows: [] }]);
  });
});

describe('stop/closed-days, audited', () => {
  const visitOn = (n: number) =>
    aReview({ territory, days: [aRound({ day: addDays(monday, n), stops: [aVisitStop(c1, { start: '09:00' })] })] });

  it('finds a visit on a closed day', () => {
    const breaches = breachesOf(closedDays, visitOn(2), 'must');
    expect(breaches.map((breach) => textOf(closedDays, breach))).toEqual([
      'c1 is visited on 2026-12-09, which is one of its closed dates.',
    ]);
  });

  it('accepts any other day', () => {
    expect(breachesOf(closedDays, visitOn(1), 'must')).toEqual([]);
  });
});
