import type { WayTable } from '../../engine/problem/draft.ts';
import { FAR } from '../../engine/problem/layout.ts';

/** The ways of one rank: of each leg one, with its mode. */
export interface RankedWay extends WayTable {
  readonly modes: readonly string[];
  /** [leg] index among the modes; -1 where there is no way of this rank. */
  readonly modeOf: Int8Array;
}

/** A way of one leg. */
interface Way {
  readonly mode: number;
  readonly time: number;
  readonly cost: number;
}

/**
 * The ways of each leg by free modes, ranked: the cheapest first, counting time and prices, then by rising time those that
 * no other way beats in both time and prices. There are as many ranks as the leg with the most such ways has.
 */
export function rankWays(modes: readonly string[], size: number, tables: readonly WayTable[]): readonly RankedWay[] {
  const ranks: { time: Int32Array; cost: Int32Array; modeOf: Int8Array }[] = [];
  for (let leg = 0; leg < size; leg++) {
    waysOf(tables, leg).forEach(({ mode, time, cost }, rank) => {
      if (rank === ranks.length) ranks.push(noWays(size));
      const way = ranks[rank];
      if (way === undefined) return;
      way.time[leg] = time;
      way.cost[leg] = cost;
      way.modeOf[leg] = mode;
    });
  }
  return ranks.map((way) => ({ ...way, modes }));
}

const noWays = (size: number) => ({
  time: new Int32Array(size).fill(FAR),
  cost: new Int32Array(size).fill(FAR),
  modeOf: new Int8Array(size).fill(-1),
});

/** The ways of a leg that no other beats, ranked; of equal ways only the first listed. */
function waysOf(tables: readonly WayTable[], leg: number): readonly Way[] {
  const all = tables.map(({ time, cost }, mode): Way => ({ mode, time: time[leg] ?? FAR, cost: cost[leg] ?? FAR }));
  const possible = all.filter(({ time }) => time < FAR);
  const best = possible.filter((way) => !possible.some((other) => other !== way && beats(other, way)));
  const [cheapest, ...others] = best.toSorted((a, b) => a.cost - b.cost || a.time - b.time);
  return cheapest === undefined ? [] : [cheapest, ...others.toSorted((a, b) => a.time - b.time)];
}

/** Whether one way is no slower and no dearer in prices than another, and listed first if it is equal. */
function beats(one: Way, other: Way): boolean {
  const priceDifference = one.cost - one.time - (other.cost - other.time);
  if (one.time > other.time || priceDifference > 0) return false;
  return one.time < other.time || priceDifference < 0 || one.mode < other.mode;
}
