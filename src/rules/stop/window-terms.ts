import { holds } from '../../domain/calendar.ts';
import type { WindowsTerm } from '../../terms/terms.ts';
import type { WindowsByDay } from '../obligation/windows-by-day.ts';
import type { Scene } from '../rule.ts';

/** The windows of each series on the days on which its visits are due. */
export function* windowTerms({ horizon, series }: Pick<Scene, 'horizon' | 'series'>, windowsOf: WindowsByDay): Iterable<WindowsTerm> {
  for (const [index, one] of series.entries()) {
    for (const [day, windows] of windowsOf.get(one) ?? []) {
      if (!one.visits.some((visit) => holds(visit.days, day))) continue;
      yield { term: 'windows', series: index, day: day - horizon.first, windows };
    }
  }
}
