import { assert, present } from '../../../src/kernel/assert.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { type Point, apart } from './plane.ts';
import { type Site, type Street, stringShops } from './site.ts';

const CROSSINGS = 10; // along each side of the town
const BLOCK = 620; // metres from one crossing to the next at spread 1
const UNEVEN = 0.16; // how far a crossing is from its place on the grid, in blocks
const CENTRE: Point = { east: 0, north: 0 };

/**
 * Shops of a town around its centre: in short rows along the streets of a slightly irregular grid, denser towards
 * the middle. `spread` stretches the blocks, not the rows.
 */
export function layOutTown(count: number, spread: number, random: Random): readonly Site[] {
  const streets = shuffledByRank(streetsOf(spread, random), spread, random);
  const sites: Site[] = [];
  for (const street of streets) {
    const wanted = Math.min(3 + random.below(6), count - sites.length);
    if (wanted > 0) stringShops(sites, street, wanted, random);
  }
  for (const street of streets) if (sites.length < count) stringShops(sites, street, count - sites.length, random);
  assert(sites.length === count, 'the streets have no room for the shops', { count, room: sites.length });
  return sites;
}

function streetsOf(spread: number, random: Random): readonly Street[] {
  const block = BLOCK * spread;
  const crossings = Array.from({ length: CROSSINGS * CROSSINGS }, (_, i): Point => {
    const stray = () => (random.next() - 0.5) * 2 * UNEVEN;
    return {
      east: ((i % CROSSINGS) - (CROSSINGS - 1) / 2 + stray()) * block,
      north: (Math.floor(i / CROSSINGS) - (CROSSINGS - 1) / 2 + stray()) * block,
    };
  });
  return crossings.flatMap((from, i) => {
    const eastward = i % CROSSINGS < CROSSINGS - 1 ? [i + 1] : [];
    const northward = i + CROSSINGS < crossings.length ? [i + CROSSINGS] : [];
    return [...eastward, ...northward].map((j) => streetBetween(from, present(crossings[j], 'crossing'), i));
  });
}

function streetBetween(from: Point, to: Point, quarter: number): Street {
  const direction = Math.atan2(to.north - from.north, to.east - from.east);
  return { from, direction, length: apart(from, to), quarter, spacing: [30, 150] };
}

/** Streets in random order, those near the middle rather early; about one in eight is left out, as a street without shops. */
function shuffledByRank(streets: readonly Street[], spread: number, random: Random): readonly Street[] {
  const radius = (CROSSINGS / 2) * BLOCK * spread;
  return streets
    .map((street) => ({
      street,
      rank: random.next() + 0.45 * Math.min(1, apart(street.from, CENTRE) / radius),
      shops: random.next() > 0.125,
    }))
    .filter(({ shops }) => shops)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ street }) => street);
}
