import { type Day, daysOf, holds } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import type { WindowsTerm } from '../../terms/terms.ts';
import type { Scene } from '../rule.ts';

/** The windows of every day on which a series is due and somebody works; `windowsOf` answers null for a day on which it asks nothing. */
export function* windowTerms(
  { horizon, repDays, series }: Scene,
  windowsOf: (series: VisitSeries, day: Day) => readonly Window[] | null,
): Iterable<WindowsTerm> {
  const worked = new Set(repDays.map(({ day }) => day));
  const days = daysOf(horizon).filter((day) => worked.has(day));
  for (const [index, one] of series.entries()) {
    for (const day of days) {
      const windows = one.visits.some((visit) => holds(visit.days, day)) ? windowsOf(one, day) : null;
      if (windows !== null) yield { term: 'windows', series: index, day: day - horizon.first, windows };
    }
  }
}
