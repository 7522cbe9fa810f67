import { type Day, daysOf } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import type { Agenda } from '../rule.ts';

/** By series and day, the only windows in which a visit may lie. Days without an entry are free. */
export type WindowsByDay = ReadonlyMap<VisitSeries, ReadonlyMap<Day, readonly Window[]>>;

/** The windows of every day on which any rep works; `windowsOf` is null for a day that a rule leaves free. */
export function windowsByDay(
  { horizon, repDays, series }: Agenda,
  windowsOf: (series: VisitSeries, day: Day) => readonly Window[] | null,
): WindowsByDay {
  const worked = new Set(repDays.map(({ day }) => day));
  const days = daysOf(horizon).filter((day) => worked.has(day));
  return new Map(
    series.map((one) => {
      const windows = days.flatMap((day): readonly (readonly [Day, readonly Window[]])[] => {
        const own = windowsOf(one, day);
        return own === null ? [] : [[day, own]];
      });
      return [one, new Map(windows)];
    }),
  );
}
