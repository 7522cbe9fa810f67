import type { Company } from './layout.ts';
import { byRow, ints, shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/** Series whose visits count for the gaps of others, and series that stay apart from each other. */
export function packCompany({ series, terms }: Unpacked): Company {
  const counts = terms('counts');
  const apart = terms('apart').flatMap((term) => [term, { ...term, series: term.other, other: term.series }]);
  const towards = byRow(series.length, counts, (term) => term.series);
  const from = byRow(series.length, counts, (term) => term.towards);
  const others = byRow(series.length, apart, (term) => term.series);
  const isGiven = shared(Uint8Array, series.length);
  for (const { series: s, towards: other } of counts) isGiven[s] = isGiven[other] = 1;
  for (const { series: s } of apart) isGiven[s] = 1;
  return {
    isGiven,
    towards: { bySeries: towards.starts, other: ints(towards.entries, (term) => term.towards) },
    from: { bySeries: from.starts, other: ints(from.entries, (term) => term.series) },
    apart: { bySeries: others.starts, other: ints(others.entries, ({ other }) => other), days: ints(others.entries, ({ days }) => days) },
  };
}
