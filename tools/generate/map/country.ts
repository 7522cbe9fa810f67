import { assert } from '../../../src/kernel/assert.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { type Point, apart, towards } from './plane.ts';
import { type Site, stringShops } from './site.ts';

const MAIN_ROADS = 5;
const REACH = 16_000; // metres of a main road from the market town at spread 1
const MARKET_SHARE = 0.15; // of all shops
const CENTRE: Point = { east: 0, north: 0 };

interface Village {
  readonly middle: Point;
  /** Direction of the road through it, in radians from east. */
  readonly road: number;
}

/**
 * Shops of a country area: a market town in the middle and villages along the roads from it, a few
 * kilometres apart. `spread` stretches the roads, not the villages.
 */
export function layOutCountry(count: number, spread: number, random: Random): readonly Site[] {
  const sites: Site[] = [];
  layOutMarket(sites, Math.round(count * MARKET_SHARE), random);
  const villages = villagesAlongRoads(spread, random).toSorted((a, b) => apart(a.middle, CENTRE) - apart(b.middle, CENTRE));
  villages.forEach((village, i) => {
    const wanted = Math.min(4 + random.below(6), count - sites.length);
    if (wanted > 0) layOutVillage(sites, village, { quarter: i + 1, wanted }, random);
  });
  assert(sites.length === count, 'the villages have no room for the shops', { count, room: sites.length });
  return sites;
}

/** A main street and two side streets, in quarter 0. */
function layOutMarket(sites: Site[], count: number, random: Random): void {
  const main = random.next() * Math.PI;
  const directions = [main, main + Math.PI / 2, main + 2.1];
  for (const [i, direction] of directions.entries()) {
    const length = 1100 + 200 * i;
    const from = towards(CENTRE, direction, -length / 2);
    const wanted = i === directions.length - 1 ? count - sites.length : Math.ceil(count / directions.length);
    stringShops(sites, { from, direction, length, quarter: 0, spacing: [40, 120] }, wanted, random);
  }
}

function layOutVillage(
  sites: Site[],
  { middle, road }: Village,
  { quarter, wanted }: { quarter: number; wanted: number },
  random: Random,
): void {
  const length = 200 + wanted * 130;
  const from = towards(middle, road, -length / 2);
  stringShops(sites, { from, direction: road, length, quarter, spacing: [60, 200] }, wanted, random);
}

function villagesAlongRoads(spread: number, random: Random): readonly Village[] {
  const villages: Village[] = [];
  const settle = (middle: Point, road: number) => {
    const field = 1000 * Math.min(1, spread);
    const clear = apart(middle, CENTRE) > 1.3 * field && villages.every((other) => apart(other.middle, middle) > field);
    if (clear) villages.push({ middle, road });
  };
  const turn = random.next() * Math.PI * 2;
  for (let i = 0; i < MAIN_ROADS; i++) {
    let heading = turn + ((i + (random.next() - 0.5) * 0.3) * 2 * Math.PI) / MAIN_ROADS;
    let at = towards(CENTRE, heading, 700 * spread);
    for (let run = 0; run < REACH;) {
      const step = 1300 + random.next() * 1100;
      run += step;
      heading += (random.next() - 0.5) * 0.5;
      at = towards(at, heading, step * spread);
      settle(at, heading);
      const side = heading + (random.next() < 0.5 ? -1 : 1) * (1.1 + random.next() * 0.5);
      if (random.next() < 0.65) settle(towards(at, side, (1200 + random.next() * 900) * spread), side);
    }
  }
  return villages;
}
