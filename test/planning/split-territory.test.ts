import { describe, expect, it } from 'vitest';
import { splitTerritory } from '../../src/planning/split-territory.ts';
import type { VisitKind } from '../../src/domain/policy.ts';
import type { Customer } from '../../src/domain/customer.ts';
import { aCustomer, aFrequency, aPolicy, aRep, aTerritory } from '../support/builders.ts';

const reps = [aRep({ id: 'r1', areas: ['north'] }), aRep({ id: 'r2', areas: ['south'] })];
const split = (...customers: readonly Customer[]) =>
  splitTerritory(aTerritory({ customers, reps })).map((part) => ({
    reps: part.reps.map(({ id }) => id),
    customers: part.customers.map(({ id }) => id),
  }));

const c1 = aCustomer({ id: 'c1', area: 'north' });
const c2 = aCustomer({ id: 'c2', area: 'south' });

describe('a territory is split', () => {
  it('into one part for each rep who shares no customer', () => {
    expect(split(c1, c2)).toEqual([
      { reps: ['r1'], customers: ['c1'] },
      { reps: ['r2'], customers: ['c2'] },
    ]);
  });

  it('by rep even where customers are in no area, when they require one', () => {
    const own = aCustomer({ id: 'c3', area: null, requiredRep: 'r2' });
    expect(split(c1, own)).toEqual([
      { reps: ['r1'], customers: ['c1'] },
      { reps: ['r2'], customers: ['c3'] },
    ]);
  });

  it('nowhere when a customer is open to both', () => {
    const shared = aCustomer({ id: 'c3', area: null });
    expect(split(c1, c2, shared)).toEqual([{ reps: ['r1', 'r2'], customers: ['c1', 'c2', 'c3'] }]);
  });

  it('nowhere between a manager who visits and the team', () => {
    const managed = [aRep({ id: 'r1', areas: ['north'], manager: 'm1' }), aRep({ id: 'm1', role: 'manager' })];
    const own = aCustomer({ id: 'c1', area: 'north', requiredRep: 'r1' });
    const parts = (kind: VisitKind) =>
      splitTerritory(aTerritory({ customers: [own], reps: managed, policy: aPolicy({ frequencies: [aFrequency({ kind })] }) })).length;
    expect(parts('manager')).toBe(1);
    expect(parts('ordinary')).toBe(2);
  });

  it('with customers whom nobody may serve in its first part', () => {
    // c3 requires r2, who does not serve the north: to be found unserved.
    const stray = aCustomer({ id: 'c3', area: 'north', requiredRep: 'r2' });
    expect(split(c1, c2, stray)).toEqual([
      { reps: ['r1'], customers: ['c1', 'c3'] },
      { reps: ['r2'], customers: ['c2'] },
    ]);
  });
});
