import { describe, expect, it } from 'vitest';
import { bicycle } from '../../../src/travel/modes/bicycle.ts';
import { sharedBicycle } from '../../../src/travel/modes/shared-bicycle.ts';
import { minutesBy } from './minutes-by.ts';

describe('a shared bicycle', () => {
  it('takes as long for 1.5 km as people take', async () => {
    // 1,172 m × 1.28 = 1.5 km: 7.5 min at 12 km/h and 4 for the lock, where 11.7 were measured.
    expect(await minutesBy(sharedBicycle, 1172)).toBeCloseTo(11.5, 1);
  });

  it('rides like one’s own, which need not be found', async () => {
    expect((await minutesBy(sharedBicycle, 1000)) - (await minutesBy(bicycle, 1000))).toBe(3.5); // 4 less 0.5
  });

  it('is left where the ride ends', () => {
    expect(sharedBicycle.ownVehicle).toBe(false);
  });
});
