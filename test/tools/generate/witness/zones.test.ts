import { describe, expect, it } from 'vitest';
import { zonesOf } from '../../../../tools/generate/witness/zones.ts';

describe('zonesOf', () => {
  it('takes the nearest stops until they have the visits of the shortest day', () => {
    // Two full days and one half day with 25 visits in all: 25 × 0.5 ÷ 2.5 × 1.02 = 5.1 on the short day.
    // Each stop has one visit in each of the four round trips, so six stops have enough.
    const stops = Array.from({ length: 10 }, (_, i) => ({ stop: i + 1, visits: 4 }));
    const { near, far } = zonesOf(stops, { shares: [1, 1, 0.5], visits: 25 }, (from, to) => Math.abs(from - to));
    expect(near).toEqual([1, 2, 3, 4, 5, 6]);
    expect(far.toSorted((a, b) => a - b)).toEqual([7, 8, 9, 10]);
  });
});
