import type { Location } from '../../../src/domain/customer.ts';

/** A point on a flat map: metres east and north of the map's origin. */
export interface Point {
  readonly east: number;
  readonly north: number;
}

/** A flat map around an origin, exact to a thousandth within 30 km. */
export interface Plane {
  /** The point in degrees, rounded to six decimals, which is a tenth of a metre. */
  readonly locate: (point: Point) => Location;
  readonly place: (location: Location) => Point;
}

const METRES_PER_DEGREE = 111_195;

/** The flat map around an origin. */
export function planeAround(origin: Location): Plane {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180);
  return {
    locate: ({ east, north }) => ({
      lat: round(origin.lat + north / METRES_PER_DEGREE, 6),
      lng: round(origin.lng + east / perDegreeEast, 6),
    }),
    place: ({ lat, lng }) => ({ east: (lng - origin.lng) * perDegreeEast, north: (lat - origin.lat) * METRES_PER_DEGREE }),
  };
}

/** Straight distance in metres. */
export const apart = (a: Point, b: Point): number => Math.sqrt((a.east - b.east) ** 2 + (a.north - b.north) ** 2);

/** The point at a distance in metres from another, in a direction in radians from east towards north. */
export const towards = (from: Point, direction: number, distance: number): Point => ({
  east: from.east + Math.cos(direction) * distance,
  north: from.north + Math.sin(direction) * distance,
});

/** The point moved by so many metres east and north. */
export const moved = (point: Point, by: Point): Point => ({ east: point.east + by.east, north: point.north + by.north });

/** Rounds to a number of decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
