import type { Random } from '../../../../kernel/random.ts';
import type { Tours } from '../../state/tours.ts';

/** A random served visit of a series; -1 for none. */
export function servedVisit({ placement, problem: { visits } }: Tours, s: number, random: Random): number {
  const { slotOf, served } = placement;
  if (served[s] === 0) return -1;
  let skip = served[s] > 1 ? random.below(served[s]) : 0;
  for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) if (slotOf[v] >= 0 && skip-- === 0) return v;
  return -1;
}

/** The served visit of a series on a day; -1 for none. */
export function visitOnDay({ placement, problem: { visits, slots } }: Tours, s: number, day: number): number {
  const { slotOf, served } = placement;
  if (served[s] === 0) return -1;
  for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) if (slotOf[v] >= 0 && slots.day[slotOf[v]] === day) return v;
  return -1;
}
