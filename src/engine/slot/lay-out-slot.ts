import { type Problem, hasWays } from '../problem/layout.ts';
import type { LaidSlot, LaidWay, LaidWays } from './laid-slot.ts';
import { earliestStarts, easeOf, layOutLegs } from './lay-out-legs.ts';
import { WayChooser } from './ways/way-chooser.ts';

/**
 * The times of a slot's visits: earliest starts, with the breaks where the day costs least; null when windows, limits
 * or legs forbid the order. It states plainly what the search computes in parts.
 */
export function layOutSlot(problem: Problem, r: number, visits: readonly number[]): LaidSlot | null {
  if (hasWays(problem, r)) {
    const ways = chooseWays(problem, r, visits);
    return ways === null ? null : layOutWays(problem, r, visits, ways);
  }
  const laid = layOutLegs(problem, r, visits, legTimesOf(problem, r, visits));
  return laid === null ? null : { ...laid, ways: null };
}

/** The same times at the same cost, but with the breaks where the sum of all starts is least: nobody waits without need. */
export function layOutEarly(problem: Problem, r: number, visits: readonly number[]): LaidSlot | null {
  const laid = layOutSlot(problem, r, visits);
  if (laid === null) return null;
  const legTimes = laid.ways?.legs.map(({ time }) => time) ?? legTimesOf(problem, r, visits);
  return { ...earliestStarts(problem, r, visits, { legTimes, laid }), ways: laid.ways };
}

/** The times of a slot's visits by given ways. */
export function layOutWays(problem: Problem, r: number, visits: readonly number[], ways: LaidWays): LaidSlot | null {
  const legTimes = ways.legs.map(({ time }) => time);
  const laid = layOutLegs(problem, r, visits, legTimes);
  return laid === null ? null : { ...laid, ways };
}

/** The ways that cost least; null when none keeps windows and limits. */
function chooseWays(problem: Problem, r: number, visits: readonly number[]): LaidWays | null {
  if (visits.length > problem.slots.mostStops) return null;
  const chooser = WayChooser.of(problem);
  if (!chooser.choose(r, visits, 0, visits.length, easeOf(problem, visits))) return null;
  const legs = Array.from({ length: visits.length + 1 }, (_, i): LaidWay => {
    const free = chooser.rank[i + 1];
    const time = chooser.time[i + 1];
    return { time, price: chooser.price[i + 1] - time, free: free < 0 ? null : free, away: chooser.away[i + 1] };
  });
  return { vehicle: chooser.vehicle < 0 ? null : chooser.vehicle, legs };
}

/** Seconds of each leg where there is nothing to choose. */
function legTimesOf({ placeCount, slots, series, visits, legs }: Problem, r: number, stops: readonly number[]): readonly number[] {
  const places = [slots.from[r], ...stops.map((v) => series.place[visits.series[v]]), slots.to[r]];
  return places.slice(1).map((to, i) => legs.time[(slots.legClass[r] * placeCount + places[i]) * placeCount + to]);
}
