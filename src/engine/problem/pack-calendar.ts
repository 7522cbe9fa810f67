import { assert } from '../../kernel/assert.ts';
import type { Calendar, Patterns, Phases } from './layout.ts';
import { packCompany } from './pack-company.ts';
import { byRow, csr, ints, shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/** Prices of the days on which a series is visited: gaps, weekdays, reps, phases, and allowed day sets. */
export function packCalendar(unpacked: Unpacked): Calendar {
  const { series, terms } = unpacked;
  const weekdayPrice = shared(Int32Array, series.length);
  const repPrice = shared(Int32Array, series.length);
  for (const { series: s, price } of terms('weekday')) add(weekdayPrice, s, price);
  for (const { series: s, price } of terms('same-rep')) add(repPrice, s, price);
  const isPriced = shared(Uint8Array, series.length);
  for (const { series: s } of [...terms('gap'), ...terms('weekday'), ...terms('same-rep'), ...terms('phase')]) isPriced[s] = 1;
  return {
    isPriced,
    ...gapPrices(unpacked),
    weekdayPrice,
    repPrice,
    phases: packPhases(unpacked),
    patterns: packPatterns(unpacked),
    company: packCompany(unpacked),
  };
}

type GapPrices = Pick<Calendar, 'gapPrice' | 'openGapPrice' | 'firstGapPrice' | 'noVisitPrice' | 'givenGapPrice' | 'givenFirstGapPrice'>;

function gapPrices({ draft: { dayCount }, series, terms }: Unpacked): GapPrices {
  const perGap = () => shared(Int32Array, series.length * (dayCount + 1));
  const perDay = () => shared(Int32Array, series.length * dayCount);
  const [gapPrice, openGapPrice, firstGapPrice] = [perGap(), perGap(), perDay()];
  const noVisitPrice = shared(Int32Array, series.length);
  const hasCompany = terms('counts').length > 0;
  const [givenGapPrice, givenFirstGapPrice] = hasCompany ? [perGap(), perDay()] : [shared(Int32Array, 0), shared(Int32Array, 0)];
  for (const { series: s, before, between, open, given = { first: between, between } } of terms('gap')) {
    for (let days = 1; days <= dayCount; days++) {
      const gap = s * (dayCount + 1) + days;
      add(gapPrice, gap, between(days));
      add(openGapPrice, gap, open(days));
      if (hasCompany) add(givenGapPrice, gap, given.between(days));
    }
    if (before === null) continue;
    for (let day = 0; day < dayCount; day++) {
      add(firstGapPrice, s * dayCount + day, between(day - before));
      if (hasCompany) add(givenFirstGapPrice, s * dayCount + day, given.first(day - before));
    }
    add(noVisitPrice, s, open(dayCount - before));
  }
  return { gapPrice, openGapPrice, firstGapPrice, noVisitPrice, givenGapPrice, givenFirstGapPrice };
}

function packPhases({ series, terms }: Unpacked): Phases {
  const { starts, entries } = byRow(series.length, terms('phase'), (phase) => phase.series);
  return {
    bySeries: starts,
    firstDay: ints(entries, ({ from }) => from),
    lastDay: ints(entries, ({ until }) => until),
    least: ints(entries, ({ least }) => least),
    price: ints(entries, ({ price }) => price),
  };
}

const packPatterns = ({ series }: Unpacked): Patterns => ({
  bySeries: csr(series.map(({ patterns }) => patterns.length)),
  days: shared(
    Int32Array,
    series.flatMap(({ patterns }) => patterns),
  ),
});

function add(table: Int32Array, at: number, price: number): void {
  assert(Number.isInteger(price) && Math.abs(price) < 2 ** 31, 'A price of the calendar is a whole number of seconds.', {
    price: String(price),
  });
  table[at] = (table[at] ?? 0) + price;
}
