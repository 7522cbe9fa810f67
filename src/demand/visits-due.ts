import { type Day, type DayRange, addDays } from '../domain/calendar.ts';
import { callBefore } from '../domain/calls/call-before.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import { seriesDue } from './series-due.ts';

/** The call before a spot check is at most so many days earlier. */
const DAYS_BEFORE = 3;

/**
 * The visits due in a horizon: for each customer as listed, for each of its frequencies as listed, then for each of its
 * requests. Series without visits are left out, unless requests count for their gaps.
 *
 * Calls, which need no travel, are separate, and so are visits of managers together with reps, which need the plan of the
 * reps first.
 */
export const visitsDue = (territory: Territory, horizon: DayRange): readonly VisitSeries[] =>
  seriesDue(territory, horizon, ({ kind, joint, telephone }) => kind !== 'call' && !joint && telephone?.instead !== true);

/** The calls due in a horizon, in the same order: those of frequencies and requests, and those of spot checks. They take time but no travel. */
export const callsDue = (territory: Territory, horizon: DayRange): readonly VisitSeries[] =>
  seriesDue(territory, horizon, ({ kind, telephone }) => kind === 'call' || telephone !== null)
    .map((series) => asCalls(series, horizon))
    .filter(({ visits }) => visits.length > 0);

/**
 * The visits of spot checks as calls, before the visits or instead of them; calls as they are. A check that must be on the
 * first day of the horizon had its call in the plan before.
 */
function asCalls(series: VisitSeries, horizon: DayRange): VisitSeries {
  const telephone = series.origin.by === 'frequency' ? series.origin.frequency.telephone : null;
  if (telephone === null) return series;
  const calls = { ...series, companion: null, dwell: telephone.dwell };
  if (telephone.instead) return calls;
  const earliest = (day: Day) => (day - DAYS_BEFORE < horizon.first ? horizon.first : addDays(day, -DAYS_BEFORE));
  return {
    ...calls,
    commitments: [],
    visits: series.visits
      .filter(({ days }) => days.last > horizon.first)
      .map((visit) => ({
        ...visit,
        id: callBefore(visit.id),
        days: { first: earliest(visit.days.first), last: visit.days.last },
      })),
  };
}
