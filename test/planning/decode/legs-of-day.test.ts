import { describe, expect, it } from 'vitest';
import type { Leg, PlannedDay } from '../../../src/domain/plan.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { visitsDue } from '../../../src/demand/visits-due.ts';
import { buildScene } from '../../../src/planning/compile/build-scene.ts';
import { compileProblem } from '../../../src/planning/compile/compile-problem.ts';
import { decodeDay } from '../../../src/planning/decode/decode-day.ts';
import { cityFares } from '../../../src/policies/fares.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { loadTravel } from '../../../src/travel/travel-tables.ts';
import { aCustomer, aPolicy, aRep, aTerritory, between, monday, office, onlyMonday } from '../../support/builders.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';

/** A market six kilometres away, with customers a hundred metres apart. */
const market = ['m1', 'm2', 'm3'].map((id, i) => aCustomer({ id, location: { lat: office.lat + 0.05, lng: office.lng + i / 1000 } }));

const territoryWith = (change: Partial<Territory>) =>
  aTerritory({
    customers: market,
    policy: aPolicy({
      modes: ['car', 'walk', 'bus', 'taxi'],
      fares: cityFares,
      rules: [
        { rule: 'stop/opening-hours', price: 'must', params: {}, tag: 'added' },
        { rule: 'leg/fares', price: 60, params: {}, tag: 'added' },
      ],
    }),
    ...change,
  });

/** Monday with the customers in order, each visited once. */
async function dayOf(territory: Territory): Promise<PlannedDay> {
  const travel = await loadTravel(territory, estimate);
  const [series, repDays] = [visitsDue(territory, onlyMonday), repDaysOf(territory, onlyMonday)];
  const compiled = compileProblem(buildScene(territory, onlyMonday, { repDays, series, calls: [], travel }), travel);
  const inOrder = territory.customers.map(({ id }) => series.findIndex(({ customer }) => customer.id === id));
  return decodeDay(
    compiled,
    travel,
    0,
    inOrder.map((s) => compiled.problem.visits.bySeries[s] ?? -1),
  );
}

const summary = ({ mode, parked, cheaper }: Leg): readonly unknown[] => [
  mode,
  parked?.lng ?? null,
  cheaper?.mode ?? null,
  cheaper?.because ?? null,
];

describe('legsOfDay', () => {
  it('leaves the car at the market, walks there, and comes back for it', async () => {
    const day = await dayOf(territoryWith({ reps: [aRep({ vehicles: ['car'], modes: ['walk'] })] }));
    const [first, , third] = market.map(({ location }) => location.lng);
    expect(third).toBeGreaterThan(first ?? 0);
    expect(day.vehicle).toBe('car');
    expect(day.legs.map(summary)).toEqual([
      ['car', null, null, null],
      ['walk', first, null, null],
      ['walk', first, null, null],
      ['walk', first, null, null],
      ['car', null, null, null],
    ]);
    // Back at the car without a stop there: the legs follow one another.
    expect(day.legs[4]?.depart).toBe(day.legs[3]?.arrive);
  });

  it('takes the taxi where the bus would be late, and gives that as the reason', async () => {
    const early = aCustomer({
      id: 'm1',
      location: { lat: office.lat + 0.05, lng: office.lng },
      hours: dailyHours(between('08:40', '08:55')),
    });
    const day = await dayOf(
      territoryWith({ customers: [early], reps: [aRep({ vehicles: [], modes: ['bus', 'taxi'], shift: between('08:20', '17:00') })] }),
    );
    expect(day.vehicle).toBeNull();
    expect(day.legs.map(summary)).toEqual([
      ['taxi', null, 'bus', 'late'],
      ['bus', null, null, null],
    ]);
    expect(day.day).toBe(monday);
  });
});
