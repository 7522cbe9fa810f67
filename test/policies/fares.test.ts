import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { fareOn, paymentFor } from '../../src/domain/fare.ts';
import { present } from '../../src/kernel/assert.ts';
import { cityFares } from '../../src/policies/fares.ts';
import { modes } from '../../src/travel/modes/index.ts';

const payFor = (mode: string, distance: number): number =>
  paymentFor(present(fareOn(cityFares, mode, day('2026-12-01')), mode), distance).amount;

describe('cityFares', () => {
  it('has a fare for every ride with others, and none for own vehicles and feet', () => {
    const rides = modes.filter(({ id, ownVehicle }) => !ownVehicle && id !== 'walk').map(({ id }) => id);
    expect(cityFares.map(({ mode }) => mode).toSorted()).toEqual(rides.toSorted());
  });

  it('has 1.50 yuan for half an hour on a shared bicycle, and as much for the next', () => {
    expect([1000, 6000, 12_000].map((distance) => payFor('shared-bicycle', distance))).toEqual([1.5, 1.5, 3]);
  });

  it('has a lower fare for a moped taxi than for a car', () => {
    expect(payFor('moped-taxi', 4000)).toBe(9); // 5 + 2 × 2
    expect(payFor('taxi', 4000)).toBe(16.7); // 14 + 1 × 2.7
  });
});
