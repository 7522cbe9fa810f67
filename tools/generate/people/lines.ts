import { type Beat, way } from '../witness/beat.ts';
import type { Zones } from '../witness/zones.ts';

const FAR_LINES = 4; // one for each weekday but Monday, whose afternoon is spent in the office

/** [stop - 1] the visit line of each customer: one around the office, the rest cut from the round in equal stretches. */
export function linesOf(beat: Beat, { near, far }: Zones): readonly number[] {
  const lines = new Map(near.map((stop) => [stop, 1]));
  far.forEach((stop, i) => lines.set(stop, 2 + Math.floor((i * FAR_LINES) / far.length)));
  const placed = [...lines.keys()];
  return beat.customers.map((_, i) => {
    // Those with a weekly cycle are in no zone and go with their nearest neighbour.
    const neighbour = placed.reduce((best, other) => (way(beat, i + 1, other) < way(beat, i + 1, best) ? other : best), placed[0] ?? 0);
    return lines.get(i + 1) ?? lines.get(neighbour) ?? 1;
  });
}
