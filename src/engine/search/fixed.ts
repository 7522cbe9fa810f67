import type { Problem } from '../problem/layout.ts';

/** Parts of a first solution that a search leaves as they are. */
export interface Fixed {
  /** Slots that keep their visits in order and take no others. */
  readonly slots: readonly number[];
  /** Visits that keep their slot and their order; others may come in between. */
  readonly placed: readonly number[];
  /** Visits that are not left out; where they are made is free, unless the problem was narrowed. */
  readonly served: readonly number[];
}

/** Nothing is fixed. */
export const nothingFixed: Fixed = { slots: [], placed: [], served: [] };

/** The only day, or the only start, that a visit may have. */
export interface FixedTime {
  readonly visit: number;
  readonly day: number;
  /** Seconds from midnight; null for any. */
  readonly start: number | null;
}

/** The problem in which some visits have one day, or one start on that day, to choose from. Costs are the same. */
export function narrowed(problem: Problem, times: readonly FixedTime[]): Problem {
  if (times.length === 0) return problem;
  const { visits, opening, dayCount } = problem;
  const [firstDay, lastDay] = [copyOf(visits.firstDay), copyOf(visits.lastDay)];
  const [from, until, windowSet] = [copyOf(opening.from), copyOf(opening.until), copyOf(opening.windowSet)];
  for (const { visit, day, start } of times) {
    firstDay[visit] = day;
    lastDay[visit] = day;
    if (start === null) continue;
    const cell = (visits.series[visit] ?? 0) * dayCount + day;
    from[cell] = start;
    until[cell] = start;
    windowSet[cell] = -1;
  }
  return { ...problem, visits: { ...visits, firstDay, lastDay }, opening: { ...opening, from, until, windowSet } };
}

function copyOf(numbers: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}

/** The problem in which no visit finds its way to some slots. Its solutions have the same slots and the same costs. */
export function closing(problem: Problem, closed: readonly number[]): Problem {
  if (closed.length === 0) return problem;
  const isClosed = new Set(closed);
  const { byDay, ofDay } = problem.slots;
  const open = Array.from({ length: problem.dayCount }, (_, d) =>
    [...ofDay.subarray(byDay[d], byDay[d + 1])].filter((r) => !isClosed.has(r)),
  );
  const starts = new Int32Array(problem.dayCount + 1);
  open.forEach((slots, d) => (starts[d + 1] = (starts[d] ?? 0) + slots.length));
  return { ...problem, slots: { ...problem.slots, byDay: starts, ofDay: Int32Array.from(open.flat()) } };
}
