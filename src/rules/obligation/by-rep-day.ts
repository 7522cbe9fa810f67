import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { Agenda } from '../rule.ts';

/** A demand on each rep-day; rep-days for which `demandOf` is null have no entry. */
export const byRepDay = <T>(
  { repDays }: Pick<Agenda, 'repDays'>,
  demandOf: (repDay: RepDay, slot: number) => T | null,
): ReadonlyMap<RepDay, T> =>
  new Map(
    repDays.flatMap((repDay, slot): readonly (readonly [RepDay, T])[] => {
      const demand = demandOf(repDay, slot);
      return demand === null ? [] : [[repDay, demand]];
    }),
  );
