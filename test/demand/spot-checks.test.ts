import { describe, expect, it } from 'vitest';
import { drawnIn } from '../../src/demand/spot-checks.ts';
import { callsDue, visitsDue } from '../../src/demand/visits-due.ts';
import { type DayRange, day, formatDay } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { minutes } from '../../src/kernel/units.ts';
import { aCustomer, aFrequency, aPastVisit, aPolicy, aRep, aTerritory, week } from '../support/builders.ts';

const checks = aFrequency({ id: 'checks', kind: 'inspection', cycle: { every: 'days', length: 7 }, sample: 3 });
const customers = Array.from({ length: 12 }, (_, i) => aCustomer({ id: `c${i + 1}`, requiredRep: i < 6 ? 'r1' : 'r2' }));
const territory: Territory = aTerritory({
  customers,
  policy: aPolicy({ frequencies: [checks] }),
  reps: [
    aRep({ id: 'r1', manager: 'm1' }),
    aRep({ id: 'r2', manager: 'm2' }),
    aRep({ id: 'm1', role: 'manager' }),
    aRep({ id: 'm2', role: 'manager' }),
  ],
});
const thisWeek: DayRange = { first: week.first, last: day('2026-12-13') };
const nextWeek: DayRange = { first: day('2026-12-14'), last: day('2026-12-20') };
const drawn = (given: Partial<Territory> = {}, cycle = thisWeek) => [...drawnIn({ ...territory, ...given }, checks, cycle).keys()];

describe('drawnIn', () => {
  it('draws so many customers of each manager', () => {
    const drawnOf = (rep: string) =>
      drawn().filter((id) => customers.some((customer) => customer.id === id && customer.requiredRep === rep));
    expect([drawnOf('r1').length, drawnOf('r2').length]).toEqual([3, 3]);
  });

  it('draws the same in every run, whatever the order of the table, and others in other weeks', () => {
    expect(drawn({ customers: customers.toReversed() }).toSorted()).toEqual(drawn().toSorted());
    expect(drawn({}, nextWeek).toSorted()).not.toEqual(drawn().toSorted());
  });

  it('draws from the customers whom reps visited in the week before', () => {
    const history = ['c2', 'c4', 'c6'].map((customer) => aPastVisit({ customer, day: day('2026-12-04') }));
    // The second manager's reps visited nobody, so that three of all their customers are drawn.
    expect(drawn({ history }).slice(0, 3).toSorted()).toEqual(['c2', 'c4', 'c6']);
    expect(drawn({ history: history.slice(0, 1) })).toHaveLength(1 + 3);
    const calls = history.map((visit) => ({ ...visit, kind: 'call' as const }));
    expect(drawn({ history: calls })).toEqual(drawn());
    const longAgo = history.map((visit) => ({ ...visit, day: day('2026-11-29') }));
    expect(drawn({ history: longAgo })).toEqual(drawn());
    // An inspection shows nothing new.
    const inspected = history.map((visit) => ({ ...visit, kind: 'inspection' as const }));
    expect(drawn({ history: inspected })).toEqual(drawn());
  });

  it('takes all where there are fewer', () => {
    expect(drawn({ customers: customers.slice(0, 2) })).toHaveLength(2);
  });
});

describe('the days of spot checks', () => {
  const daysOf = (given: Partial<Territory>) => {
    const found = drawnIn({ ...territory, ...given }, given.policy?.frequencies[0] ?? checks, thisWeek);
    return [...found.values()].slice(0, 3).map(({ first, last }) => [formatDay(first), formatDay(last)]);
  };

  it('are spread over the week', () => {
    expect(daysOf({})).toEqual([
      ['2026-12-07', '2026-12-07'],
      ['2026-12-08', '2026-12-09'],
      ['2026-12-10', '2026-12-11'],
    ]);
  });

  it('leave the first day to the call where the manager telephones first', () => {
    const called = aPolicy({ frequencies: [{ ...checks, telephone: { dwell: minutes(5), instead: false } }] });
    expect(daysOf({ policy: called })[0]).toEqual(['2026-12-08', '2026-12-08']);
  });

  it('are all of the week where the manager is away in that part of it', () => {
    const reps = territory.reps.map((rep) => (rep.id === 'm1' ? { ...rep, leave: [day('2026-12-07')] } : rep));
    expect(daysOf({ reps })[0]).toEqual(['2026-12-07', '2026-12-13']);
  });
});

describe('calls of spot checks', () => {
  const withCall = (instead: boolean) => {
    const policy = aPolicy({ frequencies: [{ ...checks, telephone: { dwell: minutes(5), instead } }] });
    const due = { ...territory, policy };
    return { visits: visitsDue(due, week), calls: callsDue(due, week) };
  };

  it('come before each visit, up to three days earlier and by the manager', () => {
    const { visits, calls } = withCall(false);
    expect(calls.map(({ visits: [call] }) => call?.id)).toEqual(visits.map(({ visits: [visit] }) => `${visit?.id}/call`));
    expect(calls.every(({ dwell }) => dwell === minutes(5))).toBe(true);
    expect(new Set(calls.flatMap(({ makers }) => makers))).toEqual(new Set(['m1', 'm2']));
    const [first] = calls.flatMap((one) => one.visits.map(({ days }) => days.first)).toSorted((a, b) => a - b);
    expect(first).toBe(week.first);
  });

  it('belong to the plan before where the check must be on the first day of this one', () => {
    const policy = aPolicy({ frequencies: [{ ...checks, telephone: { dwell: minutes(5), instead: false } }] });
    const fromTuesday = { first: day('2026-12-08'), last: week.last };
    const first = visitsDue({ ...territory, policy }, fromTuesday).filter(({ visits: [visit] }) => visit?.days.last === fromTuesday.first);
    const called = new Set(callsDue({ ...territory, policy }, fromTuesday).map(({ customer }) => customer.id));
    expect(first.length).toBeGreaterThan(0);
    expect(first.filter(({ customer }) => called.has(customer.id))).toEqual([]);
    expect(called.size).toBeGreaterThan(0);
  });

  it('can take the place of the visits', () => {
    const { visits, calls } = withCall(true);
    expect([visits.length, calls.length]).toEqual([0, 6]);
    expect(callsDue(territory, week)).toEqual([]);
  });
});

describe('spot checks', () => {
  it('are due at the drawn customers alone, by their manager', () => {
    const due = visitsDue(territory, week);
    expect(due.map(({ customer }) => customer.id).toSorted()).toEqual(drawn().toSorted());
    expect(new Set(due.flatMap(({ makers }) => makers))).toEqual(new Set(['m1', 'm2']));
  });
});
