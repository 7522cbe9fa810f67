import { jointVisitsDue } from '../demand/joint-visits.ts';
import { callsDue, visitsDue } from '../demand/visits-due.ts';
import type { DayRange } from '../domain/calendar.ts';
import type { PlannedDay } from '../domain/plan.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';

/** What is planned at once: some people of a territory, and what is due from them. */
export interface Stage {
  /** Its part of the search, 0 … 1; those of all stages come to 1. */
  readonly share: number;
  readonly isPlanned: (rep: Rep) => boolean;
  /** What is due in a territory, given the days that are planned already. */
  readonly due: (territory: Territory, horizon: DayRange, planned: readonly PlannedDay[]) => Due;
}

/** Visits and calls due. */
export interface Due {
  readonly series: readonly VisitSeries[];
  readonly calls: readonly VisitSeries[];
}

/** Everybody at once. */
export const everybody: Stage = {
  share: 1,
  isPlanned: () => true,
  due: (territory, horizon) => ({ series: visitsDue(territory, horizon), calls: callsDue(territory, horizon) }),
};

/**
 * In which order a territory is planned. Where managers make visits together with reps, reps come first, and their
 * managers then choose among the stops that the reps have.
 */
export const stagesOf = ({ policy }: Pick<Territory, 'policy'>): readonly Stage[] =>
  policy.frequencies.some(({ joint }) => joint) ? [repsFirst, managersThen] : [everybody];

const repsFirst: Stage = {
  share: 0.8,
  isPlanned: ({ role }) => role === 'rep',
  due: (territory, horizon) => {
    const isTheirs = (series: VisitSeries) => !isForManagers(territory, series);
    const { series, calls } = everybody.due(territory, horizon, []);
    return { series: series.filter(isTheirs), calls: calls.filter(isTheirs) };
  },
};

const managersThen: Stage = {
  share: 0.2,
  isPlanned: ({ role }) => role === 'manager',
  due: (territory, horizon, days) => {
    const isTheirs = (series: VisitSeries) => isForManagers(territory, series);
    const { series, calls } = everybody.due(territory, horizon, []);
    return { series: [...series.filter(isTheirs), ...jointVisitsDue(territory, horizon, { days })], calls: calls.filter(isTheirs) };
  },
};

/** Whether managers alone may make the visits of a series. What nobody may make is left to the reps. */
function isForManagers({ reps }: Territory, { makers }: VisitSeries): boolean {
  const able = reps.filter(({ id }) => makers.includes(id));
  return able.length > 0 && able.every(({ role }) => role === 'manager');
}
