import { z } from 'zod';
import { type Day, type DayRange, type Weekday, daysOf, parseDay } from '../../domain/calendar.ts';
import type { VisitingHours } from '../../domain/visiting-hours.ts';
import type { Finding, PlacedValue } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import { type Seconds, parseClock, parseDuration } from '../../kernel/units.ts';
import { weekdayNames } from './translate-hours.ts';
import { type FoundParams, KNOWN_FIELDS } from './source.ts';
import { parseVisitingHours, weekdayOf } from './visiting-hours.ts';
import { valueErrors } from './value-errors.ts';

/** An object without fields besides these: an unknown one is a finding that knows the names there are. */
export function objectOf<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(KNOWN_FIELDS);
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

/** Text that is not empty. */
export const text = z.string().trim().min(1);

/** Fails a transform with an entry of the catalogue. */
export function rejectValue(context: z.core.ParsePayload, found: FoundParams['found']): never {
  context.issues.push({ code: 'custom', input: context.value, params: { found } satisfies FoundParams });
  return z.NEVER;
}

/** Text that a parser of ours reads; what it does not read is a finding. */
export function parsedText<T>(parse: (text: string) => T | null, found: (placed: PlacedValue) => Finding) {
  return text.transform((written, context): T => parse(written) ?? rejectValue(context, found));
}

/** An ISO date. */
export const date = parsedText(parseDay, valueErrors.dateInvalid);

/** A clock time `hh:mm`. */
export const clock = parsedText(parseClock, valueErrors.clockInvalid);

/** An ISO 8601 duration, which may be nothing. */
export const duration = parsedText(parseDuration, valueErrors.durationInvalid);

/** The time of a visit: more than nothing and at most a day. */
export const positiveDuration = duration.transform((time, context): Seconds => {
  if (time > 0 && time <= 86_400) return time;
  return rejectValue(context, (placed) => valueErrors.outOfRange({ ...placed, range: 'more than nothing and at most a day' }));
});

/** Days as dates, or as stretches `2026-12-07/2026-12-11` with both ends. */
export const days = z.array(parsedText(parseDays, valueErrors.dateInvalid)).transform((stretches): readonly Day[] => stretches.flat());

function parseDays(written: string): readonly Day[] | null {
  const [first = null, last = first, ...more] = written.split('/').map((part) => parseDay(part.trim()));
  if (first === null || last === null || more.length > 0 || last < first || last - first > 366) return null;
  return daysOf({ first, last } satisfies DayRange);
}

/** Visiting hours as text. */
export const visitingHours = text.transform((written, context): VisitingHours => {
  const reading = parseVisitingHours(written);
  if (reading.understood) return reading.hours;
  return rejectValue(context, (placed) => valueErrors.hoursInvalid({ ...placed, problem: reading.problem }));
});

/** A weekday as in visiting hours, `Mo` … `Su`, or as ISO 8601 numbers it, 1 … 7 from Monday. */
export const weekday = z.union([
  parsedText(weekdayOf, (placed) => valueErrors.choiceUnknown({ ...placed, what: 'weekday', choices: weekdayNames })),
  z
    .int()
    .min(1)
    .max(7)
    .transform((number) => number as Weekday),
]);

/** A point on earth, WGS-84 degrees. */
export const location = objectOf({ lat: z.number(), lng: z.number() }).check((context) => {
  const { lat, lng } = context.value;
  const found = (name: 'lat' | 'lng', entry: FoundParams['found']) =>
    context.issues.push({ code: 'custom', input: context.value, path: [name], params: { found: entry } satisfies FoundParams });
  if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return;
  if (Math.abs(lat) <= 180 && Math.abs(lng) <= 90) found('lat', valueErrors.coordinatesSwapped);
  else if (Math.abs(lat) > 90) found('lat', (placed) => valueErrors.coordinateOutOfRange({ ...placed, most: 90 }));
  if (Math.abs(lng) > 180) found('lng', (placed) => valueErrors.coordinateOutOfRange({ ...placed, most: 180 }));
});

/** A text in both languages, or one text for both. */
export const bilingual = z
  .union([text, objectOf({ en: text, zh: text })])
  .transform((written): Text => (typeof written === 'string' ? { en: written, zh: written } : written));

/** Words, such as tags. */
export const texts = z.array(text);
