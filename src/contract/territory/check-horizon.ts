import { type DayRange, daysOf, formatDay, holds } from '../../domain/calendar.ts';
import { repDaysOf } from '../../domain/rep-day/rep-day.ts';
import type { Territory } from '../../domain/territory.ts';
import { type Finding, type Place, refuse } from '../../kernel/finding.ts';
import { dates } from '../reading/bounds.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { yearsWithoutHolidays } from './calendar.ts';
import { territoryErrors } from './errors.ts';

/** Most days of one plan: a quarter. */
export const LONGEST_HORIZON = 92;

/**
 * Throws findings for a horizon that cannot be planned: its last day is before its first, it is too long, its year has no
 * holidays in the calendar, it is before 2000 or after 2199, or no rep works on its days. `at` is the place of the last day in the input.
 */
export function checkHorizon(territory: Territory, horizon: DayRange, at: Place): void {
  refuse(horizonFindings(territory, horizon, at));
}

/** The findings of a horizon; none for one that can be planned. */
export function horizonFindings(territory: Territory, horizon: DayRange, at: Place): readonly Finding[] {
  const value = formatDay(horizon.last);
  const length = horizon.last - horizon.first + 1;
  if (length < 1) return [territoryErrors.horizonReversed({ at, value, first: formatDay(horizon.first) })];
  if (length > LONGEST_HORIZON) return [territoryErrors.horizonTooLong({ at, value: `${length} days`, most: LONGEST_HORIZON })];
  if (!holds(dates, horizon.first)) return [valueErrors.dateOutOfRange({ at, value: formatDay(horizon.first) })];
  if (!holds(dates, horizon.last)) return [valueErrors.dateOutOfRange({ at, value })];
  const unknownYears = yearsWithoutHolidays(territory.calendar, daysOf(horizon)).map((year) =>
    territoryErrors.calendarYearUnknown({ at: { file: 'territory.json', pointer: '/calendar/holidays' }, year }),
  );
  if (unknownYears.length > 0 || repDaysOf(territory, horizon).length > 0) return unknownYears;
  return [territoryErrors.nobodyAtWork({ at, value: `${formatDay(horizon.first)} to ${value}` })];
}
