import { jointVisitsDue } from '../demand/joint-visits.ts';
import { callsDue, visitsDue } from '../demand/visits-due.ts';
import type { DayRange } from '../domain/calendar.ts';
import type { PlannedDay } from '../domain/plan.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';

/** One stage of planning: some of a territory's people, and the visits due from them. */
export interface Stage {
  /** Share of the search, 0 … 1; the shares of all stages add up to 1. */
  readonly share: number;
  readonly isPlanned: (rep: Rep) => boolean;
  /** Visits and calls due, given the days that earlier stages planned. */
  readonly due: (territory: Territory, horizon: DayRange, planned: readonly PlannedDay[]) => Due;
}

/** Visits and calls due. */
export interface Due {
  readonly series: readonly VisitSeries[];
  readonly calls: readonly VisitSeries[];
}

/** One stage for everybody. */
export const everybody: Stage = {
  share: 1,
  isPlanned: () => true,
  due: (territory, horizon) => ({ series: visitsDue(territory, horizon), calls: callsDue(territory, horizon) }),
};

/**
 * The stages of planning a territory, in order. Where managers make visits together with reps, reps come first, and
 * their managers then choose among the reps' stops.
 */
export const stagesOf = ({ policy }: Pick<Territory, 'policy'>): readonly Stage[] =>
  policy.frequencies.some(({ joint }) => joint) ? [repsFirst, managersThen] : [everybody];

const repsFirst: Stage = {
  share: 0.8,
  isPlanned: ({ role }) => role === 'rep',
  due: (territory, horizon) => {
    const isInStage = (series: VisitSeries) => !isForManagers(territory, series);
    const { series, calls } = everybody.due(territory, horizon, []);
    return { series: series.filter(isInStage), calls: calls.filter(isInStage) };
  },
};

const managersThen: Stage = {
  share: 0.2,
  isPlanned: ({ role }) => role === 'manager',
  due: (territory, horizon, days) => {
    const isInStage = (series: VisitSeries) => isForManagers(territory, series);
    const { series, calls } = everybody.due(territory, horizon, []);
    return { series: [...series.filter(isInStage), ...jointVisitsDue(territory, horizon, { days })], calls: calls.filter(isInStage) };
  },
};

/** Whether only managers may make the visits of a series. Visits that nobody may make belong to the reps' stage. */
function isForManagers({ reps }: Territory, { makers }: VisitSeries): boolean {
  const able = reps.filter(({ id }) => makers.includes(id));
  return able.length > 0 && able.every(({ role }) => role === 'manager');
}
