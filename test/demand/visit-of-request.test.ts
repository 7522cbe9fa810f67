import { describe, expect, it } from 'vitest';
import { visitOfRequest } from '../../src/demand/visit-of-request.ts';
import { type DayRange, day } from '../../src/domain/calendar.ts';
import type { VisitRequest } from '../../src/domain/request.ts';
import { calendar2026 } from '../../tools/generate/holidays-2026.ts';
import { minutes } from '../../src/kernel/units.ts';
import { aCalendar, aRequest, at, week } from '../support/builders.ts';

const range = (first: string, last: string): DayRange => ({ first: day(first), last: day(last) });
const visit = (given: Parameters<typeof aRequest>[0], horizon = week) => visitOfRequest(aRequest(given), aCalendar(), horizon);
const appointmentOn = (date: string): VisitRequest['appointment'] => ({
  day: day(date),
  at: at('10:00'),
  early: minutes(10),
  mostWait: null,
});

describe('visitOfRequest', () => {
  it('requires a visit whose deadline no later plan can keep', () => {
    expect(visit({ due: range('2026-12-03', '2026-12-10') })).toEqual({
      id: 'c1/request/q1',
      days: range('2026-12-07', '2026-12-10'),
      required: true,
      weight: 1,
    });
    // Sunday 13: no working day is left after Friday 11.
    expect(visit({ due: range('2026-12-09', '2026-12-13') })).toMatchObject({ required: true, days: range('2026-12-09', '2026-12-11') });
  });

  it('is optional while it can wait, with a weight that grows with the time that is over', () => {
    // From Thursday 10 to Tuesday 15 there are four working days; two are over by Friday.
    expect(visit({ due: range('2026-12-10', '2026-12-15') })).toMatchObject({
      required: false,
      weight: 2 / 4,
      days: range('2026-12-10', '2026-12-11'),
    });
    expect(visit({ due: range('2026-12-10', '2026-12-15'), weight: 3 })).toMatchObject({ weight: (3 * 2) / 4 });
  });

  it('weighs a required visit by its request', () => {
    expect(visit({ weight: 2.5 })).toMatchObject({ required: true, weight: 2.5 });
  });

  it('never requires what is a wish', () => {
    expect(visit({ required: false })).toMatchObject({ required: false, weight: 1 });
  });

  it('carries over what is overdue, on any day', () => {
    expect(visit({ due: range('2026-11-30', '2026-12-02') })).toMatchObject({ required: true, days: week });
  });

  it('leaves alone what begins after the horizon', () => {
    expect(visit({ due: range('2026-12-14', '2026-12-15') })).toBeNull();
  });
});

describe('visitOfRequest on days off', () => {
  // 1 to 7 October 2026 are off; Wednesday 30 September and Thursday 8 October are worked.
  const onHoliday = (given: Parameters<typeof aRequest>[0], horizon: DayRange) =>
    visitOfRequest(aRequest({ due: range('2026-10-02', '2026-10-04'), ...given }), calendar2026, horizon);
  const before = range('2026-09-28', '2026-09-30');
  const after = range('2026-10-08', '2026-10-10');

  it('moves to the next or to the previous working day, or falls out', () => {
    expect(onHoliday({ ifNonWorking: 'next' }, after)).toMatchObject({ required: true, days: range('2026-10-08', '2026-10-08') });
    expect(onHoliday({ ifNonWorking: 'next' }, before)).toBeNull();
    expect(onHoliday({ ifNonWorking: 'previous' }, before)).toMatchObject({ required: true, days: range('2026-09-30', '2026-09-30') });
    expect(onHoliday({ ifNonWorking: 'skip' }, after)).toBeNull();
  });
});

describe('visitOfRequest with an appointment', () => {
  it('falls on the day agreed on', () => {
    expect(visit({ due: range('2026-12-01', '2026-12-31'), appointment: appointmentOn('2026-12-09') })).toMatchObject({
      days: range('2026-12-09', '2026-12-09'),
      required: true,
    });
  });

  it('is left to the plan of its day', () => {
    expect(visit({ due: range('2026-12-01', '2026-12-31'), appointment: appointmentOn('2026-12-16') })).toBeNull();
  });

  it('goes back to its due window when the time has passed without a visit', () => {
    expect(visit({ due: range('2026-12-01', '2026-12-10'), appointment: appointmentOn('2026-12-04') })).toMatchObject({
      days: range('2026-12-07', '2026-12-10'),
    });
  });
});
