import type { Neighbours } from './layout.ts';
import { shared } from './shared.ts';

/** Neighbours of each series: more than any ruin needs. */
const MOST_NEIGHBOURS = 400;

/**
 * For each series the others, nearest first by travel there and back in the first leg class. Only the nearest are sorted:
 * sorting all takes most of the time of preparing a large problem.
 */
export function nearestSeries(seriesPlace: Int32Array, legTime: Int32Array, placeCount: number): Neighbours {
  const seriesCount = seriesPlace.length;
  const count = Math.max(0, Math.min(MOST_NEIGHBOURS, seriesCount - 1));
  const nearest = shared(Int32Array, seriesCount * count);
  // Travel and then the series' number in one key, exact below 2^53.
  const keys = new Float64Array(seriesCount);
  for (let s = 0; s < seriesCount; s++) {
    const from = seriesPlace[s] ?? 0;
    for (let other = 0; other < seriesCount; other++) {
      const to = seriesPlace[other] ?? 0;
      const round = (legTime[from * placeCount + to] ?? 0) + (legTime[to * placeCount + from] ?? 0);
      keys[other] = other === s ? Infinity : round * seriesCount + other;
    }
    selectLeast(keys, count);
    const least = keys.subarray(0, count).toSorted();
    for (let k = 0; k < count; k++) nearest[s * count + k] = (least[k] ?? 0) % seriesCount;
  }
  return { count, nearest };
}

/** Moves the least keys to the front, in any order: Hoare's selection, on average in linear time. */
function selectLeast(keys: Float64Array, count: number): void {
  let low = 0;
  let high = keys.length - 1;
  while (low < high && count > low && count <= high) {
    const pivot = keys[(low + high) >> 1] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((keys[i] ?? 0) < pivot) i++;
      while ((keys[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const key = keys[i] ?? 0;
      keys[i++] = keys[j] ?? 0;
      keys[j--] = key;
    }
    if (count <= j) high = j;
    else if (count >= i) low = i;
    else return;
  }
}
