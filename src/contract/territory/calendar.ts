import { z } from 'zod';
import { type Calendar, type CalendarException, type Day, yearOf } from '../../domain/calendar.ts';
import { dates, most } from '../reading/bounds.ts';
import { date, listOf, objectOf, text, textOrNone, weekday } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { readJson } from '../reading/read-json.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, partOf, recordsOf } from '../reading/source.ts';
import { fileErrors } from '../reading/file-errors.ts';

/** The document of a calendar: working weekdays, holidays, and other exceptions. */
export const CalendarDocument = objectOf({
  workdays: listOf(weekday, { least: 1 }).default([1, 2, 3, 4, 5]),
  /** Names of holiday files, or their contents. */
  holidays: listOf(z.unknown()).optional(),
  exceptions: listOf(objectOf({ day: date, name: text.default(''), working: z.boolean(), standsFor: weekday.optional() }), {
    most: most.exceptions,
  }).default([]),
});

/** The document of a year's holidays and make-up days, in the public holiday-cn format. */
export const HolidaysDocument = z.object({
  year: z.int().min(yearOf(dates.first)).max(yearOf(dates.last)),
  days: listOf(z.object({ name: textOrNone, date, isOffDay: z.boolean() }), { most: most.exceptions }),
});

/** The calendar of a territory without one: Monday to Friday, no holidays. */
const DEFAULT_CALENDAR: Calendar = { workdays: [1, 2, 3, 4, 5], exceptions: new Map(), knownYears: null };

/** Reads the calendar of a territory with the holiday files that it names. Its own exceptions override holidays. */
export function readCalendar(source: Source, files: ReadonlyMap<string, string>, findings: Findings): Calendar {
  if (source.value === undefined) return DEFAULT_CALENDAR;
  const document = parseSource(CalendarDocument, source, findings);
  if (document === null) return DEFAULT_CALENDAR;

  const years = recordsOf(partOf(source, 'holidays')).map((entry) => readHolidays(entry, files, findings));
  const exceptions = new Map<Day, CalendarException>();
  for (const { days } of years) for (const day of days) exceptions.set(day.day, day);
  for (const day of document.exceptions) exceptions.set(day.day, day);
  // The file of a year whose holidays are not published yet is empty.
  const knownYears = years.filter(({ days }) => days.length > 0).map(({ year }) => year);
  return { workdays: document.workdays, exceptions, knownYears: document.holidays === undefined ? null : knownYears };
}

interface Holidays {
  readonly year: number;
  readonly days: readonly CalendarException[];
}

function readHolidays(entry: Source, files: ReadonlyMap<string, string>, findings: Findings): Holidays {
  const source = typeof entry.value === 'string' ? readHolidayFile(entry, entry.value, files, findings) : entry;
  const document = source === null ? null : parseSource(HolidaysDocument, source, findings);
  if (document === null) return { year: yearIn(entry.value), days: [] };
  return {
    year: document.year,
    days: document.days.map(({ name, date: day, isOffDay }) => ({ day, name, working: !isOffDay })),
  };
}

function readHolidayFile(entry: Source, name: string, files: ReadonlyMap<string, string>, findings: Findings): Source | null {
  const content = files.get(name);
  if (content !== undefined) return readJson(name, content, findings);
  const advice = 'Add the file (in the holiday-cn format), or remove its name from the list.';
  findings.report(fileErrors.fileMissing({ at: entry.placeOf([]), value: name, advice }));
  return null;
}

const yearIn = (value: unknown) => (typeof value === 'string' ? Number(/\d{4}/.exec(value)?.[0] ?? 0) : 0);

/** Names of the holiday files in the text of a territory's document. They are loaded before the territory is read. */
export function holidayFilesIn(territoryJson: string): readonly string[] {
  try {
    const source: unknown = JSON.parse(territoryJson.replace(/^\uFEFF/, ''));
    return recordsOf(partOf({ value: source, placeOf: () => ({ file: '' }) }, 'calendar', 'holidays'))
      .map(({ value }) => value)
      .filter((value) => typeof value === 'string');
  } catch {
    // Reading the territory reports the mistake in its JSON.
    return [];
  }
}

/** Years of days for which the calendar has no holidays; none for a calendar without holidays. */
export function yearsWithoutHolidays({ knownYears }: Calendar, days: readonly Day[]): readonly number[] {
  if (knownYears === null) return [];
  return [...new Set(days.map(yearOf))].filter((year) => !knownYears.includes(year));
}
