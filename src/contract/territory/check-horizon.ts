import { type DayRange, daysOf, formatDay } from '../../domain/calendar.ts';
import { repDaysOf } from '../../domain/rep-day/rep-day.ts';
import type { Territory } from '../../domain/territory.ts';
import { type Finding, type Place, refuse } from '../../kernel/finding.ts';
import { unknownYears } from './calendar.ts';
import { territoryErrors } from './errors.ts';

/** Most days that one run plans: a quarter. */
export const LONGEST_HORIZON = 92;

/**
 * Refuses a horizon that cannot be planned: reversed, too long, in a year whose holidays are not known, or
 * without a rep at work. Cycles may reach outside it. `at` says where the caller gave its last day.
 */
export function checkHorizon(territory: Territory, horizon: DayRange, at: Place): void {
  refuse(horizonFindings(territory, horizon, at));
}

/** What keeps a horizon from being planned. */
export function horizonFindings(territory: Territory, horizon: DayRange, at: Place): readonly Finding[] {
  const value = formatDay(horizon.last);
  const length = horizon.last - horizon.first + 1;
  if (length < 1) return [territoryErrors.horizonReversed({ at, value, first: formatDay(horizon.first) })];
  if (length > LONGEST_HORIZON) return [territoryErrors.horizonTooLong({ at, value: `${length} days`, most: LONGEST_HORIZON })];
  const unknown = unknownYears(territory.calendar, daysOf(horizon)).map((year) =>
    territoryErrors.calendarYearUnknown({ at: { file: 'territory.json', pointer: '/calendar/holidays' }, year }),
  );
  if (unknown.length > 0 || repDaysOf(territory, horizon).length > 0) return unknown;
  return [territoryErrors.nobodyAtWork({ at, value: `${formatDay(horizon.first)} to ${value}` })];
}
