import { shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/** Visit lines: their names, the price of each on a slot beyond the first, and [s] the line of each series or -1. */
export interface LineTable {
  readonly names: readonly string[];
  readonly price: number;
  readonly ofSeries: Int32Array;
}

/** Numbers the visit lines. */
export function packLines({ series, terms }: Unpacked): LineTable {
  const names = [...new Set(terms('line').map(({ line }) => line))];
  const ofSeries = shared(Int32Array, series.length).fill(-1);
  for (const { series: s, line } of terms('line')) ofSeries[s] = names.indexOf(line);
  return { names, price: terms('line')[0]?.price ?? 0, ofSeries };
}
