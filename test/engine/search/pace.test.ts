import { describe, expect, it } from 'vitest';
import { pacedBy, steadyPace } from '../../../src/engine/search/pace.ts';

describe('pacedBy', () => {
  it('goes on from the last change at the rate of that change', () => {
    const pace = pacedBy(
      [
        { atWork: 100, share: 0.1, perStep: 0.001 },
        { atWork: 200, share: 0.4, perStep: 0.002 },
      ],
      1000,
    );
    // The share is 0 before the first change; 0.1 + 50 × 0.001; 0.4 + 10 × 0.002.
    expect([0, 99, 100, 150, 200, 210].map(pace)).toEqual([0, 0, 0.1, 0.15000000000000002, 0.4, 0.42000000000000004]);
  });

  it('ends where the search ended, not before', () => {
    const pace = pacedBy([{ atWork: 0, share: 0, perStep: 0.01 }], 300);
    expect(pace(299)).toBeLessThan(1);
    expect(pace(300)).toBe(1);
  });
});

describe('steadyPace', () => {
  it('rises evenly up to its work', () => {
    const pace = steadyPace(400);
    expect([0, 100, 400].map(pace)).toEqual([0, 0.25, 1]);
  });
});
