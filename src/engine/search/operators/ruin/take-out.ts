import type { Tours } from '../../state/tours.ts';

/** Marks a visit, or all visits of its series, to leave; duties stay where they are. */
export function takeOut(tours: Tours, v: number, isWhole: boolean): void {
  const { visits, series } = tours.problem;
  const s = visits.series[v];
  if (s >= series.firstDuty) return;
  tours.take(v);
  if (!isWhole) return;
  for (let other = visits.bySeries[s]; other < visits.bySeries[s + 1]; other++) {
    if (tours.placement.slotOf[other] >= 0) tours.take(other);
  }
}
