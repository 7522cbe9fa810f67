import { describe, expect, it } from 'vitest';
import { frequenciesFor } from '../../src/domain/frequency-for.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { type Calendar, day, monthOf } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { transportOf } from '../../src/domain/vehicle.ts';
import { present } from '../../src/kernel/assert.ts';
import { formatClock } from '../../src/kernel/units.ts';
import { tobacco } from '../../src/policies/tobacco.ts';
import { aCalendar, aCustomer, aRep, aTerritory, between } from '../support/builders.ts';

const rep = aRep({ shift: between('08:00', '17:30'), vehicles: ['e-bike'] });

/** The rep's day: duties and when the rep is in the field. */
function repDayOn(date: string, calendar: Calendar = aCalendar()) {
  const at = day(date);
  const repDay = present(repDaysOf(aTerritory({ policy: tobacco, reps: [rep], calendar }), { first: at, last: at })[0], date);
  return {
    duties: repDay.duties.map(({ duty, from, until }) => `${duty.id} ${formatClock(from)}–${formatClock(until)}`),
    field: `${formatClock(repDay.field.from)}–${formatClock(repDay.field.until)}`,
    share: repDay.fieldTime / repDay.fullFieldTime,
  };
}

const opening = ['morning-meeting 08:00–08:10', 'visit-schedule 08:10–08:30'];

describe('the tobacco preset', () => {
  it('starts every day with the meeting and the schedule', () => {
    // Tuesday, 8 December 2026: 8 h in the field besides lunch.
    expect(repDayOn('2026-12-08')).toEqual({ duties: opening, field: '08:30–17:30', share: 1 });
  });

  it('is in the office on Monday afternoon', () => {
    // 08:30–13:30 less an hour of lunch is 4 of 8 hours: minimums are halved.
    expect(repDayOn('2026-12-07')).toEqual({ duties: [...opening, 'weekly-summary 13:30–17:30'], field: '08:30–13:30', share: 0.5 });
  });

  it('is in the office on the afternoon of the 1st, or of the next working day', () => {
    expect(repDayOn('2026-12-01').duties).toContain('monthly-summary 13:30–17:30');
    // 1 January 2027 is a holiday and a Friday; Monday 4 has both summaries, and they share the afternoon.
    const newYear = day('2027-01-01');
    const calendar = aCalendar({ exceptions: new Map([[newYear, { day: newYear, name: '元旦', working: false }]]) });
    expect(repDayOn('2027-01-04', calendar).duties).toEqual([...opening, 'weekly-summary 13:30–15:30', 'monthly-summary 15:30–17:30']);
    expect(repDayOn('2027-01-05', calendar).duties).toEqual(opening);
  });

  it('plans the next month on the last working day', () => {
    // 31 October 2026 is a Saturday.
    expect(repDayOn('2026-10-30')).toMatchObject({ duties: [...opening, 'month-plan 16:00–17:30'], field: '08:30–16:00' });
  });

  it('rides, and walks from where the vehicle is parked', () => {
    const country = aRep({ vehicles: ['car', 'e-bike', 'motorbike'], modes: ['walk', 'bus'] });
    expect(transportOf(tobacco, country)).toEqual({ vehicles: ['e-bike', 'motorbike'], free: ['walk'] });
  });

  it('visits collection points weekly, whatever their tier, and others by tier', () => {
    const idsOf = (given: Parameters<typeof aCustomer>[0]) =>
      frequenciesFor({ policy: tobacco, reps: [aRep()] }, aCustomer(given)).map(({ id }) => id);
    expect(idsOf({ tier: 'A', tags: ['collection-point'] })).toEqual(['collection-point']);
    expect(idsOf({ tier: 'C', tags: ['collection-point'], status: 'new' })).toEqual(['collection-point']);
    expect(['A', 'B', 'C'].flatMap((tier) => idsOf({ tier }))).toEqual(['tier-a', 'tier-b', 'tier-c']);
    expect(idsOf({ status: 'potential' })).toEqual([]);
    expect(idsOf({ status: 'lost', tags: ['collection-point'] })).toEqual([]);
  });

  it('has 4, 2 and 1 visits a month by tier, and one each full week of a collection point', () => {
    const customers = [
      ...['A', 'B', 'C'].map((tier, i) => aCustomer({ id: `c${i + 1}`, tier })),
      aCustomer({ id: 'c4', tags: ['collection-point'] }),
    ];
    const series = visitsDue(aTerritory({ startedOn: day('2026-11-02'), policy: tobacco, customers }), monthOf(day('2026-12-01')));
    const required = series.map(({ visits }) => visits.filter((visit) => visit.required).length);
    // Four weeks end within December 2026; the fifth goes on to Friday, 1 January, and only wants its visit.
    expect(required).toEqual([4, 2, 1, 4]);
  });

  it('stays longer with customers of higher tiers, and never less than eight minutes', () => {
    expect(tobacco.tiers.map(({ id, dwell }) => `${id} ${dwell / 60}`)).toEqual(['A 10', 'B 9', 'C 8']);
  });

  it('has a tag on each rule: stated, inferred or added', () => {
    const stated = tobacco.rules.filter(({ tag }) => tag === 'stated').map(({ rule }) => rule);
    expect(stated).toEqual([
      'day/duties',
      'stop/dwell-minimum',
      'day/first-visit',
      'customer/frequency',
      'customer/focus-phase',
      'day/fewest-visits',
    ]);
  });
});
