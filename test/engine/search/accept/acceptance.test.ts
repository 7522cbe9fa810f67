import { describe, expect, it } from 'vitest';
import { Annealing } from '../../../../src/engine/search/accept/acceptance.ts';

const HOT = 1000;
const COLD = 10;

/** The temperatures at steps 0, 1000, 2000 … of a search over so many. */
function temperatures(steps: number, seriesCount: number): readonly number[] {
  const annealing = new Annealing({ hot: HOT, cold: COLD }, seriesCount);
  const seen: number[] = [];
  for (let step = 0; step <= steps; step += 1000) {
    annealing.cool(step, step / steps);
    seen.push(annealing.limit(0, () => Math.exp(-1)));
  }
  return seen;
}

/** Where it grew hot again. */
const beginnings = (seen: readonly number[]) => seen.flatMap((one, index) => (index > 0 && one > (seen[index - 1] ?? one) ? [index] : []));

describe('Annealing', () => {
  it('cools once, from hot to cold, where there is no work for more', () => {
    const seen = temperatures(10_000, 10);
    expect(beginnings(seen)).toEqual([]);
    expect(seen[0]).toBeCloseTo(HOT);
    expect(seen[5]).toBeCloseTo(100);
    expect(seen[10]).toBeCloseTo(COLD);
  });

  it('begins anew after 6000 steps for each series, and ends cold', () => {
    const seen = temperatures(180_000, 10);
    expect(beginnings(seen)).toEqual([60, 120]);
    expect(seen[59]).toBeLessThan(COLD * 1.2);
    expect(seen[60]).toBeCloseTo(HOT);
    expect(seen[180]).toBeCloseTo(COLD);
  });

  it('begins less hot where less work is left than one cooling takes', () => {
    const seen = temperatures(90_000, 10);
    expect(beginnings(seen)).toEqual([60]);
    expect(seen[60]).toBeCloseTo(100);
    expect(seen[90]).toBeCloseTo(COLD);
  });
});
