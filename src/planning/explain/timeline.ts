import { FAR, NEVER, type Problem, hasWays } from '../../engine/problem/layout.ts';

/** Bounds of the times of a slot's visits. They leave out breaks and take the fastest way of each leg, so that no layout is better. */
export interface Timeline {
  readonly day: number;
  /** [n + 2] places: where the slot starts, of each visit, where it ends. */
  readonly places: readonly number[];
  /** The least time from one of these places, or that of the joining visit, to another. */
  readonly time: (from: number, to: number) => number;
  /** [n + 1] when the start, and then each visit, can be over at the earliest. */
  readonly ready: readonly number[];
  /** [n + 2] when each visit, and then the way home, can start or end at the latest; the first entry is not used. */
  readonly latest: readonly number[];
  /** The least end of the day if its visits took some seconds more: stays, legs, and the breaks that it then needs. */
  readonly end: (more: number) => number;
}

/** A slot's visits in order, and the place of one that may join them. */
export interface Tour {
  readonly slot: number;
  readonly visits: readonly number[];
  readonly joining: number;
}

/**
 * The bounds of a slot's visits in order. Where legs have ways, a leg may lead by way of any stop at which the vehicle is
 * parked, also of the joining one.
 */
export function timelineOf(problem: Problem, { slot: r, visits: tour, joining }: Tour): Timeline {
  const { slots, series, visits } = problem;
  const day = slots.day[r] ?? 0;
  const all = tour.map((v) => visits.series[v] ?? 0);
  const stayOf = (i: number) => series.dwell[all[i] ?? 0] ?? 0;
  const places = [slots.from[r] ?? 0, ...all.map((s) => series.place[s] ?? 0), slots.to[r] ?? 0];
  const time = leastTimes(problem, r, [...places, joining]);
  const times = places.slice(1).map((to, i) => time(places[i] ?? 0, to));

  const ready = [slots.start[r] ?? 0];
  for (const [i, s] of all.entries()) ready.push(earliestStart(problem, s, day, (ready[i] ?? FAR) + (times[i] ?? FAR)) + stayOf(i));
  const latest: number[] = [];
  latest[all.length + 1] = slots.latest[r] ?? NEVER;
  for (let i = all.length; i >= 1; i--) {
    const until = (latest[i + 1] ?? -1) - (times[i] ?? FAR) - stayOf(i - 1);
    latest[i] = latestStart(problem, all[i - 1] ?? 0, day, until);
  }
  const busy = all.reduce((sum, _, i) => sum + stayOf(i), 0) + (all.length === 0 ? 0 : times.reduce((sum, time) => sum + time, 0));
  return { day, places, time, ready, latest, end: (more) => endWithBreaks(problem, r, (slots.start[r] ?? 0) + busy + more) };
}

/** Least times of legs between stops; by way of each other where legs have ways. */
function leastTimes(problem: Problem, r: number, stops: readonly number[]): (from: number, to: number) => number {
  const { slots, legs, placeCount } = problem;
  const matrix = (slots.legClass[r] ?? 0) * placeCount;
  const direct = (from: number, to: number) => legs.time[(matrix + from) * placeCount + to] ?? FAR;
  if (!hasWays(problem, r)) return direct;
  return (from, to) => stops.reduce((least, by) => Math.min(least, direct(from, by) + direct(by, to)), direct(from, to));
}

/** An end with the breaks that have to begin before it. */
function endWithBreaks({ breaks }: Problem, r: number, end: number): number {
  let late = end;
  for (let b = breaks.bySlot[r] ?? 0; b < (breaks.bySlot[r + 1] ?? 0); b++) {
    if ((breaks.latest[b] ?? NEVER) < late) late += breaks.duration[b] ?? 0;
  }
  return late;
}

/** When a visit may start at the earliest, not before a time; FAR where the day has no time for it. */
export function earliestStart({ dayCount, opening }: Problem, s: number, day: number, time: number): number {
  const cell = s * dayCount + day;
  const set = opening.windowSet[cell] ?? -1;
  if (set < 0) {
    const start = Math.max(time, opening.from[cell] ?? 0);
    return start <= (opening.until[cell] ?? -1) ? start : FAR;
  }
  const { bySet, from, until } = opening.windows;
  for (let w = bySet[set] ?? 0; w < (bySet[set + 1] ?? 0); w++) if (time <= (until[w] ?? -1)) return Math.max(time, from[w] ?? 0);
  return FAR;
}

/** When a visit may start at the latest, not after a time; -1 where the day has no time for it. */
function latestStart({ dayCount, opening }: Problem, s: number, day: number, time: number): number {
  const cell = s * dayCount + day;
  const set = opening.windowSet[cell] ?? -1;
  if (set < 0) {
    const start = Math.min(time, opening.until[cell] ?? -1);
    return start >= (opening.from[cell] ?? 0) ? start : -1;
  }
  const { bySet, from, until } = opening.windows;
  for (let w = (bySet[set + 1] ?? 0) - 1; w >= (bySet[set] ?? 0); w--) if (time >= (from[w] ?? 0)) return Math.min(time, until[w] ?? -1);
  return -1;
}
