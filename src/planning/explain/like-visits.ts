import type { VisitSeries } from '../../domain/visit.ts';
import type { Problem } from '../../engine/problem/layout.ts';

/** A key that visits share where nothing that can keep them out differs: place, stay, slots, hours, amounts, days. */
export function keyOfLike(problem: Problem, visit: number, ownDays: ReadonlySet<number>): string {
  const { series, slots, opening, amounts, visits, dayCount } = problem;
  const s = visits.series[visit] ?? 0;
  const row = (values: Int32Array, width: number) => values.subarray(s * width, (s + 1) * width).join();
  const sets = opening.windowSet.subarray(s * dayCount, (s + 1) * dayCount);
  const windows = Array.from(sets, (set) => {
    if (set < 0) return '';
    const { bySet, from, until } = opening.windows;
    const [first, last] = [bySet[set] ?? 0, bySet[set + 1] ?? 0];
    return `${from.subarray(first, last).join()}/${until.subarray(first, last).join()}`;
  });
  const units = Array.from({ length: amounts.count }, (_, k) => amounts.perVisit[k * series.count + s]);
  const facts = [series.place[s], series.dwell[s], visits.firstDay[visit], visits.lastDay[visit]];
  const rows = [
    series.slotPrice.subarray(series.pricesFrom[s], (series.pricesFrom[s] ?? 0) + slots.count).join(),
    row(opening.from, dayCount),
    row(opening.until, dayCount),
    windows,
    units,
    [...ownDays],
  ];
  return [facts, ...rows].join(';');
}

/** Equal for series with the same facts that sentences name, such as required rep, hours, tier and people who may come. */
export const keyOfWords = ({ customer, makers, companion, contact, times, kind }: VisitSeries): string =>
  JSON.stringify([
    customer.requiredRep,
    customer.area,
    customer.hours,
    customer.closedDays,
    customer.orderWeekday,
    customer.allowedModes,
    customer.busServed,
    customer.setting,
    customer.tier,
    customer.tags,
    customer.intent,
    customer.status,
    makers,
    companion?.name,
    contact?.hours,
    times,
    kind,
  ]);
