import type { SeriesDraft } from './draft.ts';
import type { Problem } from './layout.ts';
import type { TermsOf } from './terms-by-kind.ts';
import { csr, shared } from './shared.ts';

type Packed = Pick<
  Problem,
  | 'seriesTimed'
  | 'gapPrice'
  | 'openGapPrice'
  | 'firstGapPrice'
  | 'noVisitPrice'
  | 'weekdayPrice'
  | 'repPrice'
  | 'phaseStart'
  | 'phaseFrom'
  | 'phaseUntil'
  | 'phaseLeast'
  | 'phasePrice'
  | 'patternStart'
  | 'patterns'
>;

/** Prices of the days that a series' visits fall on: gaps, weekdays, reps, phases, and allowed day sets. */
export function packCalendar(dayCount: number, series: readonly SeriesDraft[], terms: TermsOf): Packed {
  const seriesTimed = shared(Uint8Array, series.length);
  const gapPrice = shared(Int32Array, series.length * (dayCount + 1));
  const openGapPrice = shared(Int32Array, series.length * (dayCount + 1));
  const firstGapPrice = shared(Int32Array, series.length * dayCount);
  const noVisitPrice = shared(Int32Array, series.length);
  const weekdayPrice = shared(Int32Array, series.length);
  const repPrice = shared(Int32Array, series.length);
  const add = (table: Int32Array, at: number, price: number) => {
    table[at] = (table[at] ?? 0) + price;
  };

  for (const { series: s, before, between, open } of terms('gap')) {
    seriesTimed[s] = 1;
    for (let days = 1; days <= dayCount; days++) {
      add(gapPrice, s * (dayCount + 1) + days, between(days));
      add(openGapPrice, s * (dayCount + 1) + days, open(days));
    }
    if (before === null) continue;
    for (let day = 0; day < dayCount; day++) add(firstGapPrice, s * dayCount + day, between(day - before));
    add(noVisitPrice, s, open(dayCount - before));
  }
  for (const { series: s, price } of terms('weekday')) add(weekdayPrice, s, price);
  for (const { series: s, price } of terms('same-rep')) add(repPrice, s, price);
  for (const { series: s } of [...terms('weekday'), ...terms('same-rep'), ...terms('phase')]) seriesTimed[s] = 1;

  const phases = series.map((_, s) => terms('phase').filter((phase) => phase.series === s));
  return {
    seriesTimed,
    gapPrice,
    openGapPrice,
    firstGapPrice,
    noVisitPrice,
    weekdayPrice,
    repPrice,
    phaseStart: csr(phases.map(({ length }) => length)),
    phaseFrom: shared(
      Int32Array,
      phases.flat().map(({ from }) => from),
    ),
    phaseUntil: shared(
      Int32Array,
      phases.flat().map(({ until }) => until),
    ),
    phaseLeast: shared(
      Int32Array,
      phases.flat().map(({ least }) => least),
    ),
    phasePrice: shared(
      Int32Array,
      phases.flat().map(({ price }) => price),
    ),
    patternStart: csr(series.map(({ patterns }) => patterns.length)),
    patterns: shared(
      Int32Array,
      series.flatMap(({ patterns }) => patterns),
    ),
  };
}
