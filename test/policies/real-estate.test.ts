import { describe, expect, it } from 'vitest';
import { transportOf } from '../../src/domain/vehicle.ts';
import { minutes } from '../../src/kernel/units.ts';
import { realEstate } from '../../src/policies/real-estate.ts';
import { modes } from '../../src/travel/modes/index.ts';
import { aRep } from '../support/builders.ts';

const params = Object.fromEntries(realEstate.rules.map((instance) => [instance.rule, instance.params]));

describe('the real-estate preset', () => {
  it('leaves a bicycle parked for anything else, or takes a shared one', () => {
    const free = ['walk', 'shared-bicycle', 'bus', 'taxi'];
    expect(transportOf(realEstate, aRep({ vehicles: ['car', 'bicycle'], modes: free }))).toEqual({ vehicles: ['bicycle'], free });
  });

  it('usually walks for five minutes and cycles for forty, on whosever bicycle', () => {
    expect(params['leg/walk-limit']).toEqual({ most: minutes(5) });
    expect(params['leg/ride-limit']).toEqual({ most: minutes(40), modes: ['bicycle', 'shared-bicycle'] });
  });

  it('has the fare of each of its modes that needs one', () => {
    const rides = modes.filter(({ id, ownVehicle }) => !ownVehicle && id !== 'walk' && realEstate.modes.includes(id));
    const priced = new Set(realEstate.fares.map(({ mode }) => mode));
    expect(rides.filter(({ id }) => !priced.has(id))).toEqual([]);
  });
});
