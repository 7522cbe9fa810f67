import type { AllSeries } from './layout.ts';
import { NEVER } from './layout.ts';
import type { LineTable } from './pack-lines.ts';
import { ints, shared } from './shared.ts';
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
    slotPrice: slotPrices(unpacked),
  };
}

/** A duty has one slot, where it costs nothing. */
function slotPrices({ draft, series, firstDuty, duties, terms }: Unpacked): Int32Array {
  const slotCount = draft.slots.length;
  const prices = shared(Int32Array, series.length * slotCount);
  for (const { series: s, slot, price } of terms('slot')) {
    const at = s * slotCount + slot;
    prices[at] = Math.min(NEVER, (prices[at] ?? 0) + Math.min(NEVER, price));
  }
  duties.forEach((duty, index) => {
    const row = (firstDuty + index) * slotCount;
    prices.fill(NEVER, row, row + slotCount);
    prices[row + duty.slot] = 0;
  });
  return prices;
}
