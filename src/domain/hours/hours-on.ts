import { seconds } from '../../kernel/units.ts';
import { type Calendar, type Day, type Weekday, addDays, dayOfMonth, formatDay, monthOf, weekdayOf } from '../calendar.ts';
import {
  type DateSpan,
  type DatedHours,
  MIDNIGHT,
  type VisitingHours,
  type WeekSpan,
  type Window,
  type YearDay,
  joinWindows,
  withEffect,
} from '../visiting-hours.ts';

/** The windows of a day, and the ends of those that began on the evening before. */
export function hoursOn(calendar: Calendar, hours: VisitingHours, day: Day): readonly Window[] {
  const early = begunOn(calendar, hours, addDays(day, -1))
    .filter(({ until }) => until > MIDNIGHT)
    .map(({ until }) => ({ from: seconds(0), until: seconds(until - MIDNIGHT) }));
  const own = begunOn(calendar, hours, day).map(({ from, until }) => ({ from, until: until < MIDNIGHT ? until : MIDNIGHT }));
  return early.length === 0 ? own : joinWindows([...early, ...own]);
}

/** The windows that begin on a day. */
function begunOn(calendar: Calendar, hours: VisitingHours, day: Day): readonly Window[] {
  const isHoliday = calendar.exceptions.get(day)?.working === false && hours.onHolidays !== null;
  const weekday = weekdayInUse(calendar, day, (one) => hours.byWeekday[one].length > 0);
  const base = isHoliday ? (hours.onHolidays ?? []) : hours.byWeekday[weekday];
  return (hours.dated ?? []).reduce(
    (windows, part) => (applies(part, { day, weekday, isHoliday }) ? withEffect(windows, part.windows, part.effect) : windows),
    base,
  );
}

/**
 * The weekday whose hours a day has: its own, or on a make-up working day that of the day that it stands for. Where the
 * calendar does not name that, it is the first working day of the week that has hours.
 */
export function weekdayInUse({ exceptions, workdays }: Calendar, day: Day, hasHours: (weekday: Weekday) => boolean): Weekday {
  const own = weekdayOf(day);
  const exception = exceptions.get(day);
  if (exception?.working !== true) return own;
  if (exception.standsFor !== undefined) return exception.standsFor;
  if (workdays.includes(own)) return own;
  return workdays.toSorted((a, b) => a - b).find(hasHours) ?? own;
}

/** A day, with the weekday whose hours it has, and whether it has those of public holidays. */
interface DayOfHours {
  readonly day: Day;
  readonly weekday: Weekday;
  readonly isHoliday: boolean;
}

function applies({ spans, weeks, weekdays, onHolidays, windows, effect }: DatedHours, { day, weekday, isHoliday }: DayOfHours): boolean {
  if (spans.length > 0 && !spans.some((span) => covers(span, day))) return false;
  if (weeks.length > 0 && !weeks.some((span) => hasWeek(span, weekOfYear(day)))) return false;
  // Hours of public holidays stay as they are, unless a part names them or closes all of its dates.
  if (isHoliday) return onHolidays || (weekdays === null && windows.length === 0 && effect === 'replace');
  if (weekdays === null) return !onHolidays;
  return weekdays.some((one) => one.weekday === weekday && (one.nth === null || one.nth.some((nth) => isNth(day, nth))));
}

const sameYear = ({ month, day }: YearDay): number => month * 100 + day;

function covers({ first, last }: DateSpan, at: Day): boolean {
  const [year = 0, month = 0, day = 0] = formatDay(at).split('-').map(Number);
  const own = sameYear({ year, month, day });
  if (first.year !== null && last.year !== null) {
    const dated = year * 10_000 + own;
    return first.year * 10_000 + sameYear(first) <= dated && dated <= last.year * 10_000 + sameYear(last);
  }
  const [from, until] = [sameYear(first), sameYear(last)];
  return from <= until ? from <= own && own <= until : own >= from || own <= until;
}

const hasWeek = ({ first, last, step }: WeekSpan, week: number): boolean => first <= week && week <= last && (week - first) % step === 0;

/** The number of a day's week by ISO 8601. */
function weekOfYear(day: Day): number {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const date = Temporal.PlainDate.from(formatDay(thursday));
  return Math.floor((date.dayOfYear - 1) / 7) + 1;
}

const isNth = (day: Day, nth: number): boolean =>
  nth > 0 ? Math.ceil(dayOfMonth(day) / 7) === nth : Math.floor((monthOf(day).last - day) / 7) + 1 === -nth;
