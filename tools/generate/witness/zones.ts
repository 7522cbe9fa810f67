import { type Beat, OFFICE, way } from './beat.ts';
import { roundThrough } from './round.ts';

/** How often the witness goes over a beat in a month: as often as the most visited are seen. */
export const SWEEPS = 4;

/** A beat cut into what lies near the office, for short days, and the rest, in order of a round trip. */
export interface Zones {
  readonly near: readonly number[];
  readonly far: readonly number[];
  /** In which sweeps of a month each customer is visited; those with a weekly cycle are in none. */
  readonly sweepsOf: ReadonlyMap<number, readonly number[]>;
}

/** Takes the customers nearest the office until a short day's visits are found there. */
export function zonesOf(beat: Beat, visitsOnShortDay: number): Zones {
  const monthly = beat.asked.flatMap(({ cycle }, i) => (cycle === 'month' ? [i + 1] : []));
  const near: number[] = [];
  let visits = 0;
  for (const stop of monthly.toSorted((a, b) => way(beat, OFFICE, a) - way(beat, OFFICE, b))) {
    if (visits >= visitsOnShortDay) break;
    near.push(stop);
    visits += visitsOf(beat, stop) / SWEEPS;
  }
  const far = roundThrough(
    beat,
    monthly.filter((stop) => !near.includes(stop)),
  );
  return { near, far, sweepsOf: new Map([...dealSweeps(beat, near), ...dealSweeps(beat, far)]) };
}

const visitsOf = (beat: Beat, stop: number): number => beat.asked[stop - 1]?.visits ?? 0;

/** Deals sweeps out in turn among neighbours, so that each sweep has its share of all parts. */
function dealSweeps(beat: Beat, stops: readonly number[]): readonly (readonly [number, readonly number[]])[] {
  const dealt = new Map<number, number>();
  return stops.map((stop) => {
    const visits = visitsOf(beat, stop);
    const turn = dealt.get(visits) ?? 0;
    dealt.set(visits, turn + 1);
    const step = SWEEPS / visits;
    return [stop, Array.from({ length: visits }, (_, i) => (turn % step) + i * step)] as const;
  });
}
