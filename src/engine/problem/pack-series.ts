import type { AllSeries } from './layout.ts';
import type { LineTable } from './pack-lines.ts';
import { ints, shared } from './shared.ts';
import { packSlotPrices } from './slot-prices.ts';
import type { Unpacked } from './unpacked.ts';

/** Series, duties last. */
export function packSeries(unpacked: Unpacked, lines: LineTable): AllSeries {
  const { series, firstDuty, terms } = unpacked;
  const dwell = ints(series, (one) => one.dwell);
  for (const { series: s, least } of terms('dwell')) dwell[s] = Math.max(dwell[s] ?? 0, least);
  const orderPrice = shared(Int32Array, series.length);
  for (const { series: s, price } of terms('order')) orderPrice[s] = (orderPrice[s] ?? 0) + price;
  return {
    count: series.length,
    firstDuty,
    place: ints(series, ({ place }) => place),
    dwell,
    line: lines.ofSeries,
    orderPrice,
    ...packSlotPrices(unpacked),
  };
}
