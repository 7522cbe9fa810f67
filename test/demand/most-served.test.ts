import fc from 'fast-check';
import { lawCases } from '../support/law-cases.ts';
import { describe, expect, it } from 'vitest';
import { mostServed } from '../../src/demand/most-served.ts';

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

describe('mostServed', () => {
  it('gives each group its need where there is enough', () => {
    expect(mostServed({ needed: [5, 3], available: [4, 4], servers: [[0, 1], [0]] })).toEqual([5, 3]);
  });

  it('serves no more than the time of the servers', () => {
    expect(mostServed({ needed: [5, 0], available: [4, 100], servers: [[0], [1]] })).toEqual([4, 0]);
  });

  it('serves nothing without servers', () => {
    expect(mostServed({ needed: [5], available: [4], servers: [[]] })).toEqual([0]);
    expect(mostServed({ needed: [], available: [4], servers: [] })).toEqual([]);
  });

  it('reaches the limit that the tightest set of groups sets', () => {
    // Max flow, min cut: the least over all sets of groups of what their servers have and the others ask.
    const cases = fc.integer({ min: 1, max: 4 }).chain((groups) =>
      fc.record({
        needed: fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: groups, maxLength: groups }),
        available: fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 3, maxLength: 3 }),
        servers: fc.array(fc.subarray([0, 1, 2]), { minLength: groups, maxLength: groups }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ needed, available, servers }) => {
        const cuts = Array.from({ length: 2 ** needed.length }, (_, set) => {
          const isIn = (group: number) => (set & (2 ** group)) !== 0;
          const able = new Set(servers.filter((_own, group) => isIn(group)).flat());
          return total([...needed.filter((_work, group) => !isIn(group)), ...available.filter((_time, server) => able.has(server))]);
        });
        expect(total(mostServed({ needed, available, servers }))).toBe(Math.min(...cuts));
      }),
      { numRuns: lawCases(100) },
    );
  });
});
