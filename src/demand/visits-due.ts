import type { DayRange } from '../domain/calendar.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import { seriesDue } from './series-due.ts';

/**
 * The visits due in a horizon: for each customer as listed, for each of its frequencies as listed, then for each of its
 * requests. Series without visits are left out, unless requests count for their gaps.
 *
 * Calls, which need no travel, are separate, and so are visits of managers together with reps, which need the plan of the
 * reps first.
 */
export const visitsDue = (territory: Territory, horizon: DayRange): readonly VisitSeries[] =>
  seriesDue(territory, horizon, ({ kind, joint }) => kind !== 'call' && !joint);

/** The calls due in a horizon, in the same order. They take time but no travel. */
export const callsDue = (territory: Territory, horizon: DayRange): readonly VisitSeries[] =>
  seriesDue(territory, horizon, ({ kind }) => kind === 'call');
