import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../src/domain/calendar.ts';
import { type PatternInput, cheapestPattern } from '../../../../tools/generate/witness/pattern.ts';
import { createRandom } from '../../../../src/kernel/random.ts';

const first = day('2026-12-01');
const month = { first, last: day('2026-12-31') };

/** Two visits on some of ten days in a row that all cost 10, unless given otherwise. */
const input = (given: Partial<PatternInput> = {}): PatternInput => ({
  days: Array.from({ length: 10 }, (_, i) => addDays(first, i)),
  price: Array.from({ length: 10 }, () => 10),
  ranges: [month, month],
  minGapDays: 4,
  maxGapDays: 7,
  before: null,
  after: addDays(first, 10),
  within: null,
  ...given,
});

describe('cheapestPattern', () => {
  it('takes the cheapest days that are far enough apart', () => {
    // Days 1 and 3 are the cheapest, but only two days apart; 1 and 5 come to 3 + 5 = 8, 3 and 7 to 4 + 10.
    const price = [10, 3, 10, 4, 10, 5, 10, 10, 10, 10];
    expect(cheapestPattern(input({ price }))).toEqual({ days: [1, 5], price: 8 });
  });

  it('keeps to the gaps from the last visit before', () => {
    // Seen 6 days before day 0: due by day 1 at the latest.
    expect(cheapestPattern(input({ before: addDays(first, -6) }))?.days[0]).toBeLessThanOrEqual(1);
  });

  it('does not leave the customer waiting too long afterwards', () => {
    // With 5 days at most from the last visit to the day after, the last visit is on day 5 or later.
    expect(cheapestPattern(input({ maxGapDays: 5 }))?.days[1]).toBeGreaterThanOrEqual(5);
  });

  it('puts each visit into its own range', () => {
    const weeks = [
      { first, last: addDays(first, 2) },
      { first: addDays(first, 7), last: addDays(first, 9) },
    ];
    const found = cheapestPattern(input({ ranges: weeks }));
    expect(found?.days[0]).toBeLessThanOrEqual(2);
    expect(found?.days[1]).toBeGreaterThanOrEqual(7);
  });

  it('has one visit within the given days, whatever it costs', () => {
    const price = [5, 5, 10, 10, 10, 5, 5, 1, 5, 5];
    const within = { first: addDays(first, 3), last: addDays(first, 4) };
    expect(cheapestPattern(input({ price, within }))).toEqual({ days: [3, 7], price: 11 });
  });

  it('is null where no days fit', () => {
    expect(cheapestPattern(input({ price: Array.from({ length: 10 }, () => Infinity) }))).toBeNull();
    expect(cheapestPattern(input({ before: addDays(first, -20) }))).toBeNull();
  });

  it('is as cheap as the best of all pairs of days', () => {
    const random = createRandom(7);
    for (let round = 0; round < 200; round++) {
      const price = Array.from({ length: 10 }, () => (random.next() < 0.3 ? Infinity : random.below(50)));
      const before = addDays(first, -1 - random.below(6));
      const within = { first: addDays(first, 2), last: addDays(first, 5) };
      expect(cheapestPattern(input({ price, before, within }))?.price ?? Infinity).toBe(bestOfAll(input({ price, before, within })));
    }
  });
});

function bestOfAll({ days, price, minGapDays, maxGapDays, before, after, within }: PatternInput): number {
  const isGap = (gap: number) => gap >= minGapDays && gap <= maxGapDays;
  const isWithin = (at: number) => within === null || (within.first <= at && at <= within.last);
  const prices = days.flatMap((one, i) =>
    days.map((other, j) => {
      const fits = (before === null || isGap(one - before)) && isGap(other - one) && after - other <= maxGapDays;
      return fits && (isWithin(one) || isWithin(other)) ? (price[i] ?? Infinity) + (price[j] ?? Infinity) : Infinity;
    }),
  );
  return Math.min(...prices);
}
