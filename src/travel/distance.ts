import type { Location } from '../domain/customer.ts';

const EARTH_RADIUS = 6_371_008.8; // mean, metres (IUGG)
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres, as a fraction of them; haversine, which keeps precision for short distances. */
export function greatCircle(a: Location, b: Location): number {
  const north = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const east = Math.sin(((b.lng - a.lng) * RADIANS) / 2);
  const h = north * north + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * east * east;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
}
