import { type Calendar, type CalendarException, day, daysOf, formatDay } from '../../src/domain/calendar.ts';

/** The official notice of the days. */
const NOTICE = 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm';

/** Each holiday: its first and last day off, and the weekend days on which people work instead. */
const HOLIDAYS = [
  { name: '元旦', first: '2026-01-01', last: '2026-01-03', worked: ['2026-01-04'] },
  { name: '春节', first: '2026-02-15', last: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', first: '2026-04-04', last: '2026-04-06', worked: [] },
  { name: '劳动节', first: '2026-05-01', last: '2026-05-05', worked: ['2026-05-09'] },
  { name: '端午节', first: '2026-06-19', last: '2026-06-21', worked: [] },
  { name: '中秋节', first: '2026-09-25', last: '2026-09-27', worked: [] },
  { name: '国庆节', first: '2026-10-01', last: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
];

const exceptions: readonly CalendarException[] = HOLIDAYS.flatMap(({ name, first, last, worked }) => [
  ...daysOf({ first: day(first), last: day(last) }).map((off) => ({ day: off, name, working: false })),
  ...worked.map((at) => ({ day: day(at), name, working: true })),
]).toSorted((a, b) => a.day - b.day);

/** The working week with the public holidays of mainland China in 2026. */
export const calendar2026: Calendar = {
  workdays: [1, 2, 3, 4, 5],
  exceptions: new Map(exceptions.map((exception) => [exception.day, exception])),
  knownYears: [2026],
};

/** The same days in the usual JSON format of public holidays. */
export const holidays2026 = {
  year: 2026,
  papers: [NOTICE],
  days: exceptions.map(({ day: at, name, working }) => ({ name, date: formatDay(at), isOffDay: !working })),
};

/** The text of `holidays/2026.json`. */
export const holidaysJson = `${JSON.stringify(holidays2026, null, 2)}\n`;
