import { type Day, type DayRange, addDays, formatDay, holds } from '../../domain/calendar.ts';
import type { PastVisit } from '../../domain/territory.ts';
import type { Finding, Place } from '../../kernel/finding.ts';
import { territoryErrors } from './errors.ts';

/** Days without any visit after which a past visit on a day of the plan is more likely a mistake than made. */
const LONGEST_SILENCE = 14;

/** The days of a horizon that a plan can still change. */
export interface DaysLeft {
  /** From the day after the last visit that the history has on days of the horizon. */
  readonly horizon: DayRange;
  /** Visits of the history that cannot have taken place yet, the earliest only; and the finding of a horizon that is over. */
  readonly findings: readonly Finding[];
}

/** A history, and the last day that can be over. */
export interface HistoryQuestion {
  readonly history: readonly PastVisit[];
  readonly horizon: DayRange;
  /** Today, where the caller gives it; null where it is unknown. */
  readonly today: Day | null;
  /** The place of the horizon's last day in the input. */
  readonly at: Place;
}

/**
 * The days left of a horizon. Days up to the last past visit on a day of the horizon are over: those visits count, and the
 * plan begins on the day after. A visit after today, after the horizon, or long after all others is a finding.
 */
export function daysLeftOf({ history, horizon, today, at }: HistoryQuestion): DaysLeft {
  const latest = today ?? horizon.last;
  let over = addDays(horizon.first, -1);
  for (const visit of history.filter(({ day }) => day > over).toSorted((a, b) => a.day - b.day)) {
    if (visit.day > latest || visit.day > horizon.last || visit.day - over > LONGEST_SILENCE)
      return { horizon, findings: [futureVisit(visit, at)] };
    over = visit.day;
  }
  const left = { first: addDays(over, 1), last: horizon.last };
  const isOver = over === horizon.last && holds(horizon, over);
  return {
    horizon: left,
    findings: isOver ? [territoryErrors.horizonOver({ at, value: formatDay(over), next: formatDay(left.first) })] : [],
  };
}

const futureVisit = ({ customer, day }: PastVisit, at: Place): Finding =>
  territoryErrors.visitInFuture({ at, value: formatDay(day), customer, from: formatDay(addDays(day, 1)) });
