import type { ProblemDraft, SeriesDraft } from '../../src/engine/problem/draft.ts';

/** A series of one visit at the only place, on any day of a horizon. */
export const aSeries = (dayCount: number): SeriesDraft => ({
  place: 0,
  dwell: 0,
  visits: [{ first: 0, last: dayCount - 1 }],
  patterns: [],
});

/** A draft of two days, each with a slot, and two series; all that happens is at one place. */
export function smallDraft(change: Partial<ProblemDraft> = {}): ProblemDraft {
  const { dayCount = 2 } = change;
  return {
    dayCount,
    placeCount: 1,
    slots: Array.from({ length: 2 }, (_, slot) => ({ day: slot, rep: 0, legClass: 0, from: 0, to: 0, start: 0, twins: slot })),
    series: [aSeries(dayCount), aSeries(dayCount)],
    legClasses: [{ time: new Int32Array(1), price: null, ways: null }],
    mostAway: 0,
    terms: [],
    ...change,
  };
}
