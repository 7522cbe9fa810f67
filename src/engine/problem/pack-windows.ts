import type { ProblemDraft, SeriesDraft } from './draft.ts';
import { NEVER, type Problem } from './layout.ts';
import type { TermsOf } from './terms-by-kind.ts';
import { csr, shared } from './shared.ts';
import type { ActivityTerm } from '../../terms/terms.ts';

type Window = { readonly from: number; readonly until: number };
type Packed = Pick<Problem, 'openFrom' | 'openUntil' | 'openSet' | 'windowStart' | 'windowFrom' | 'windowUntil'> & {
  readonly seriesDwell: Int32Array;
};

/** Stays, and the starts that windows leave for them: a window too short for its visit falls away. */
export function packWindows(
  { dayCount, slots }: ProblemDraft,
  series: readonly SeriesDraft[],
  terms: TermsOf,
  duties: readonly ActivityTerm[],
): Packed {
  const dwell = shared(
    Int32Array,
    series.map((one) => one.dwell),
  );
  for (const { series: s, least } of terms('dwell')) dwell[s] = Math.max(dwell[s] ?? 0, least);

  const cells = new Map<number, readonly Window[]>();
  const intersect = (cell: number, windows: readonly Window[]) => cells.set(cell, overlap(cells.get(cell), windows));
  for (const { series: s, day, windows } of terms('windows')) intersect(s * dayCount + day, windows);
  const firstDuty = series.length - duties.length;
  duties.forEach(({ slot, earliest, latest, length }, index) => {
    intersect((firstDuty + index) * dayCount + (slots[slot]?.day ?? 0), [{ from: earliest, until: latest + length }]);
  });

  const openFrom = shared(Int32Array, series.length * dayCount);
  const openUntil = shared(Int32Array, series.length * dayCount).fill(NEVER);
  const openSet = shared(Int32Array, series.length * dayCount).fill(-1);
  const sets: (readonly Window[])[] = [];
  for (const [cell, windows] of cells) {
    const stay = dwell[Math.floor(cell / dayCount)] ?? 0;
    const starts = windows.map(({ from, until }) => ({ from, until: until - stay })).filter(({ from, until }) => from <= until);
    openFrom[cell] = starts[0]?.from ?? 1;
    openUntil[cell] = starts.at(-1)?.until ?? 0;
    if (starts.length > 1) openSet[cell] = sets.push(starts) - 1;
  }
  return {
    seriesDwell: dwell,
    openFrom,
    openUntil,
    openSet,
    windowStart: csr(sets.map(({ length }) => length)),
    windowFrom: shared(
      Int32Array,
      sets.flat().map(({ from }) => from),
    ),
    windowUntil: shared(
      Int32Array,
      sets.flat().map(({ until }) => until),
    ),
  };
}

function overlap(a: readonly Window[] | undefined, b: readonly Window[]): readonly Window[] {
  if (a === undefined) return b.toSorted((one, other) => one.from - other.from);
  return a
    .flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) })))
    .filter(({ from, until }) => from < until)
    .toSorted((one, other) => one.from - other.from);
}
