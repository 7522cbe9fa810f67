import type { Random } from '../../../src/kernel/random.ts';
import { type Point, apart, towards } from './plane.ts';

/** The place of a shop, with its quarter or village. */
export interface Site {
  readonly point: Point;
  /** Number of the quarter or village, from 0. */
  readonly quarter: number;
}

/** A stretch of road with shops on both sides. */
export interface Street {
  readonly from: Point;
  /** Radians from east. */
  readonly direction: number;
  /** Metres. */
  readonly length: number;
  readonly quarter: number;
  /** Least and most metres from one shop to the next. */
  readonly spacing: readonly [number, number];
}

const LEAST_APART = 18; // metres: two shopfronts
const SHOPFRONT = 11; // metres from the middle of the road

/** Adds up to `count` shops along a street, none too near another, and returns how many it added. */
export function stringShops(sites: Site[], street: Street, count: number, random: Random): number {
  const [least, most] = street.spacing;
  const middle = (least + most) / 2;
  let along = Math.max(least, random.next() * (street.length - count * middle));
  let added = 0;
  while (added < count && along < street.length - least) {
    const side = random.next() < 0.5 ? -1 : 1;
    const kerb = towards(street.from, street.direction, along);
    const point = towards(kerb, street.direction + (side * Math.PI) / 2, SHOPFRONT + random.next() * 4);
    if (sites.every((other) => apart(other.point, point) >= LEAST_APART)) {
      sites.push({ point, quarter: street.quarter });
      added++;
    }
    along += least + random.next() * (most - least);
  }
  return added;
}
