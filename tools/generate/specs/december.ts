import { type Day, type DayRange, addDays, day } from '../../../src/domain/calendar.ts';
import type { HorizonSpec } from '../spec.ts';

/** The month that fixtures plan: December 2026, from a Tuesday to a Thursday, without holidays. */
export const MONTH: DayRange = { first: day('2026-12-01'), last: day('2026-12-31') };
/** Its second week, Monday to Friday. */
export const WEEK: DayRange = { first: day('2026-12-07'), last: day('2026-12-11') };

/** The last day of November. */
export const BEFORE_MONTH: Day = addDays(MONTH.first, -1);
/** The Friday before the second week. */
export const BEFORE_WEEK: Day = addDays(WEEK.first, -3);

/** No town: fields by the lower Yangtze. */
export const ORIGIN = { lat: 32.46, lng: 119.98 };

/** The whole month is planned. */
export const wholeMonth: HorizonSpec = { file: 'expect.json', title: 'December 2026', days: MONTH };
/** The second week is planned, after the first was carried out. */
export const secondWeek: HorizonSpec = { file: 'expect.json', title: 'Monday, 7 December 2026, and the four days after', days: WEEK };
