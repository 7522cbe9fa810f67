import { describe, expect, it } from 'vitest';
import { checkCapacity } from '../../src/app/check-capacity.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { minutes } from '../../src/kernel/units.ts';
import type { TravelTimes } from '../../src/travel/ports.ts';
import { aCustomer, aFrequency, aPolicy, aRep, aTerritory, office, week } from '../support/builders.ts';

/** Ten minutes from each place to the next one listed, and as much for each place further; bases come first. */
const inLine: TravelTimes = {
  matrix: ({ length }) => {
    const cells = Array.from({ length: length * length }, (_, leg) => Math.abs((leg % length) - Math.floor(leg / length)));
    return Promise.resolve({ seconds: Int32Array.from(cells, (steps) => steps * 600), metres: Int32Array.from(cells), source: 'by hand' });
  },
};

const weekly = aFrequency({ count: { bound: 'exactly', visits: 1 }, cycle: { every: 'days', length: 7 } });
const capacityOf = async (territory: Territory) =>
  (await checkCapacity(territory, { horizon: week, travel: inLine, endPlaces: new Map() })).capacity;

describe('checkCapacity', () => {
  it('counts with each visit the shortest way to it', async () => {
    // Two visits of 10 minutes, each 10 minutes from the place before.
    const customers = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
    const { teams } = await capacityOf(aTerritory({ customers, policy: aPolicy({ frequencies: [weekly] }) }));
    expect(teams).toMatchObject([{ required: { visits: 2, time: minutes(40) } }]);
  });

  it('counts one way for customers who share a place', async () => {
    const customers = ['c1', 'c2'].map((id) => aCustomer({ id, location: { lat: office.lat + 1, lng: office.lng } }));
    const { teams } = await capacityOf(aTerritory({ customers, policy: aPolicy({ frequencies: [weekly] }) }));
    expect(teams).toMatchObject([{ required: { visits: 2, time: minutes(30) } }]); // 10 + 10 + 10
  });

  it('makes a team of reps who share customers', async () => {
    const reps = [aRep({ id: 'r1', areas: ['north'] }), aRep({ id: 'r2', areas: ['south'] }), aRep({ id: 'r3', areas: ['north'] })];
    const customers = [aCustomer({ id: 'c1', area: 'north' }), aCustomer({ id: 'c2', area: 'south' })];
    const { teams } = await capacityOf(aTerritory({ reps, customers }));
    expect(teams.map((team) => team.reps.map(({ rep }) => rep))).toEqual([['r1', 'r3'], ['r2']]);
  });
});
