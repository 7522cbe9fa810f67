import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/kernel/random.ts';
import { roundTrip } from '../../../../tools/generate/witness/round-trip.ts';

describe('roundTrip', () => {
  it('visits stops on a line on the way out and back without going back and forth', () => {
    // Stops at kilometres 1 to 5 from the base at 0: out and back is 10 km.
    const distance = (from: number, to: number) => Math.abs(from - to);
    const trip = roundTrip([3, 1, 5, 2, 4], distance);
    expect(lengthOf(trip, distance)).toBe(10);
  });

  it('visits each stop once, and no reversed stretch is shorter', () => {
    const random = createRandom(3);
    const points = Array.from({ length: 12 }, () => ({ x: random.below(100), y: random.below(100) }));
    const distance = (from: number, to: number) =>
      Math.hypot((points[from]?.x ?? 0) - (points[to]?.x ?? 0), (points[from]?.y ?? 0) - (points[to]?.y ?? 0));
    const stops = Array.from({ length: 11 }, (_, i) => i + 1);
    const trip = roundTrip(stops, distance);
    expect(trip.toSorted((a, b) => a - b)).toEqual(stops);
    for (const i of trip.keys()) {
      for (let j = i + 1; j < trip.length; j++) {
        const other = [...trip.slice(0, i), ...trip.slice(i, j + 1).toReversed(), ...trip.slice(j + 1)];
        expect(lengthOf(other, distance)).toBeGreaterThanOrEqual(lengthOf(trip, distance) - 1e-9);
      }
    }
  });
});

/** From the base through all stops and back. */
const lengthOf = (trip: readonly number[], distance: (from: number, to: number) => number): number =>
  [...trip, 0].reduce((sum, stop, i) => sum + distance(trip[i - 1] ?? 0, stop), 0);
