import { present } from '../../../src/kernel/assert.ts';

/** The distance between two stops, the same in both directions. 0 is the base. */
export type Distance = (from: number, to: number) => number;

const BASE = 0;

/** A short round trip from the base through some stops: the nearest stop next, then 2-opt until nothing gets shorter. */
export function roundTrip(stops: readonly number[], distance: Distance): readonly number[] {
  const trip = nearestFirst(stops, distance);
  while (untangle(trip, distance));
  return trip;
}

function nearestFirst(stops: readonly number[], distance: Distance): number[] {
  const left = new Set(stops);
  const trip: number[] = [];
  for (let at = BASE; left.size > 0;) {
    let nearest: number | null = null;
    for (const stop of left) if (nearest === null || distance(at, stop) < distance(at, nearest)) nearest = stop;
    at = present(nearest, 'nearest stop');
    left.delete(at);
    trip.push(at);
  }
  return trip;
}

/** Reverses each stretch whose reversal shortens the trip. */
function untangle(trip: number[], distance: Distance): boolean {
  let better = false;
  for (let i = 0; i < trip.length - 1; i++) {
    for (let j = i + 1; j < trip.length; j++) {
      const [before, first, last, after] = [trip[i - 1] ?? BASE, trip[i] ?? BASE, trip[j] ?? BASE, trip[j + 1] ?? BASE];
      if (distance(before, last) + distance(first, after) >= distance(before, first) + distance(last, after)) continue;
      trip.splice(i, j - i + 1, ...trip.slice(i, j + 1).toReversed());
      better = true;
    }
  }
  return better;
}
