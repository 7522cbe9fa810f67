import { type Distance, roundTrip } from './round-trip.ts';

/** Round trips a month: as many as the visits of the most important customers. */
export const SWEEPS = 4;

/** Stops near the base, for short days, and the others in the order of a round trip. */
export interface Zones {
  readonly near: readonly number[];
  readonly far: readonly number[];
}

/** A stop of a rep and its visits in a month. */
export interface MonthlyStop {
  readonly stop: number;
  readonly visits: number;
}

/** The visits of a rep's month, and the lengths of its days. */
export interface MonthSize {
  /** [day] field time as a share of a full day's. */
  readonly shares: readonly number[];
  /** Visits of all days. */
  readonly visits: number;
}

const NEAR = 1.02; // visits near the base ÷ visits of the shortest day

/** Takes the stops nearest the base until they have the visits of a short day. */
export function zonesOf(stops: readonly MonthlyStop[], { shares, visits }: MonthSize, distance: Distance): Zones {
  const onShortDay = (NEAR * Math.min(...shares) * visits) / shares.reduce((sum, share) => sum + share, 0);
  const near: number[] = [];
  let taken = 0;
  for (const one of stops.toSorted((a, b) => distance(0, a.stop) - distance(0, b.stop))) {
    if (taken >= onShortDay) break;
    near.push(one.stop);
    taken += one.visits / SWEEPS;
  }
  const others = stops.map(({ stop }) => stop).filter((stop) => !near.includes(stop));
  return { near, far: roundTrip(others, distance) };
}
