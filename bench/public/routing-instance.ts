/**
 * A routing problem of one day in whole units. Place 0 is the depot, customer c stays at place c + 1. Time, distance and
 * prizes have the same unit.
 */
export interface RoutingInstance {
  readonly name: string;
  readonly vehicles: number;
  /** Most load of a vehicle; null for none. */
  readonly capacity: number | null;
  /** Earliest departure and latest return; null where time does not count. */
  readonly window: TimeSpan | null;
  readonly customers: readonly RoutingCustomer[];
  /** [from, to] row-major: length of a leg, which is also its time. */
  readonly legs: Int32Array;
  /** Distance alone, or the time from the earliest departure to each return less all services. Prizes left are added to both. */
  readonly objective: 'distance' | 'duration';
  /** Units of the instance in one unit of published values. */
  readonly scale: number;
}

/** One customer; the window bounds the start of the service. */
export interface RoutingCustomer {
  readonly demand: number;
  readonly service: number;
  readonly window: TimeSpan | null;
  /** Cost of leaving the customer out; null where that is not allowed. */
  readonly prize: number | null;
}

/** Both ends belong to it. */
export interface TimeSpan {
  readonly from: number;
  readonly until: number;
}

/** A point of the plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Legs between all points, by a rounding of the Euclidean distance to whole units. */
export function legsBetween(points: readonly Point[], rounded: (distance: number) => number): Int32Array {
  const legs = new Int32Array(points.length ** 2);
  for (const [i, a] of points.entries()) {
    for (const [j, b] of points.entries()) legs[i * points.length + j] = rounded(Math.hypot(a.x - b.x, a.y - b.y));
  }
  return legs;
}

/** Tenths, cut off: the rule of the DIMACS challenge of 2022. */
export const truncatedTenths = (distance: number): number => Math.floor(distance * 10);
