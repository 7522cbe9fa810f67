import { describe, expect, it } from 'vitest';
import { drawnIn } from '../../src/demand/spot-checks.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { type DayRange, day } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
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
const drawn = (given: Partial<Territory> = {}, cycle = thisWeek) => [...drawnIn({ ...territory, ...given }, checks, cycle)];

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

  it('prefers customers that reps visited in the cycle before', () => {
    const history = ['c2', 'c4', 'c6'].map((customer) => aPastVisit({ customer, day: day('2026-12-04') }));
    expect(drawn({ history }).slice(0, 3).toSorted()).toEqual(['c2', 'c4', 'c6']);
    // An inspection shows nothing new.
    const inspected = history.map((visit) => ({ ...visit, kind: 'inspection' as const }));
    expect(drawn({ history: inspected })).toEqual(drawn());
  });

  it('takes all where there are fewer', () => {
    expect(drawn({ customers: customers.slice(0, 2) })).toHaveLength(2);
  });
});

describe('spot checks', () => {
  it('are due at the drawn customers alone, by their manager', () => {
    const due = visitsDue(territory, week);
    expect(due.map(({ customer }) => customer.id).toSorted()).toEqual(drawn().toSorted());
    expect(new Set(due.flatMap(({ makers }) => makers))).toEqual(new Set(['m1', 'm2']));
  });
});
