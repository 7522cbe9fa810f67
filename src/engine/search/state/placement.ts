import type { Problem } from '../../problem/layout.ts';

/** Which visits are served, and where. Only `Tours` writes here. */
export interface Placement {
  readonly problem: Problem;
  /** [n] slot of a visit, -1 in the bank; last day of a visit that is in the bank, -1 for none. */
  readonly slotOf: Int32Array;
  readonly formerDay: Int32Array;
  /** [s] visits served; calendar price. */
  readonly served: Int32Array;
  readonly calendarPrice: Float64Array;
  /** [s] days of any of its patterns, as bits. */
  readonly patternDays: Int32Array;
}

/** All visits in the bank. */
export const emptyPlacement = (problem: Problem): Placement => ({
  problem,
  slotOf: new Int32Array(problem.visits.count).fill(-1),
  formerDay: new Int32Array(problem.visits.count).fill(-1),
  served: new Int32Array(problem.series.count),
  calendarPrice: new Float64Array(problem.series.count),
  patternDays: Int32Array.from({ length: problem.series.count }, (_, s) => patternDays(problem, s)),
});

function patternDays({ calendar: { patterns } }: Problem, s: number): number {
  let days = 0;
  for (let p = patterns.bySeries[s]; p < patterns.bySeries[s + 1]; p++) days |= patterns.days[p];
  return days;
}
