import { describe, expect, it } from 'vitest';
import { mopedTaxi } from '../../../src/travel/modes/moped-taxi.ts';
import { taxi } from '../../../src/travel/modes/taxi.ts';
import { minutesBy } from './minutes-by.ts';

describe('a moped taxi', () => {
  it('is hailed in three minutes and then rides like a motorbike', async () => {
    // 1,000 m × 1.32 = 1.32 km, 3.6 min at 22 km/h.
    expect(await minutesBy(mopedTaxi, 1000)).toBeCloseTo(6.6, 1);
    // In the country 1.36 km, 2.55 min at 32 km/h.
    expect(await minutesBy(mopedTaxi, 1000, 'country')).toBeCloseTo(5.55, 1);
  });

  it('is quicker than a car for short ways, and slower for long ones', async () => {
    // Each kilometre takes half a minute longer than by car, and two minutes are saved at the start.
    expect(await minutesBy(mopedTaxi, 3000)).toBeLessThan(await minutesBy(taxi, 3000));
    expect(await minutesBy(mopedTaxi, 5000)).toBeGreaterThan(await minutesBy(taxi, 5000));
  });

  it('is open to each leg', () => {
    expect(mopedTaxi.ownVehicle).toBe(false);
  });
});
