import { z } from 'zod';
import { type Calendar, type CalendarException, type Day, yearOf } from '../../domain/calendar.ts';
import { date, objectOf, text, weekday } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { readJson } from '../reading/read-json.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, partOf, recordsOf } from '../reading/source.ts';
import { fileErrors } from '../reading/file-errors.ts';

/** When a territory works: weekdays, holiday files, and days that are neither. */
export const CalendarDocument = objectOf({
  workdays: z.array(weekday).min(1).default([1, 2, 3, 4, 5]),
  /** Names of holiday files, or their content. */
  holidays: z.array(z.unknown()).optional(),
  exceptions: z.array(objectOf({ day: date, name: text.default(''), working: z.boolean() })).default([]),
});

/** A year's holidays and make-up working days, in the public holiday-cn shape. */
export const HolidaysDocument = z.object({
  year: z.int(),
  days: z.array(z.object({ name: z.string(), date, isOffDay: z.boolean() })),
});

/** Without a calendar: Monday to Friday, and no holidays known or asked for. */
const WEEKDAYS_ONLY: Calendar = { workdays: [1, 2, 3, 4, 5], exceptions: new Map(), knownYears: null };

/** The calendar of a territory's document and of the holiday files it names; exceptions of its own win. */
export function readCalendar(source: Source, files: ReadonlyMap<string, string>, findings: Findings): Calendar {
  if (source.value === undefined) return WEEKDAYS_ONLY;
  const document = parseSource(CalendarDocument, source, findings);
  if (document === null) return WEEKDAYS_ONLY;

  const years = recordsOf(partOf(source, 'holidays')).map((entry) => readHolidays(entry, files, findings));
  const exceptions = new Map<Day, CalendarException>();
  for (const { days } of years) for (const day of days) exceptions.set(day.day, day);
  for (const day of document.exceptions) exceptions.set(day.day, day);
  // A year whose notice is not out yet has an empty file: nothing is known of it.
  const known = years.filter(({ days }) => days.length > 0).map(({ year }) => year);
  return { workdays: document.workdays, exceptions, knownYears: document.holidays === undefined ? null : known };
}

interface Holidays {
  readonly year: number;
  readonly days: readonly CalendarException[];
}

function readHolidays(entry: Source, files: ReadonlyMap<string, string>, findings: Findings): Holidays {
  const source = typeof entry.value === 'string' ? fileOf(entry, entry.value, files, findings) : entry;
  const document = source === null ? null : parseSource(HolidaysDocument, source, findings);
  if (document === null) return { year: yearIn(entry.value), days: [] };
  return {
    year: document.year,
    days: document.days.map(({ name, date: day, isOffDay }) => ({ day, name, working: !isOffDay })),
  };
}

function fileOf(entry: Source, name: string, files: ReadonlyMap<string, string>, findings: Findings): Source | null {
  const content = files.get(name);
  if (content !== undefined) return readJson(name, content, findings);
  const needed = 'Add the file (in the holiday-cn shape), or take its name out of the list.';
  findings.report(fileErrors.fileMissing({ at: entry.placeOf([]), value: name, needed }));
  return null;
}

const yearIn = (value: unknown) => (typeof value === 'string' ? Number(/\d{4}/.exec(value)?.[0] ?? 0) : 0);

/** The holiday files that a territory's document names, to be read before the territory is. */
export function holidayFilesOf(territoryJson: string): readonly string[] {
  try {
    const source: unknown = JSON.parse(territoryJson.replace(/^\uFEFF/, ''));
    return recordsOf(partOf({ value: source, placeOf: () => ({ file: '' }) }, 'calendar', 'holidays'))
      .map(({ value }) => value)
      .filter((value) => typeof value === 'string');
  } catch {
    // Reading the territory says where its JSON breaks.
    return [];
  }
}

/** Days of years that the calendar does not know, one each; none when it knows of no holidays at all. */
export function unknownYears({ knownYears }: Calendar, days: readonly Day[]): readonly number[] {
  if (knownYears === null) return [];
  return [...new Set(days.map(yearOf))].filter((year) => !knownYears.includes(year));
}
