import { NEVER, type Opening } from './layout.ts';
import { csr, ints, shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

type Window = { readonly from: number; readonly until: number };

/** The starts that windows leave for stays: a window too short for its visit falls away. */
export function packOpening({ draft, series, firstDuty, duties, terms }: Unpacked, dwell: Int32Array): Opening {
  const { dayCount, slots } = draft;
  const cells = new Map<number, readonly Window[]>();
  const intersect = (cell: number, windows: readonly Window[]) => cells.set(cell, overlap(cells.get(cell), windows));
  for (const { series: s, day, windows } of terms('windows')) intersect(s * dayCount + day, windows);
  duties.forEach(({ slot, earliest, latest, length }, index) => {
    intersect((firstDuty + index) * dayCount + (slots[slot]?.day ?? 0), [{ from: earliest, until: latest + length }]);
  });

  const opening = {
    from: shared(Int32Array, series.length * dayCount),
    until: shared(Int32Array, series.length * dayCount).fill(NEVER),
    windowSet: shared(Int32Array, series.length * dayCount).fill(-1),
    agreed: shared(Int32Array, series.length * dayCount).fill(-1),
    latePrice: shared(Int32Array, series.length * dayCount),
    hasAgreed: shared(Uint8Array, dayCount),
  };
  for (const { series: s, day, start, price } of terms('agreed')) {
    opening.agreed[s * dayCount + day] = start;
    opening.latePrice[s * dayCount + day] = price;
    opening.hasAgreed[day] = 1;
  }
  const sets: (readonly Window[])[] = [];
  for (const [cell, windows] of cells) {
    const stay = dwell[Math.floor(cell / dayCount)] ?? 0;
    const starts = windows.map(({ from, until }) => ({ from, until: until - stay })).filter(({ from, until }) => from <= until);
    opening.from[cell] = starts[0]?.from ?? 1;
    opening.until[cell] = starts.at(-1)?.until ?? 0;
    if (starts.length > 1) opening.windowSet[cell] = sets.push(starts) - 1;
  }
  const windows = {
    bySet: csr(sets.map(({ length }) => length)),
    from: ints(sets.flat(), ({ from }) => from),
    until: ints(sets.flat(), ({ until }) => until),
  };
  return { ...opening, windows };
}

function overlap(a: readonly Window[] | undefined, b: readonly Window[]): readonly Window[] {
  if (a === undefined) return b.toSorted((one, other) => one.from - other.from);
  return a
    .flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) })))
    .filter(({ from, until }) => from < until)
    .toSorted((one, other) => one.from - other.from);
}
