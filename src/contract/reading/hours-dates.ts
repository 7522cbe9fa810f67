import type { Weekday } from '../../domain/calendar.ts';
import type { DateSpan, MonthWeekday, WeekSpan, YearDay } from '../../domain/visiting-hours.ts';
import type { TextCursor } from './text-cursor.ts';

/** The days that a part of hours names. */
export interface NamedDays {
  readonly spans: readonly DateSpan[];
  readonly weeks: readonly WeekSpan[];
  /** Null where no weekday is named. */
  readonly weekdays: readonly MonthWeekday[] | null;
  readonly onHolidays: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?:(?:(\\d{4}) )?(${MONTHS.join('|')})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\b\\.?)`;
/** A day of a month, and no hour of a clock. */
const DATE = '(\\d{1,2})(?!\\d|[:.]\\d|am|pm)';
const DATES = new RegExp(`${MONTH}(?: ?${DATE})?(?: ?- ?(?:${MONTH} ?)?(?:${DATE})?)?`, 'y');
const WEEKS = /weeks? ?/y;
const WEEK = /(\d{1,2})(?: ?- ?(\d{1,2})(?:\/(\d{1,2}))?)?(?!\d|:)/y;
const COMMA = / ?, ?(?=[a-z\d])/y;
/** What may stand between two names of days. */
const AND = / ?(?:,|&|\band\b) ?(?=[a-z])/y;
const NAME = 'mo|mon|monday|tu|tue|tues|tuesday|we|wed|wednesday|th|thu|thur|thurs|thursday|fr|fri|friday|sa|sat|saturday|su|sun|sunday';
const DAYS = new RegExp(`(${NAME}|ph)s?\\b\\.?(?: ?\\[([-\\d, ]{1,20})\\]| ?(?:-|\\bto\\b) ?(${NAME}|ph)s?\\b\\.?)?`, 'y');
const GAP = / ?:? ?/y;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const SHORT = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** Reads the days at the start of a part of hours, in small letters; null where they are wrong. */
export function readNamedDays(cursor: TextCursor): NamedDays | null {
  const weeks = cursor.take(WEEKS) === null ? [] : readWeeks(cursor);
  cursor.take(GAP);
  const spans = readSpans(cursor);
  cursor.take(GAP);
  const days = readDays(cursor);
  cursor.take(GAP);
  return weeks === null || spans === null || days === null ? null : { weeks, spans, ...days };
}

function readWeeks(cursor: TextCursor): readonly WeekSpan[] | null {
  const weeks: WeekSpan[] = [];
  do {
    const [, first, last, step] = cursor.take(WEEK) ?? [];
    const span = { first: Number(first), last: Number(last ?? first), step: Number(step ?? 1) };
    if (!(span.first >= 1 && span.first <= span.last && span.last <= 53 && span.step >= 1)) return null;
    weeks.push(span);
  } while (cursor.take(/ ?, ?(?=\d)/y) !== null);
  return weeks;
}

function readSpans(cursor: TextCursor): readonly DateSpan[] | null {
  const spans: DateSpan[] = [];
  for (let found = cursor.take(DATES); found !== null; found = cursor.take(COMMA) === null ? null : cursor.take(DATES)) {
    const span = spanOf(found);
    if (span === null) return null;
    spans.push(span);
  }
  return spans;
}

function spanOf([text, year, month, date, lastYear, lastMonth, lastDate]: RegExpExecArray): DateSpan | null {
  const isRange = lastMonth !== undefined || lastDate !== undefined;
  // A range needs days at both ends or at neither; a day alone continues the first month.
  if (text.endsWith('-') || (isRange && (date === undefined) !== (lastDate === undefined))) return null;
  const first = dayOf(year, month, date ?? '1');
  const last = isRange ? dayOf(lastYear, lastMonth ?? month, lastDate ?? '31') : dayOf(year, month, date ?? '31');
  if (!isDate(first, date) || !isDate(last, isRange ? lastDate : date)) return null;
  if (first.year === null) return last.year === null ? { first, last } : null;
  const passes = last.month * 100 + last.day < first.month * 100 + first.day;
  return { first, last: { ...last, year: last.year ?? first.year + (passes ? 1 : 0) } };
}

const dayOf = (year: string | undefined, month = '', date = ''): YearDay => ({
  year: year === undefined ? null : Number(year),
  month: MONTHS.indexOf(month) + 1,
  day: Number(date),
});

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDate = ({ month, day }: YearDay, written: string | undefined): boolean =>
  written === undefined || (day >= 1 && day <= (LENGTHS[month - 1] ?? 0));

function readDays(cursor: TextCursor): Pick<NamedDays, 'weekdays' | 'onHolidays'> | null {
  const weekdays: MonthWeekday[] = [];
  let onHolidays = false;
  let isNamed = false;
  for (let found = cursor.take(DAYS); found !== null; found = cursor.take(AND) === null ? null : cursor.take(DAYS)) {
    const [, first = '', nth, last = first] = found;
    if (first === 'ph' || last === 'ph') {
      if (first !== last || nth !== undefined) return null;
      onHolidays = true;
      continue;
    }
    isNamed = true;
    const places = nth === undefined ? null : nth.split(',').flatMap(placesOf);
    if (places?.includes(null) === true) return null;
    for (const weekday of rangeOf(first, last)) weekdays.push({ weekday, nth: places?.filter((one) => one !== null) ?? null });
  }
  return { weekdays: isNamed ? weekdays : null, onHolidays };
}

/** Places in a month: `1`, `-1`, `1-3`. A null stands for what is no place. */
function placesOf(written: string): readonly (number | null)[] {
  const [, first, last = first] = /^(-?[1-5])(?:-([1-5]))?$/.exec(written.trim()) ?? [];
  const [from, until] = [Number(first), Number(last)];
  if (!(from <= until)) return [null];
  return Array.from({ length: until - from + 1 }, (_, i) => from + i);
}

const numberOf = (name: string) => SHORT.indexOf(name.slice(0, 2));

/** A range may pass the end of the week: Sa-Mo. */
function rangeOf(first: string, last: string): readonly Weekday[] {
  const [from, until] = [numberOf(first), numberOf(last)];
  return Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, i) => WEEKDAYS[(from + i) % 7] ?? 1);
}
