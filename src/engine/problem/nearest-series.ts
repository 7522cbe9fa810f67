import type { Neighbours } from './layout.ts';
import { shared } from './shared.ts';

/** Neighbours of each series: more than any ruin needs. */
const MOST_NEIGHBOURS = 400;

/** For each series the others, nearest first by travel there and back in the first leg class. */
export function nearestSeries(seriesPlace: Int32Array, legTime: Int32Array, placeCount: number): Neighbours {
  const seriesCount = seriesPlace.length;
  const count = Math.max(0, Math.min(MOST_NEIGHBOURS, seriesCount - 1));
  const nearest = shared(Int32Array, seriesCount * count);
  const round = new Float64Array(seriesCount);
  for (let s = 0; s < seriesCount; s++) {
    const from = seriesPlace[s] ?? 0;
    const others: number[] = [];
    for (let other = 0; other < seriesCount; other++) {
      const to = seriesPlace[other] ?? 0;
      round[other] = (legTime[from * placeCount + to] ?? 0) + (legTime[to * placeCount + from] ?? 0);
      if (other !== s) others.push(other);
    }
    others.sort((a, b) => (round[a] ?? 0) - (round[b] ?? 0) || a - b);
    nearest.set(others.slice(0, count), s * count);
  }
  return { count, nearest };
}
