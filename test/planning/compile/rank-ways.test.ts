import { describe, expect, it } from 'vitest';
import { rankWays } from '../../../src/planning/compile/rank-ways.ts';
import type { WayTable } from '../../../src/engine/problem/draft.ts';
import { FAR } from '../../../src/engine/problem/layout.ts';

/** A way by which the only leg takes so many seconds, and costs a price besides. */
const way = (time: number, price = 0): WayTable => ({ time: Int32Array.of(time), cost: Int32Array.of(time + price) });
const none: WayTable = { time: Int32Array.of(FAR), cost: Int32Array.of(FAR) };

/** The modes of a leg by rank. */
const ranked = (ways: Readonly<Record<string, WayTable>>): readonly string[] =>
  rankWays(Object.keys(ways), 1, Object.values(ways)).map(({ modes, modeOf }) => modes[modeOf[0] ?? -1] ?? 'none');

describe('rankWays', () => {
  it('names the cheapest first, then those that are faster or less dear than all others, the fastest before', () => {
    expect(ranked({ walk: way(900), bus: way(500, 120), taxi: way(300, 840) })).toEqual(['bus', 'taxi', 'walk']);
  });

  it('leaves out what another way beats in time and price', () => {
    expect(ranked({ walk: way(900), bus: way(950, 120), taxi: way(300, 840) })).toEqual(['walk', 'taxi']);
  });

  it('keeps the first listed of two that are equal, and nothing where there is no way', () => {
    expect(ranked({ walk: way(900), stroll: way(900) })).toEqual(['walk']);
    expect(ranked({ walk: none })).toEqual([]);
  });
});
