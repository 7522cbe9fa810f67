import type { Problem } from '../problem/layout.ts';

/** The breaks of a slot that may start late right after a stop, by index, where the stop started by its agreed time. */
export interface LateAfter {
  readonly agreed: number;
  readonly breaks: ReadonlySet<number>;
}

const NONE: LateAfter = { agreed: -1, breaks: new Set() };

/**
 * The breaks that may be late right after the last of a slot's stops, given by series: those that fit neither before nor
 * between the agreed times among the stops. It states plainly what `LateBreaks` keeps step by step.
 */
export function lateAfter(problem: Problem, r: number, stops: readonly number[]): LateAfter {
  const { breaks, opening, series, slots, dayCount } = problem;
  const cells = stops.map((s) => ({ s, cell: s * dayCount + slots.day[r] })).filter(({ cell }) => opening.agreed[cell] >= 0);
  const last = cells.at(-1);
  if (last === undefined || last.s !== stops.at(-1)) return NONE;
  const stretches = cells.map(({ cell }, i) => {
    const before = cells[i - 1];
    return {
      from: before === undefined ? slots.start[r] : opening.from[before.cell] + series.dwell[before.s],
      until: opening.agreed[cell],
    };
  });
  const indices = Array.from({ length: breaks.bySlot[r + 1] - breaks.bySlot[r] }, (_, index) => index);
  const crowded = indices.filter((index) => {
    const b = breaks.bySlot[r] + index;
    return stretches.every(({ from, until }) => Math.max(breaks.earliest[b], from) + breaks.duration[b] > until);
  });
  return { agreed: opening.agreed[last.cell], breaks: new Set(crowded) };
}
