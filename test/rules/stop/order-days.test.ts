import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { orderDays } from '../../../src/rules/stop/order-days.ts';
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

// c1 orders on Wednesday, c2 on no day in particular.
const [c1, c2] = [aCustomer({ id: 'c1', orderWeekday: 3 }), aCustomer({ id: 'c2' })];
const territory = aTerritory({ customers: [c1, c2] });
const complaint = aSeries({ customer: c1, origin: { by: 'request', request: aRequest() } });

describe('stop/order-days, obligation', () => {
  it('is the days before the order for regular visits of customers with an order day', () => {
    const scene = aScene({ territory, series: [aSeries({ customer: c1 }), aSeries({ customer: c2 }), complaint] });
    // Tuesday and Wednesday
    const days = new Set([addDays(monday, 1), addDays(monday, 2)]);
    expect(obligationOf(orderDays, scene)).toEqual({ lead: { least: 0, most: 1 }, daysFor: new Map([[scene.series[0], days]]) });
  });
});

describe('stop/order-days, compiled', () => {
  it('leaves the order day and the working day before it', () => {
    // Slots are Monday to Friday: Tuesday and Wednesday, 1 and 2, remain.
    expect(termsOf(orderDays, aScene({ territory }), 'must')).toEqual(
      [0, 3, 4].map((slot) => ({ term: 'slot', series: 0, slot, price: FORBIDDEN })),
    );
  });

  it('goes by the lead of the policy, and by its price', () => {
    // One to two working days before Wednesday: Monday and Tuesday.
    expect(termsOf(orderDays, aScene({ territory }), 600, { least: 1, most: 2 })).toEqual(
      [2, 3, 4].map((slot) => ({ term: 'slot', series: 0, slot, price: 600 })),
    );
  });

  it('looks beyond the weekend and the horizon for the order', () => {
    // Who orders on Monday is visited on Monday or on the Friday before the next one.
    const customers = [aCustomer({ orderWeekday: 1 })];
    expect(termsOf(orderDays, aScene({ territory: aTerritory({ customers }) }), 'must')).toMatchObject([
      { slot: 1 },
      { slot: 2 },
      { slot: 3 },
    ]);
  });

  it('lets requests have their own dates', () => {
    expect(termsOf(orderDays, aScene({ territory, series: [complaint] }), 'must')).toEqual([]);
  });
});

describe('stop/order-days, audited', () => {
  const visited = (at: string, series = aSeries({ customer: c1 })) => {
    const days = [aRound({ day: day(at), stops: [aVisitStop(c1, { start: '09:00' })] })];
    return breachesOf(orderDays, aReview({ territory, series: [series], days }), 600);
  };

  it('accepts a visit on the order day or on the working day before', () => {
    expect([...visited('2026-12-09'), ...visited('2026-12-08')]).toEqual([]);
  });

  it('finds a visit after the order, or too long before it', () => {
    expect(visited('2026-12-10')).toHaveLength(1);
    expect(visited('2026-12-07').map((breach) => textOf(orderDays, breach))).toEqual([
      'c1 is visited on 2026-12-07, which is not 0 to 1 working days before it orders.',
    ]);
  });

  it('leaves out requests and customers without an order day', () => {
    const days = [aRound({ day: monday, stops: [aVisitStop(c1, { start: '09:00' }), aVisitStop(c2, { start: '10:00' })] })];
    expect(breachesOf(orderDays, aReview({ territory, series: [complaint, aSeries({ customer: c2 })], days }), 600)).toEqual([]);
  });
});
