import type { Location } from '../../domain/customer.ts';

/** A point of a drawing, in its units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places laid out on a sheet: how large it is, where a place is, and how many units a kilometre has. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly point: (location: Location) => Point;
  readonly unitsPerKilometre: number;
}

const KILOMETRES_PER_DEGREE = 111.32;
const MARGIN = 24;
/** Smallest extent of a map in kilometres, so that a single street does not fill the sheet. */
const LEAST = 0.5;

/** Lays places out north up on a sheet of a width; equirectangular, which is true enough for a territory. */
export function projectionOf(places: readonly Location[], width: number): Projection {
  const [lats, lngs] = [places.map(({ lat }) => lat), places.map(({ lng }) => lng)];
  const [south, north, west, east] = [least(lats), most(lats), least(lngs), most(lngs)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = Math.max(LEAST, (east - west) * squeeze * KILOMETRES_PER_DEGREE);
  const up = Math.max(LEAST, (north - south) * KILOMETRES_PER_DEGREE);
  // No taller than it is wide: a narrow valley must not need scrolling.
  const unitsPerKilometre = Math.min((width - 2 * MARGIN) / across, (width - 2 * MARGIN) / up);
  const [left, top] = [(width - across * unitsPerKilometre) / 2, MARGIN];
  const height = up * unitsPerKilometre + 2 * MARGIN;
  return {
    width,
    height: Math.round(height),
    unitsPerKilometre,
    point: ({ lat, lng }) => ({
      x: tenth(left + (lng - west) * squeeze * KILOMETRES_PER_DEGREE * unitsPerKilometre),
      y: tenth(top + (north - lat) * KILOMETRES_PER_DEGREE * unitsPerKilometre),
    }),
  };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** A round length in kilometres of at most a share of the sheet: 1, 2 or 5 times a power of ten. */
export function scaleLength({ width, unitsPerKilometre }: Projection, share: number): number {
  const wanted = (width * share) / unitsPerKilometre;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([5, 2, 1].find((step) => step * power <= wanted) ?? 1);
}
