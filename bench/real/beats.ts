import { addDays, formatDay, parseDay } from '../../src/domain/calendar.ts';
import { present } from '../../src/kernel/assert.ts';
import { createRandom } from '../../src/kernel/random.ts';

/** A place of the real world that is visited. */
export interface RealPlace {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lng: number;
  /** OpenStreetMap opening hours; empty where nothing is known. */
  readonly hours: string;
}

/** A place with its tier, and the part of the territory that it lies in, from 1. */
export interface BeatPlace extends RealPlace {
  readonly tier: 'A' | 'B' | 'C';
  readonly area: number;
}

/** Tiers by lot, a fifth A and three tenths B, and so many areas that lie together and ask for about as many visits a month. */
export function layBeats(places: readonly RealPlace[], areas: number, seed: number): readonly BeatPlace[] {
  const random = createRandom(seed);
  const tiered = places.map((place) => {
    const lot = random.next();
    return { ...place, tier: lot < 0.2 ? ('A' as const) : lot < 0.5 ? ('B' as const) : ('C' as const) };
  });
  const parts = halve(tiered, areas);
  return parts.flatMap((part, i) => part.map((place) => ({ ...place, area: i + 1 })));
}

type Tiered = RealPlace & Pick<BeatPlace, 'tier'>;

const WEIGHT = { A: 4, B: 2, C: 1 } as const;

/** Cuts places into parts across the longer side, each time where the visits of the two sides are as their numbers of parts. */
function halve(places: readonly Tiered[], parts: number): readonly (readonly Tiered[])[] {
  if (parts === 1) return [places];
  const spanOf = (of: (place: Tiered) => number) => Math.max(...places.map(of)) - Math.min(...places.map(of));
  // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
  const shrink = Math.cos(((places[0]?.lat ?? 0) * Math.PI) / 180);
  const isWide = spanOf(({ lng }) => lng) * shrink > spanOf(({ lat }) => lat);
  const sorted = places.toSorted((a, b) => (isWide ? a.lng - b.lng : a.lat - b.lat) || (a.id < b.id ? -1 : 1));
  const first = Math.floor(parts / 2);
  const goal = (sorted.reduce((sum, { tier }) => sum + WEIGHT[tier], 0) * first) / parts;
  let [cut, weight] = [0, 0];
  while (weight < goal) weight += WEIGHT[present(sorted[cut++], 'A place').tier];
  return [...halve(sorted.slice(0, cut), first), ...halve(sorted.slice(cut), parts - first)];
}

/** The middle of an area: the median of its places, where its rep starts and ends. */
export function middleOf(places: readonly BeatPlace[], area: number): { readonly lat: number; readonly lng: number } {
  const own = places.filter((place) => place.area === area);
  const median = (of: (place: BeatPlace) => number) => own.map(of).toSorted((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0;
  return { lat: median(({ lat }) => lat), lng: median(({ lng }) => lng) };
}

/** Rows of `history.csv`: each place was last seen by lot within so many days before a day, by its tier. */
export function lastSeen(places: readonly BeatPlace[], before: string, days: Readonly<Record<BeatPlace['tier'], number>>, seed: number) {
  const random = createRandom(seed);
  const day = present(parseDay(before), 'A day');
  return places.map(({ id, tier }) => [id, formatDay(addDays(day, -1 - random.below(days[tier])))]);
}
