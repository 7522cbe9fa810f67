import { afterPlans } from '../../domain/reports/after-plans.ts';
import type { EarlierPlan } from '../../domain/reports/report.ts';
import { type Day, type DayRange, daysOf, formatDay, holds } from '../../domain/calendar.ts';
import { repDaysOf } from '../../domain/rep-day/rep-day.ts';
import type { Territory } from '../../domain/territory.ts';
import { type Finding, type Place, refuse } from '../../kernel/finding.ts';
import { dates } from '../reading/bounds.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { type DaysLeft, daysLeftOf } from './days-left.ts';
import { yearsWithoutHolidays } from './calendar.ts';
import { territoryErrors } from './errors.ts';

/** Most days of one plan: a quarter. */
export const LONGEST_HORIZON = 92;

/** The days for which a plan is requested. */
export interface AskedHorizon {
  readonly horizon: DayRange;
  /** The place of the last day in the input. */
  readonly at: Place;
  /** Today, where the caller gives it: visits of the history are not after it. */
  readonly today?: Day | null;
}

/**
 * Throws findings for a horizon that cannot be planned: its last day is before its first, it is too long, its year has no
 * holidays in the calendar, it is before 2000 or after 2199, the history has visits after its days, or no rep works on them.
 * Gives the days that are left to plan.
 */
export function checkHorizon(territory: Territory, asked: AskedHorizon): DayRange {
  const { horizon, findings } = examineHorizon(territory, asked);
  refuse(findings);
  return horizon;
}

/** The days of a horizon that are left to plan, and its findings; none for one that can be planned. */
export function examineHorizon(territory: Territory, { horizon, at, today = null }: AskedHorizon): DaysLeft {
  const findings = boundFindings(horizon, at);
  if (findings.length > 0) return { horizon, findings };
  const left = daysLeftOf({ history: territory.history, horizon, today, at });
  return left.findings.length > 0 ? left : { ...left, findings: workFindings(territory, left.horizon, at) };
}

/** A territory after earlier plans, with the days that are left to plan and the findings of the horizon. */
export interface SettledPlan extends DaysLeft {
  readonly territory: Territory;
}

/** Adds earlier plans to a territory, with what their reports say, and then examines the horizon. */
export function settlePlan(territory: Territory, earlier: readonly EarlierPlan[], asked: AskedHorizon): SettledPlan {
  // Which days are over follows from the reports, and what counts as made from the days that are over.
  const { horizon, findings } = examineHorizon(afterPlans(territory, earlier, asked.horizon), asked);
  return { territory: afterPlans(territory, earlier, horizon), horizon, findings };
}

function boundFindings(horizon: DayRange, at: Place): readonly Finding[] {
  const value = formatDay(horizon.last);
  const length = horizon.last - horizon.first + 1;
  if (length < 1) return [territoryErrors.horizonReversed({ at, value, first: formatDay(horizon.first) })];
  if (length > LONGEST_HORIZON) return [territoryErrors.horizonTooLong({ at, value: `${length} days`, most: LONGEST_HORIZON })];
  if (!holds(dates, horizon.first)) return [valueErrors.dateOutOfRange({ at, value: formatDay(horizon.first) })];
  return holds(dates, horizon.last) ? [] : [valueErrors.dateOutOfRange({ at, value })];
}

function workFindings(territory: Territory, horizon: DayRange, at: Place): readonly Finding[] {
  const unknownYears = yearsWithoutHolidays(territory.calendar, daysOf(horizon)).map((year) =>
    territoryErrors.calendarYearUnknown({ at: { file: 'territory.json', pointer: '/calendar/holidays' }, year }),
  );
  if (unknownYears.length > 0 || repDaysOf(territory, horizon).length > 0) return unknownYears;
  return [territoryErrors.nobodyAtWork({ at, value: `${formatDay(horizon.first)} to ${formatDay(horizon.last)}` })];
}
