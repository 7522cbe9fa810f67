import { type Day, type DayRange, addDays, day } from '../../../src/domain/calendar.ts';
import { type HorizonSpec, type TeamSpec, plainTeam } from '../spec.ts';

/** The month of all fixtures: December 2026, from a Tuesday to a Thursday, without holidays. */
export const MONTH: DayRange = { first: day('2026-12-01'), last: day('2026-12-31') };
/** Its second week, Monday to Friday. */
export const WEEK: DayRange = { first: day('2026-12-07'), last: day('2026-12-11') };

/** The last day of November. */
export const BEFORE_MONTH: Day = addDays(MONTH.first, -1);
/** The Friday before the second week. */
export const BEFORE_WEEK: Day = addDays(WEEK.first, -3);

/** Fields near the lower Yangtze, far from real towns. */
export const ORIGIN = { lat: 32.46, lng: 119.98 };

/** A plan of the whole month. */
export const wholeMonth: HorizonSpec = { file: 'expect.json', title: 'December 2026', days: MONTH };
/** A plan of the second week, after the first week was carried out. */
export const secondWeek: HorizonSpec = { file: 'expect.json', title: 'Monday, 7 December 2026, and the four days after', days: WEEK };

/** Defaults of a team that plans December, with a history up to the day before the second week, which `npm start` plans. */
export const decemberTeam = {
  ...plainTeam,
  origin: ORIGIN,
  month: MONTH,
  historyUntil: BEFORE_WEEK,
} as const satisfies Partial<TeamSpec>;

/** Defaults of a team that is planned for all of December only, with a history that ends in November. */
export const wholeMonthTeam = { ...decemberTeam, historyUntil: BEFORE_MONTH } as const satisfies Partial<TeamSpec>;
