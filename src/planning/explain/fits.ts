import { layOutSlot } from '../../engine/slot/lay-out-slot.ts';
import { FAR, NEVER, type Problem, hasWays } from '../../engine/problem/layout.ts';
import type { Effort } from './effort.ts';
import { type Timeline, earliestStart, timelineOf } from './timeline.ts';

/** What stands on the slots when one more visit is tried. */
export interface Standing {
  readonly problem: Problem;
  /** [r] visits of each slot in order. */
  readonly tours: readonly (readonly number[])[];
  readonly effort: Effort;
  /** By slot, made when first needed. */
  readonly timelines: Map<number, Timeline>;
}

/** Visits on slots, ready for trying one more. */
export const standingOf = (problem: Problem, tours: readonly (readonly number[])[], effort: Effort): Standing => ({
  problem,
  tours,
  effort,
  timelines: new Map(),
});

/** The tours of a problem whose days hold nothing but duties. */
export function emptyTours({ slots, series, visits, opening, dayCount }: Problem): readonly (readonly number[])[] {
  const tours = Array.from({ length: slots.count }, (): { readonly visit: number; readonly from: number }[] => []);
  for (let s = series.firstDuty; s < series.count; s++) {
    const first = series.pricesFrom[s] ?? 0;
    const r = series.slotPrice.subarray(first, first + slots.count).findIndex((price) => price !== NEVER);
    const from = opening.from[s * dayCount + (slots.day[r] ?? 0)] ?? 0;
    tours[r]?.push({ visit: visits.bySeries[s] ?? 0, from });
  }
  return tours.map((duties) => duties.toSorted((a, b) => a.from - b.from).map(({ visit }) => visit));
}

/** Whether a visit may be on a slot at all: its days, and rules that forbid slots. */
export function mayBeOn({ visits, slots, series }: Problem, visit: number, r: number): boolean {
  const day = slots.day[r] ?? -1;
  const s = visits.series[visit] ?? 0;
  if (day < (visits.firstDay[visit] ?? 0) || day > (visits.lastDay[visit] ?? -1)) return false;
  return series.slotPrice[(series.pricesFrom[s] ?? 0) + r] !== NEVER;
}

/** Whether a visit finds a place on a slot between the visits there, without other changes. */
export function fitsOn(standing: Standing, visit: number, r: number): boolean {
  const { problem, tours, effort } = standing;
  effort.add(1);
  if (!mayBeOn(problem, visit, r)) return false;
  const tour = tours[r] ?? [];
  if (!hasRoom(problem, r, [...tour, visit])) return false;
  return positionsInTime(standing, visit, r).some((i) => {
    effort.add(10 + 2 * tour.length * (1 + problem.breaks.most));
    return layOutSlot(problem, r, tour.toSpliced(i, 0, visit)) !== null;
  });
}

/** The slots on whose days a visit finds a place, besides those on some days. */
export const slotsFor = (standing: Standing, visit: number, without: ReadonlySet<number>): Iterable<number> =>
  standing.tours.keys().filter((r) => !without.has(standing.problem.slots.day[r] ?? -1) && fitsOn(standing, visit, r));

/** Whether a visit finds a place on any slot, besides those on some days. */
export function fits(standing: Standing, visit: number, without: ReadonlySet<number>): boolean {
  for (const _ of slotsFor(standing, visit, without)) return true;
  return false;
}

/** Whether the amounts of visits stay within a slot's caps. */
function hasRoom({ series, amounts, visits }: Problem, r: number, tour: readonly number[]): boolean {
  for (let k = 0; k < amounts.count; k++) {
    const cap = amounts.cap[r * amounts.count + k] ?? NEVER;
    if (cap === NEVER) continue;
    const sum = tour.reduce((units, v) => units + (amounts.perVisit[k * series.count + (visits.series[v] ?? 0)] ?? 0), 0);
    if (sum > cap) return false;
  }
  return true;
}

/** Positions that bounds do not rule out: only these are laid out in full. */
function positionsInTime(standing: Standing, visit: number, r: number): readonly number[] {
  const { problem, tours, effort } = standing;
  const tour = tours[r] ?? [];
  const line = lineOf(standing, visit, r);
  const s = problem.visits.series[visit] ?? 0;
  const stay = problem.series.dwell[s] ?? 0;
  effort.add(tour.length + 1);
  return Array.from(detoursOf(standing, line, s)).flatMap(({ there, back, longer }, i) => {
    if (there >= FAR || back >= FAR) return [];
    const start = earliestStart(problem, s, line.day, (line.ready[i] ?? FAR) + there);
    const isInTime = start + stay + back <= (line.latest[i + 1] ?? -1) && line.end(longer + stay) <= (problem.slots.latest[r] ?? NEVER);
    return isInTime ? [i] : [];
  });
}

/** Travel to a series' place and on from it, and by how much it lengthens the legs, for each position of a tour. */
function* detoursOf({ problem }: Standing, { places, time }: Timeline, s: number) {
  const isEmpty = places.length === 2;
  const place = problem.series.place[s] ?? 0;
  for (let i = 0; i + 1 < places.length; i++) {
    const [from, to] = [places[i] ?? 0, places[i + 1] ?? 0];
    const [there, back] = [time(from, place), time(place, to)];
    yield { there, back, longer: there + back - (isEmpty ? 0 : time(from, to)) };
  }
}

/** The least time that a visit adds to a slot: its stay, and the shortest detour; FAR where no way leads there. */
export function leastNeed(standing: Standing, visit: number, r: number): number {
  const { problem } = standing;
  const line = lineOf(standing, visit, r);
  const s = problem.visits.series[visit] ?? 0;
  const detours = Array.from(detoursOf(standing, line, s), ({ there, back, longer }) => (there >= FAR || back >= FAR ? FAR : longer));
  return (problem.series.dwell[s] ?? 0) + Math.min(FAR, ...detours);
}

/** The time that a slot has at most for a visit that needs so much: without stays, legs, and the breaks that it would then have. */
export function freeTime(standing: Standing, visit: number, { slot, need }: { readonly slot: number; readonly need: number }): number {
  const end = lineOf(standing, visit, slot).end(need);
  return (standing.problem.slots.latest[slot] ?? NEVER) - end + need;
}

/** The bounds of a slot that a visit may join; kept where they are the same for all visits. */
function lineOf({ problem, tours, timelines }: Standing, visit: number, r: number): Timeline {
  const kept = timelines.get(r);
  if (kept !== undefined) return kept;
  const joining = problem.series.place[problem.visits.series[visit] ?? 0] ?? 0;
  const line = timelineOf(problem, { slot: r, visits: tours[r] ?? [], joining });
  if (!hasWays(problem, r)) timelines.set(r, line);
  return line;
}
