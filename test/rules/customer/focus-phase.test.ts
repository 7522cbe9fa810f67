import { describe, expect, it } from 'vitest';
import { type Calendar, type DayRange, day } from '../../../src/domain/calendar.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';
import { hours } from '../../../src/kernel/units.ts';
import { focusPhase } from '../../../src/rules/customer/focus-phase.ts';
import {
  aCalendar,
  aCustomer,
  aFrequency,
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
} from '../../support/builders.ts';

const volatile = aCustomer({ id: 'c1', tags: ['volatile'] });
const plain = aCustomer({ id: 'c2' });
const price = hours(1);

// The phase is 6 to 10: in December 2026 Sunday to Thursday, with the working days 7, 8, 9 and 10.
const firstHalf: DayRange = { first: day('2026-12-01'), last: day('2026-12-15') };
const range = (first: string, last: string): DayRange => ({ first: day(first), last: day(last) });
const daysOff = (...dates: readonly string[]): Calendar =>
  aCalendar({ exceptions: new Map(dates.map((date) => [day(date), { day: day(date), name: 'holiday', working: false }])) });
const seen = (date: string, kind: PastVisit['kind'] = 'ordinary'): PastVisit => aPastVisit({ customer: volatile.id, day: day(date), kind });

interface Setting {
  readonly horizon?: DayRange;
  readonly calendar?: Calendar;
  readonly history?: readonly PastVisit[];
  readonly visitDays?: DayRange;
}

function setUp({ horizon = firstHalf, calendar = aCalendar(), history = [], visitDays = horizon }: Setting) {
  const territory = aTerritory({ customers: [volatile, plain], calendar, history });
  const series = [aSeries({ customer: volatile, days: visitDays }), aSeries({ customer: plain, days: visitDays })];
  return { territory, horizon, series };
}

const terms = (setting: Setting = {}) => termsOf(focusPhase, aScene(setUp(setting)), price);

describe('customer/focus-phase, obligation', () => {
  it('is a visit within the phase, by the share of it that is over', () => {
    const scene = aScene(setUp({ horizon: range('2026-12-01', '2026-12-08') }));
    // 7 and 8 of the four working days.
    expect(obligationOf(focusPhase, scene)).toEqual([
      { series: scene.series[0], from: day('2026-12-07'), until: day('2026-12-08'), share: 0.5 },
    ]);
  });
});

describe('customer/focus-phase', () => {
  it('demands a visit within the phase from each customer with a tag', () => {
    // From 7 to 10 December, days 6 to 9 of the horizon.
    expect(terms()).toEqual([{ term: 'phase', series: 0, from: 6, until: 9, least: 1, price: 3600 }]);
  });

  it('demands nothing in a horizon outside of the phase', () => {
    expect(terms({ horizon: range('2026-12-11', '2026-12-31') })).toEqual([]);
  });

  it('demands a visit in each month of a long horizon', () => {
    // In January 2027 the phase is Wednesday 6 to Friday 8, days 36 to 38 from 1 December; 9 and 10 are a weekend.
    const found = terms({ horizon: range('2026-12-01', '2027-01-31') });
    expect(found).toMatchObject([
      { from: 6, until: 9 },
      { from: 36, until: 38 },
    ]);
  });

  it('demands no more than the share of the phase that is over when the next plan can still make the visit', () => {
    // 7 and 8 of the four working days: half the price.
    expect(terms({ horizon: range('2026-12-01', '2026-12-08') })).toMatchObject([{ from: 6, until: 7, price: 1800 }]);
  });

  it('has the whole price in the last part', () => {
    expect(terms({ horizon: range('2026-12-09', '2026-12-15') })).toMatchObject([{ from: 0, until: 1, price: 3600 }]);
  });

  it('accepts a visit that history holds', () => {
    const horizon = range('2026-12-09', '2026-12-15');
    expect(terms({ horizon, history: [seen('2026-12-07')] })).toEqual([]);
    expect(terms({ horizon, history: [seen('2026-12-07', 'call')] })).toHaveLength(1);
    expect(terms({ horizon, history: [seen('2026-12-04')] })).toHaveLength(1);
  });

  it('moves to as many of the next working days where the phase has none', () => {
    // 7 to 10 are holidays. Five days stand in: Friday 11, Monday 14 to Thursday 17, days 10 to 16.
    const calendar = daysOff('2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10');
    expect(terms({ horizon: range('2026-12-01', '2026-12-31'), calendar })).toMatchObject([{ from: 10, until: 16, price: 3600 }]);
  });

  it('demands nothing of a customer without a visit due in the phase', () => {
    expect(terms({ visitDays: range('2026-12-01', '2026-12-04') })).toEqual([]);
  });

  it('counts only the first kind for a customer with visits of several kinds', () => {
    const second = aSeries({ customer: volatile, frequency: aFrequency({ id: 'return', kind: 'return' }), days: firstHalf });
    const { series, ...rest } = setUp({});
    expect(termsOf(focusPhase, aScene({ ...rest, series: [...series.slice(0, 1), second] }), price)).toHaveLength(1);
  });

  it('takes its days and tags from the policy', () => {
    const params = { fromDay: 1, untilDay: 5, tags: ['enterprise'] };
    expect(termsOf(focusPhase, aScene(setUp({})), price, params)).toEqual([]);
    expect(termsOf(focusPhase, aScene(setUp({})), price, { ...params, tags: ['volatile'] })).toMatchObject([{ from: 0, until: 3 }]);
  });

  it('finds the customers that the plan does not visit in time', () => {
    const visited = (date: string) => {
      const days = [aPlannedDay({ day: day(date), stops: [aVisitStop(volatile, { start: '10:00' })] })];
      return breachesOf(focusPhase, aReview({ ...setUp({}), days }), price);
    };
    expect(visited('2026-12-10')).toEqual([]);
    const late = visited('2026-12-11');
    expect(late.map(({ units }) => units)).toEqual([1]);
    expect(late.map((breach) => textOf(focusPhase, breach))).toEqual(['c1 is not visited between 2026-12-07 and 2026-12-10.']);
  });

  it('charges the same share as the terms', () => {
    const review = aReview(setUp({ horizon: range('2026-12-01', '2026-12-07') }));
    // One of the four working days.
    expect(breachesOf(focusPhase, review, price).map(({ units }) => units)).toEqual([0.25]);
    expect(terms({ horizon: range('2026-12-01', '2026-12-07') })).toMatchObject([{ price: 900 }]);
  });
});
