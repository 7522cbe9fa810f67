import type { TravelTimes } from '../witness/travel-times.ts';
import { type MonthSize, type MonthlyStop, zonesOf } from '../witness/zones.ts';

const FAR_LINES = 4; // one for each weekday but Monday, whose afternoon is office time

/**
 * [stop - 1] the number of each customer's visit line, from 1: one line around the office, the others cut from a round
 * trip in equal parts. Other customers than the monthly ones have the line of their nearest neighbour.
 */
export function visitLinesOf(monthly: readonly MonthlyStop[], size: MonthSize, travel: TravelTimes): readonly number[] {
  const distance = (from: number, to: number) => travel[from]?.[to] ?? 0;
  const { near, far } = zonesOf(monthly, size, distance);
  const lines = new Map(near.map((stop) => [stop, 1]));
  far.forEach((stop, i) => lines.set(stop, 2 + Math.floor((i * FAR_LINES) / far.length)));
  const placed = [...lines.keys()];
  return travel.slice(1).map((_, i) => {
    const neighbour = placed.reduce((best, other) => (distance(i + 1, other) < distance(i + 1, best) ? other : best), placed[0] ?? 0);
    return lines.get(i + 1) ?? lines.get(neighbour) ?? 1;
  });
}
