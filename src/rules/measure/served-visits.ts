import type { Day } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { RepId } from '../../kernel/ids.ts';
import type { Seconds } from '../../kernel/units.ts';
import { visitsOf } from './planned-days.ts';
import type { Review } from '../rule.ts';

/** A visit of a series in the plan. */
export interface ServedVisit {
  readonly day: Day;
  readonly rep: RepId;
  readonly start: Seconds;
}

/** The visits of each series that the plan serves, by day. Reads the plan once. */
export function servedVisits({ plan }: Review): (series: VisitSeries) => readonly ServedVisit[] {
  const byVisit = new Map(
    plan.days.flatMap((planned) => visitsOf(planned).map(({ visit, start }) => [visit, { day: planned.day, rep: planned.rep, start }])),
  );
  return ({ visits }) => visits.flatMap(({ id }) => byVisit.get(id) ?? []).toSorted((a, b) => a.day - b.day);
}
