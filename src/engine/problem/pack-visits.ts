import type { Visits } from './layout.ts';
import { csr, floats, ints, shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/**
 * Price of leaving out a duty: far above what all visits of a day can cost, so that it only happens when it cannot be kept.
 * The duties of all rep-days together are still counted exactly.
 */
const DUTY_PRICE = 2 ** 35;

/** Visits one by one, series after series. */
export function packVisits({ series, firstDuty, terms }: Unpacked): Visits {
  const visits = series.flatMap((one, index) => one.visits.map((visit) => ({ ...visit, series: index })));
  const bySeries = csr(series.map((one) => one.visits.length));
  const price = floats(visits, () => 0);
  for (const term of terms('unserved')) {
    const visit = (bySeries[term.series] ?? 0) + term.visit;
    price[visit] = (price[visit] ?? 0) + term.price;
  }
  price.fill(DUTY_PRICE, bySeries[firstDuty]);
  return {
    count: visits.length,
    bySeries,
    series: ints(visits, (visit) => visit.series),
    firstDay: ints(visits, ({ first }) => first),
    lastDay: ints(visits, ({ last }) => last),
    price,
    group: shared(
      Uint8Array,
      visits.map(({ group = 0 }) => group),
    ),
  };
}
