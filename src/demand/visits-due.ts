import type { DayRange } from '../domain/calendar.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import { seriesDue } from './series-due.ts';

/**
 * The visits due in a horizon to which somebody goes at a time of their own: for each customer as listed, for each of
 * its frequencies as listed, then for each of its requests.
 *
 * Calls need no way and are asked for apart, and so are visits of managers together with reps, for whom reps are
 * planned first. Series without visits are left out.
 */
export const visitsDue = (territory: Territory, horizon: DayRange): readonly VisitSeries[] =>
  seriesDue(territory, horizon, ({ kind, joint }) => kind !== 'call' && !joint);

/** The calls due in a horizon, in the same order. They take time of whoever makes them, and no way. */
export const callsDue = (territory: Territory, horizon: DayRange): readonly VisitSeries[] =>
  seriesDue(territory, horizon, ({ kind }) => kind === 'call');
