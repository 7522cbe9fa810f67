import { type Point, towards } from './plane.ts';

const MARGIN = 500; // metres to the corners drawn around each point

/** A closed ring around all points, at least 350 m away from each: the convex hull of a square around each point. */
export function outlineOf(points: readonly Point[]): readonly Point[] {
  const corners = points
    .flatMap((point) => [0.25, 0.75, 1.25, 1.75].map((turn) => towards(point, turn * Math.PI, MARGIN)))
    .toSorted((a, b) => a.east - b.east || a.north - b.north);
  const hull = [...chain(corners), ...chain(corners.toReversed())];
  return [...hull, ...hull.slice(0, 1)];
}

/** One side of the hull, without its last point (Andrew's monotone chain). */
function chain(points: readonly Point[]): readonly Point[] {
  const side: Point[] = [];
  for (const point of points) {
    for (let [before, last] = side.slice(-2); before && last && turns(before, last, point) <= 0; [before, last] = side.slice(-2))
      side.pop();
    side.push(point);
  }
  return side.slice(0, -1);
}

const turns = (a: Point, b: Point, c: Point): number => (b.east - a.east) * (c.north - a.north) - (b.north - a.north) * (c.east - a.east);
