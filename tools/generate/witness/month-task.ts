import type { Calendar, Day, DayRange } from '../../../src/domain/calendar.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { RepDay } from '../../../src/domain/rep-day/rep-day.ts';
import type { Beat } from './beat.ts';
import type { Zones } from './zones.ts';

/** What a month of the witness starts from. */
export interface MonthTask {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly beat: Beat;
  readonly zones: Zones;
  readonly month: DayRange;
  readonly days: readonly RepDay[];
  /** [day] fewest visits. */
  readonly floors: readonly number[];
  /** [stop - 1] the last visit before the month; null for none. */
  readonly before: readonly (Day | null)[];
  /** [stop - 1] days of which one must have a visit; null where none must. */
  readonly focus: readonly (DayRange | null)[];
}
