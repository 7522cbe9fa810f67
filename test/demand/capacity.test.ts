import { describe, expect, it } from 'vitest';
import { capacityOf, joinCapacities } from '../../src/demand/capacity.ts';
import { hours } from '../../src/kernel/units.ts';
import { aCustomer, aRep, aSeries, aTerritory, between, onlyMonday } from '../support/builders.ts';

// A visit takes an hour with the way to it. Shifts are all field time, on Monday alone.
const customersOf = (count: number, given: Parameters<typeof aCustomer>[0] = {}, from = 1) =>
  Array.from({ length: count }, (_, i) => aCustomer({ ...given, id: `c${from + i}` }));

function capacity(reps: ReturnType<typeof aRep>[], customers: ReturnType<typeof aCustomer>[], required: readonly boolean[] = [true]) {
  const series = customers.map((customer) => aSeries({ customer, required, days: onlyMonday }));
  return capacityOf({ territory: aTerritory({ reps, customers }), horizon: onlyMonday, series, visitTimes: customers.map(() => hours(1)) });
}

const fourHours = between('08:00', '12:00');
const due = (count: number) => ({ customers: count, visits: count, time: hours(count) });

describe('capacityOf', () => {
  it('fits as long as the field time holds the visits and the way to them', () => {
    expect(capacity([aRep({ shift: fourHours })], customersOf(4))).toEqual({
      horizon: onlyMonday,
      teams: [
        {
          reps: [{ rep: 'r1', days: 1, fieldTime: hours(4) }],
          fieldTime: hours(4),
          required: due(4),
          optional: due(0),
          spare: 0,
          missing: 0,
        },
      ],
      tiers: [
        { tier: 'A', required: due(4), optional: due(0) },
        { tier: 'B', required: due(0), optional: due(0) },
        { tier: 'C', required: due(0), optional: due(0) },
      ],
      shortfalls: [],
    });
  });

  it('gives the missing hours and the reps concerned', () => {
    const { teams, shortfalls } = capacity([aRep({ shift: fourHours })], customersOf(6));
    expect(teams).toMatchObject([{ spare: 0, missing: hours(2) }]); // 6 h − 4 h
    expect(shortfalls).toEqual([{ reps: ['r1'], required: due(6), missing: hours(2) }]);
  });

  it('lets a rep help where it may, and finds the split that serves most', () => {
    // r1 must take 3 h of its own 4 h and can take 1 h of the shared 5 h; r2 takes the other 4 h.
    const reps = [aRep({ id: 'r1', shift: fourHours }), aRep({ id: 'r2', shift: fourHours })];
    const { teams, shortfalls } = capacity(reps, [...customersOf(5), ...customersOf(3, { requiredRep: 'r1' }, 6)]);
    expect(shortfalls).toEqual([]);
    expect(teams).toMatchObject([{ fieldTime: hours(8), required: due(8), spare: 0, missing: 0 }]);
  });

  it('does not let one rep’s spare time hide that another has too much', () => {
    // North asks 5 h of r1's 4 h; r2 serves the south and stays idle.
    const reps = [aRep({ id: 'r1', shift: fourHours, areas: ['north'] }), aRep({ id: 'r2', shift: fourHours, areas: ['south'] })];
    const { teams, shortfalls } = capacity(reps, customersOf(5, { area: 'north' }));
    expect(teams).toMatchObject([{ fieldTime: hours(8), spare: hours(4), missing: hours(1) }]);
    expect(shortfalls).toMatchObject([{ reps: ['r1'], missing: hours(1) }]);
  });

  it('names customers that no rep may visit, and counts them for no team', () => {
    const { teams, shortfalls } = capacity([aRep({ shift: fourHours, areas: ['north'] })], customersOf(2, { area: 'south' }));
    expect(shortfalls).toEqual([{ reps: [], required: due(2), missing: hours(2) }]);
    expect(teams).toMatchObject([{ required: due(0), spare: hours(4), missing: 0 }]);
  });

  it('keeps no time for optional visits, but shows their time', () => {
    // Each customer has a required visit and two optional ones.
    const { teams, shortfalls } = capacity([aRep({ shift: fourHours })], customersOf(4), [true, false, false]);
    expect(shortfalls).toEqual([]);
    expect(teams).toMatchObject([{ required: due(4), optional: { customers: 4, visits: 8, time: hours(8) }, spare: 0 }]);
  });
});

describe('joinCapacities', () => {
  it('lists teams and shortfalls one after the other, and adds up tiers', () => {
    const one = capacity([aRep({ id: 'r1', shift: fourHours })], customersOf(6));
    const other = capacity([aRep({ id: 'r2', shift: fourHours })], customersOf(2, {}, 7));
    const joined = joinCapacities([one, other]);
    expect(joined.teams).toEqual([...one.teams, ...other.teams]);
    expect(joined.shortfalls).toEqual(one.shortfalls);
    expect(joined.tiers[0]).toEqual({ tier: 'A', required: due(8), optional: due(0) });
  });
});
