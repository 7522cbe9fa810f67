import { z } from 'zod';
import { type Day, type DayRange, type Weekday, daysOf, holds, parseDay } from '../../domain/calendar.ts';
import type { VisitingHours } from '../../domain/visiting-hours.ts';
import { controlCharacterIn } from '../../kernel/control-characters.ts';
import type { Finding, PlacedValue } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import { type Seconds, parseClock, parseDuration } from '../../kernel/units.ts';
import { dates, largest, longest, most } from './bounds.ts';
import { type IssueParams, FIELD_SEPARATOR } from './parse-source.ts';
import { parseVisitingHours } from './visiting-hours.ts';
import { weekdayNamed, weekdayNames } from './weekday-names.ts';
import { datesMeantBy, dayWithYearFirst } from './written-dates.ts';
import { valueErrors } from './value-errors.ts';

/** An object with these fields only. The finding of any other field lists them. */
export function objectOf<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = Object.keys(shape).join(FIELD_SEPARATOR);
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? names : undefined) });
}

/** A text of any length without control characters. */
export const plainText = z.string().check(rejectControlCharacters);

/** A text of at most so many characters that is not empty. */
const textUpTo = (length: number) => z.string().trim().min(1).max(length).check(rejectControlCharacters);

/** An id, a name or another short text that is not empty. */
export const text = textUpTo(longest.name);

/** A short text that may be empty. */
export const textOrNone = z.string().trim().max(longest.name).check(rejectControlCharacters);

/** A text in the caller's own words, such as the source of a policy; it may be empty. Line breaks are read as spaces. */
export const prose = z
  .string()
  .overwrite((written) => written.replace(/\s+/g, ' '))
  .trim()
  .max(longest.prose)
  .check(rejectControlCharacters);

function rejectControlCharacters(context: z.core.ParsePayload<string>): void {
  const character = controlCharacterIn(context.value);
  if (character !== null) rejectValue(context, (placed) => valueErrors.controlCharacter({ ...placed, character }));
}

/** Ends a schema's transform with a finding of an error catalogue. */
export function rejectValue(context: z.core.ParsePayload, toFinding: IssueParams['toFinding']): never {
  context.issues.push({ code: 'custom', input: context.value, params: { toFinding } satisfies IssueParams });
  return z.NEVER;
}

/** A list of some entries. One with too many is refused as a whole: its entries are not looked at. */
export function listOf<Entry extends z.ZodType>(
  entry: Entry,
  { least = 0, most: limit = most.entries }: { readonly least?: number; readonly most?: number } = {},
) {
  const list = z.array(entry).max(limit);
  return z.preprocess(
    (value: z.input<Entry>[], context) =>
      Array.isArray(value) && value.length > limit
        ? rejectValue(context, (placed) => valueErrors.listTooLong({ at: placed.at, entries: value.length, most: limit }))
        : value,
    least > 0 ? list.min(least) : list,
  );
}

/** A text that a parser reads; it returns null for any other text, which becomes a finding. */
export function parsedText<T>(parse: (text: string) => T | null, toFinding: (placed: PlacedValue) => Finding) {
  return text.transform((written, context): T => parse(written) ?? rejectValue(context, toFinding));
}

/** Ends a schema with a finding for a day that is out of range. */
const inRange = (day: Day, context: z.core.ParsePayload): Day =>
  holds(dates, day) ? day : rejectValue(context, valueErrors.dateOutOfRange);

/** The finding of a text that is no date of ours. */
function noDate(placed: PlacedValue): Finding {
  const written = String(placed.value);
  const isClear = dayWithYearFirst(written) !== null || /^\d+$/.test(written) || datesMeantBy(written).length === 0;
  return isClear ? valueErrors.dateInvalid(placed) : valueErrors.dateUnclear(placed);
}

/** An ISO date from 2000-01-01 to 2199-12-31. */
export const date = parsedText(parseDay, noDate).transform(inRange);

/** The first day of a month `yyyy-mm`. */
export const monthOr = (toFinding: (placed: PlacedValue) => Finding) =>
  parsedText((written): Day | null => parseDay(`${written}-01`), toFinding).transform(inRange);

/** A clock time `hh:mm`. */
export const clock = parsedText(parseClock, valueErrors.clockInvalid);

/** An ISO 8601 duration, zero or more, and at most 100 hours: a price, too. */
export const duration = parsedText(parseDuration, valueErrors.durationInvalid).transform((time, context): Seconds => {
  if (time <= largest.duration) return time;
  return rejectValue(context, (placed) => valueErrors.outOfRange({ ...placed, range: 'at most 100 hours (PT100H)' }));
});

/** A duration longer than zero and at most a day, such as that of a visit. */
export const positiveDuration = duration.transform((time, context): Seconds => {
  if (time > 0 && time <= 86_400) return time;
  return rejectValue(context, (placed) => valueErrors.outOfRange({ ...placed, range: 'more than zero and at most one day' }));
});

/** A list of days: dates, or ranges such as `2026-12-07/2026-12-11`, which include both ends. */
export const days = listOf(
  parsedText(parseDays, noDate).transform((range, context) => {
    const outside = range.find((day) => !holds(dates, day));
    return outside === undefined ? range : rejectValue(context, valueErrors.dateOutOfRange);
  }),
).transform((ranges, context): readonly Day[] => {
  const all = [...new Set(ranges.flat())];
  if (all.length <= most.days) return all;
  return rejectValue(context, ({ at }) => valueErrors.listTooLong({ at, entries: all.length, most: most.days, of: 'days' }));
});

function parseDays(written: string): readonly Day[] | null {
  const [first = null, last = first, ...more] = written.split('/').map((part) => parseDay(part.trim()));
  if (first === null || last === null || more.length > 0 || last < first || last - first > 366) return null;
  return daysOf({ first, last } satisfies DayRange);
}

/** Visiting hours, written as text. */
export const visitingHours = textUpTo(longest.hours).transform((written, context): VisitingHours => {
  const reading = parseVisitingHours(written);
  if (reading.ok) return reading.hours;
  return rejectValue(context, (placed) => valueErrors.hoursInvalid({ ...placed, problem: reading.problem }));
});

/** A weekday: `Mo` to `Su` as in visiting hours, or 1 to 7 from Monday as in ISO 8601. */
export const weekday = z.union([
  parsedText(weekdayNamed, (placed) => valueErrors.choiceUnknown({ ...placed, what: 'weekday', choices: weekdayNames })),
  z
    .int()
    .min(1)
    .max(7)
    .transform((number) => number as Weekday),
]);

/** A location in degrees. */
export const location = objectOf({ lat: z.number(), lng: z.number() }).check((context) => {
  const { lat, lng } = context.value;
  const reject = (name: 'lat' | 'lng', toFinding: IssueParams['toFinding']) =>
    context.issues.push({ code: 'custom', input: context.value, path: [name], params: { toFinding } satisfies IssueParams });
  if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return;
  if (Math.abs(lat) <= 180 && Math.abs(lng) <= 90) reject('lat', valueErrors.coordinatesSwapped);
  else if (Math.abs(lat) > 90) reject('lat', (placed) => valueErrors.coordinateOutOfRange({ ...placed, most: 90 }));
  if (Math.abs(lng) > 180) reject('lng', (placed) => valueErrors.coordinateOutOfRange({ ...placed, most: 180 }));
});

/** A text in both languages, or one text for both of them. */
export const bilingual = z
  .union([text, objectOf({ en: text, zh: text })])
  .transform((written): Text => (typeof written === 'string' ? { en: written, zh: written } : written));

/** A list of texts, such as tags. */
export const texts = listOf(text);
