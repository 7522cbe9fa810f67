import { describe, expect, it } from 'vitest';
import { type DayRange, addDays } from '../../src/domain/calendar.ts';
import { repId } from '../../src/kernel/ids.ts';
import { countsTowards, daysApart } from '../../src/domain/one-trip.ts';
import type { VisitRequest } from '../../src/domain/request.ts';
import type { VisitSeries } from '../../src/domain/visit.ts';
import { aCalendar, aContact, aCustomer, aFrequency, aRep, aRequest, aSeries, at, monday, onlyMonday, week } from '../support/builders.ts';

const [li, wu] = [aContact({ id: 'li' }), aContact({ id: 'wu' })];
const customer = aCustomer();
const reps = [aRep({ id: 'r1' }), aRep({ id: 'm1', role: 'manager' })];
const [rep, manager] = reps.map(({ id }) => [id]);

const regular = (given: Partial<VisitSeries> = {}, frequency = aFrequency()): VisitSeries => ({
  ...aSeries({ customer, frequency, days: week }),
  makers: rep ?? [],
  ...given,
});
const requested = (given: Partial<VisitSeries> = {}, request: VisitRequest = aRequest()): VisitSeries =>
  regular({ origin: { by: 'request', request }, ...given });
const agreed = { times: [{ day: monday, from: at('09:00'), until: at('09:10'), with: null }] };

describe('countsTowards', () => {
  it('holds for requests of a kind that the frequency counts', () => {
    const returns = aFrequency({ kind: 'return', countsAlso: ['ordinary'] });
    expect(countsTowards(requested(), regular())).toBe(true);
    expect(countsTowards(requested({ kind: 'return' }), regular())).toBe(false);
    expect(countsTowards(requested(), regular({ kind: 'return' }, returns))).toBe(true);
    expect(countsTowards(regular(), regular())).toBe(false);
  });

  it('holds for the contact of the frequency alone, where it has one', () => {
    expect(countsTowards(requested({ contact: li }), regular())).toBe(true);
    expect(countsTowards(requested({ contact: li }), regular({ contact: wu }))).toBe(false);
    expect(countsTowards(requested(), regular({ contact: wu }))).toBe(false);
  });
});

describe('daysApart', () => {
  const apart = (one: VisitSeries, other: VisitSeries) => daysApart({ reps, calendar: aCalendar() }, one, other);

  it('is a day for one customer, unless two contacts or two appointments ask for more', () => {
    expect(apart(regular(), requested())).toBe(1);
    expect(apart(regular({ contact: li }), requested({ contact: wu }))).toBe(0);
    expect(apart(regular({ contact: li }), requested())).toBe(1);
    expect(apart(requested(agreed), requested(agreed))).toBe(0);
    expect(apart(requested(agreed), requested())).toBe(1);
    expect(apart(regular(), { ...regular(), customer: aCustomer({ id: 'c2' }) })).toBe(0);
  });

  it('is none for required requests that name two reps on one and the same day, and a day for those with other days', () => {
    const ofRep = (id: string, days: DayRange, required = true): VisitSeries => {
      const request = aRequest({ id: `q-${id}`, rep: id });
      return {
        ...aSeries({ customer, days, required: [required] }),
        origin: { by: 'request', request },
        answers: [request],
        makers: [repId(id)],
      };
    };
    expect(apart(ofRep('r1', onlyMonday), ofRep('r2', onlyMonday))).toBe(0);
    // Saturday and Sunday leave one working day.
    expect(apart(ofRep('r1', onlyMonday), ofRep('r2', { first: addDays(monday, -2), last: monday }))).toBe(0);
    expect(apart(ofRep('r1', onlyMonday), ofRep('r1', onlyMonday))).toBe(1);
    expect(apart(ofRep('r1', onlyMonday), ofRep('r2', week))).toBe(1);
    expect(apart(ofRep('r1', onlyMonday), ofRep('r2', onlyMonday, false))).toBe(1);
    expect(apart(ofRep('r1', onlyMonday), requested({ makers: [repId('r2')] }))).toBe(1);
  });

  it('is a day for two roles only where a contact has both', () => {
    const forRole = (role: string) => regular({}, aFrequency({ contact: role }));
    expect(apart(forRole('sales'), forRole('warehouse'))).toBe(0);
    expect(apart(forRole('sales'), forRole('sales'))).toBe(1);
  });

  it('is none between managers, inspections and reps', () => {
    expect(apart(regular(), regular({ makers: manager ?? [] }))).toBe(0);
    expect(apart(regular(), regular({ kind: 'inspection', makers: manager ?? [] }))).toBe(0);
    expect(apart(regular({ kind: 'manager', makers: manager ?? [] }), regular({ makers: manager ?? [] }))).toBe(1);
  });

  it('is a week between a walk-in and another visit', () => {
    expect(apart(regular({ kind: 'walk-in' }), requested())).toBe(7);
    expect(apart(regular({ kind: 'walk-in' }), regular({ kind: 'walk-in' }))).toBe(1);
  });
});
