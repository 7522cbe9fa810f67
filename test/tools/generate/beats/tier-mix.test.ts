import { describe, expect, it } from 'vitest';
import { tierMixFor } from '../../../../tools/generate/beats/tier-mix.ts';

const tiersOf = (mix: ReturnType<typeof tierMixFor>, others: number) =>
  ['A', 'B', 'C'].map((tier) => Array.from({ length: others }, (_, rank) => mix.tierAt(rank)).filter((one) => one === tier).length);

describe('tierMixFor', () => {
  it('chooses tiers that come to the visits wanted', () => {
    // 4 of 100 are collection points: 20 visits in five weeks. 38 % of 96 are 36 of tier B: 72 visits.
    // 60 customers share the other 208 - 20 - 72 = 116: 60 + 3a = 116 gives 18 of tier A, and 42 of tier C.
    const mix = tierMixFor({ customers: 100, visits: 208, weeks: 5 });
    expect(mix.collectionPoints).toBe(4);
    expect(tiersOf(mix, 96)).toEqual([18, 36, 42]);
    // 20 + 4 × 18 + 2 × 36 + 42
    expect(mix.visits).toBe(206);
  });

  it('makes no more than half of the customers the best, however many visits are wanted', () => {
    expect(tiersOf(tierMixFor({ customers: 100, visits: 900, weeks: 5 }), 96)).toEqual([48, 36, 12]);
  });

  it('keeps a few of the best, however few visits are wanted', () => {
    // 5 % of 96.
    expect(tiersOf(tierMixFor({ customers: 100, visits: 10, weeks: 5 }), 96)).toEqual([5, 36, 55]);
  });
});
