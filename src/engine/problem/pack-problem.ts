import { checkDraft } from './check-draft.ts';
import type { ProblemDraft } from './draft.ts';
import type { Problem } from './layout.ts';
import { mostStops } from './most-stops.ts';
import { nearestSeries } from './nearest-series.ts';
import { collectAmounts, packAmounts } from './pack-amounts.ts';
import { packBreaks } from './pack-breaks.ts';
import { packCalendar } from './pack-calendar.ts';
import { packLegs } from './pack-legs.ts';
import { packLines } from './pack-lines.ts';
import { packOpening } from './pack-opening.ts';
import { packPrices } from './pack-prices.ts';
import { packSeries } from './pack-series.ts';
import { packSlots } from './pack-slots.ts';
import { packVisits } from './pack-visits.ts';
import { packWays } from './pack-ways.ts';
import { unpack } from './unpacked.ts';

/** Sums the terms of a draft into the arrays that the search reads. */
export function packProblem(draft: ProblemDraft): Problem {
  const unpacked = unpack(draft);
  checkDraft(unpacked);
  const lines = packLines(unpacked);
  const series = packSeries(unpacked, lines);
  const opening = packOpening(unpacked, series.dwell);
  const amountTable = collectAmounts(unpacked);
  const amounts = packAmounts(unpacked, amountTable);
  const slots = packSlots(unpacked, series, opening);
  const legs = packLegs(draft);
  return {
    dayCount: draft.dayCount,
    placeCount: draft.placeCount,
    slots: { ...slots, mostStops: mostStops({ slots, series, opening, amounts, dayCount: draft.dayCount }) },
    breaks: packBreaks(unpacked),
    series,
    visits: packVisits(unpacked),
    opening,
    calendar: packCalendar(unpacked),
    amounts,
    lines: { count: lines.names.length, price: lines.price },
    prices: packPrices(unpacked, amountTable),
    legs,
    ways: packWays(draft),
    neighbours: nearestSeries(series.place, legs.time, draft.placeCount),
  };
}
