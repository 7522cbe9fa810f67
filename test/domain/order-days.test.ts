import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../src/domain/calendar.ts';
import { daysBeforeOrder, isOrderDay } from '../../src/domain/order-days.ts';
import { calendar2026 } from '../../tools/generate/holidays-2026.ts';
import { aCustomer } from '../support/builders.ts';

const onMonday = aCustomer({ orderWeekday: 1 });
const days = (first: string, last: string, lead = { least: 0, most: 1 }, customer = onMonday) =>
  daysBeforeOrder(calendar2026, customer, { first: day(first), last: day(last) }, lead).map(formatDay);

describe('isOrderDay', () => {
  it('is the weekday of the customer', () => {
    expect(isOrderDay(calendar2026, onMonday, day('2026-12-07'))).toBe(true);
    expect(isOrderDay(calendar2026, onMonday, day('2026-12-08'))).toBe(false);
    expect(isOrderDay(calendar2026, aCustomer(), day('2026-12-07'))).toBe(false);
  });

  it('moves from holidays to the next working day', () => {
    // Monday 5 October lies in the holidays that end on Wednesday 7.
    expect(isOrderDay(calendar2026, onMonday, day('2026-10-05'))).toBe(false);
    expect(isOrderDay(calendar2026, onMonday, day('2026-10-08'))).toBe(true);
  });
});

describe('daysBeforeOrder', () => {
  it('are the order day and the working day before it', () => {
    expect(days('2026-12-07', '2026-12-18')).toEqual(['2026-12-07', '2026-12-11', '2026-12-14', '2026-12-18']);
  });

  it('leave out the order day where the lead begins before it', () => {
    expect(days('2026-12-07', '2026-12-18', { least: 1, most: 1 })).toEqual(['2026-12-11', '2026-12-18']);
  });

  it('count make-up days as working days', () => {
    // Sunday 20 September is worked: it is the working day before Monday 21.
    expect(days('2026-09-17', '2026-09-22')).toEqual(['2026-09-20', '2026-09-21']);
  });

  it('are all working days for a customer without an order day', () => {
    expect(days('2026-12-07', '2026-12-09', { least: 0, most: 1 }, aCustomer())).toHaveLength(3);
  });
});
