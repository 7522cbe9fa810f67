import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { day, monthOf } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { formatClock, hours } from '../../src/kernel/units.ts';
import { consultant } from '../../src/policies/consultant.ts';
import { aCustomer, aPastVisit, aRep, aRequest, aTerritory, between, week } from '../support/builders.ts';

const rep = aRep({ shift: between('08:30', '17:30'), vehicles: ['car'] });
const countsOf = (...customers: Parameters<typeof aCustomer>[0][]) =>
  visitsDue(
    aTerritory({ policy: consultant, customers: customers.map((given, i) => aCustomer({ id: `c${i + 1}`, ...given })), reps: [rep] }),
    monthOf(week.first),
  ).map(({ customer, kind, visits }) => [customer.id, kind, visits.length]);

describe('the consultant preset', () => {
  it('returns to customers by importance: three times, twice and once a month', () => {
    expect(countsOf({ tier: 'A' }, { tier: 'B' }, { tier: 'C' })).toEqual([
      ['c1', 'return', 3],
      ['c2', 'return', 2],
      ['c3', 'return', 1],
    ]);
  });

  it('follows up prospects by their buying stage', () => {
    expect(countsOf({ status: 'potential', tags: ['deciding'] }, { status: 'potential' }, { status: 'lost' })).toEqual([
      ['c1', 'ordinary', 2],
      ['c2', 'ordinary', 1],
    ]);
  });

  it('goes back to complaints by their deadline, and to customers with a promise', () => {
    const due = { first: day('2026-12-07'), last: day('2026-12-09') };
    const territory = aTerritory({
      policy: consultant,
      customers: [aCustomer({ tier: 'C' }), aCustomer({ id: 'c2', tier: 'C' })],
      reps: [rep],
      requests: [aRequest({ source: 'complaint', due, weight: 2 })],
      history: [aPastVisit({ customer: 'c2', followUp: day('2026-12-10') })],
    });
    const requested = visitsDue(territory, week).flatMap(({ customer, origin, visits }) =>
      origin.by === 'request' ? visits.map(({ required, days }) => [customer.id, origin.request.source, required, days]) : [],
    );
    expect(requested).toEqual([
      ['c1', 'complaint', true, due],
      ['c2', 'follow-up', true, { first: week.first, last: day('2026-12-10') }],
    ]);
  });

  it('prices leaving out an important customer three times as dear as another, and each day that it waits', () => {
    expect(consultant.tiers.map(({ id, unserved }) => [id, unserved / hours(1)])).toEqual([
      ['A', 12],
      ['B', 6],
      ['C', 4],
    ]);
    expect(consultant.rules.find(({ rule }) => rule === 'customer/early-days')).toMatchObject({ tag: 'inferred' });
  });

  it('begins each day with follow-up plans and ends it with customer records', () => {
    const [repDay] = repDaysOf(aTerritory({ policy: consultant, reps: [rep] }), week);
    expect(repDay?.duties.map(({ duty, from }) => `${duty.id} ${formatClock(from)}`)).toEqual(['follow-up-plan 08:30', 'records 17:00']);
  });
});
