import { describe, expect, it } from 'vitest';
import { nearestSeries } from '../../../src/engine/problem/nearest-series.ts';
import { createRandom } from '../../../src/kernel/random.ts';

/** The neighbours by sorting all of them. */
function sorted(place: Int32Array, time: Int32Array, places: number, s: number): readonly number[] {
  const round = (other: number) => {
    const [from, to] = [place[s] ?? 0, place[other] ?? 0];
    return (time[from * places + to] ?? 0) + (time[to * places + from] ?? 0);
  };
  return [...place.keys()].filter((other) => other !== s).toSorted((a, b) => round(a) - round(b) || a - b);
}

describe('nearestSeries', () => {
  it.each([1, 2, 3, 40, 399, 402, 700])('lists the nearest of %i series as sorting does, many at the same distance', (seriesCount) => {
    const random = createRandom(seriesCount);
    const places = 60;
    const time = Int32Array.from({ length: places * places }, () => random.below(50));
    const place = Int32Array.from({ length: seriesCount }, () => random.below(places));
    const { count, nearest } = nearestSeries(place, time, places);
    expect(count).toBe(Math.min(400, seriesCount - 1));
    for (let s = 0; s < seriesCount; s += 7) {
      expect([...nearest.subarray(s * count, (s + 1) * count)]).toEqual(sorted(place, time, places, s).slice(0, count));
    }
  });
});
