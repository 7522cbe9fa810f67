import type { Weekday } from '../../domain/calendar.ts';
import { type DatedHours, MIDNIGHT, type VisitingHours, type Window, joinWindows, withEffect } from '../../domain/visiting-hours.ts';
import { clip } from '../../kernel/clip.ts';
import { formatClock, seconds } from '../../kernel/units.ts';
import { type NamedDays, readNamedDays } from './hours-dates.ts';
import { type NamedTimes, readTimes } from './hours-times.ts';
import { cursorAt } from './text-cursor.ts';
import { translateHours } from './translate-hours.ts';
import { weekdayNames } from './weekday-names.ts';

/** Hours as read, or the reason why they cannot be read. */
export type HoursReading = { readonly ok: true; readonly hours: VisitingHours } | { readonly ok: false; readonly problem: string };

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** One part of the hours: its days and times. A part after `;` overrides earlier parts, a part after `,` adds to them. */
interface Part extends NamedDays, NamedTimes {
  readonly written: string;
}

/** A part as text. */
interface PartText {
  readonly text: string;
  /** Whether it adds to earlier parts instead of overriding them. */
  readonly adds: boolean;
}

/**
 * Reads opening hours of OpenStreetMap: weekdays, lists and ranges of weekdays, nth weekdays of a month, `PH` for public
 * holidays, dates, months and weeks of the year, clock times, open ends, which last until midnight, `off`, `24/7`. A part
 * after a semicolon overrides earlier parts on its days, a part after a comma adds to them. On days that no part names, the
 * customer is closed. Hours past midnight continue on the next day. Comments beside hours are left out. Full-width
 * punctuation, names of days in full, am and pm, and the usual Chinese words are read, too. All else is refused.
 */
export function parseVisitingHours(text: string): HoursReading {
  const reading: Mutable = { byWeekday: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, onHolidays: null, dated: [] };
  const parts = splitParts(text);
  if (parts.length === 0) return { ok: false, problem: 'they are empty' };
  for (const [i, { text: written, adds }] of parts.entries()) {
    const part = readPart(written);
    const problem = typeof part === 'string' ? part : orderProblem(part, { adds, isFirst: i === 0, dated: reading.dated });
    if (problem !== null) return { ok: false, problem: `"${clip(written)}"${placeOf(text, written)}${problem}` };
    if (typeof part !== 'string') addPart(reading, part, adds);
  }
  const { byWeekday, onHolidays, dated } = reading;
  const joined = (weekday: Weekday) => joinWindows(byWeekday[weekday]);
  const week = { 1: joined(1), 2: joined(2), 3: joined(3), 4: joined(4), 5: joined(5), 6: joined(6), 7: joined(7) };
  const hours = { byWeekday: week, onHolidays: onHolidays && joinWindows(onHolidays) };
  return { ok: true, hours: dated.length === 0 ? hours : { ...hours, dated } };
}

interface Mutable {
  readonly byWeekday: Record<Weekday, Window[]>;
  onHolidays: Window[] | null;
  readonly dated: DatedHours[];
}

/** The place of a part that is not the whole text. */
function placeOf(text: string, part: string): string {
  const at = text.indexOf(part);
  return at <= 0 ? '' : ` at character ${at + 1}`;
}

/** Adds a part. Copies of long lists would make long hours slow. */
function addPart(reading: Mutable, part: Part, adds: boolean): void {
  const effect = adds && part.effect === 'replace' && part.windows.length > 0 ? 'add' : part.effect;
  if (isDated(part)) {
    reading.dated.push({ ...part, effect });
    return;
  }
  const days = part.weekdays?.map(({ weekday }) => weekday) ?? (part.onHolidays ? [] : WEEKDAYS);
  for (const day of new Set(days)) reading.byWeekday[day] = changed(reading.byWeekday[day], part.windows, effect);
  if (part.onHolidays) reading.onHolidays = changed(reading.onHolidays ?? [], part.windows, effect);
}

function changed(windows: Window[], more: readonly Window[], effect: DatedHours['effect']): Window[] {
  if (effect === 'close') return [...withEffect(windows, more, effect)];
  if (effect === 'replace') return [...more];
  for (const window of more) windows.push(window);
  return windows;
}

const isDated = ({ spans, weeks, weekdays }: NamedDays): boolean =>
  spans.length > 0 || weeks.length > 0 || weekdays?.some(({ nth }) => nth !== null) === true;

/** Names of days and months with which a part may begin. */
const START = '(?:mo|tu|we|th|fr|sa|su|ph|sh|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
/** Between a time and the name of a day, with a comma or without one; between any number and the name of a weekday. */
const NEXT_PART = new RegExp(
  `(?<=[:.]\\d\\d|\\d-\\d{4}|[ap]m|uhr|\\+|off|closed|24/7|") ?,? ?(?=${START})|(?<=\\d) ?, ?(?=(?:mo|tu|we|th|fr|sa|su|ph)(?![a-z]*\\d))`,
  'i',
);

/** Splits hours into parts, in order. */
const splitParts = (text: string): readonly PartText[] =>
  translateHours(text)
    .replace(/ ?\|\| ?"[^"]*"$/, '')
    .split(';')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => part.split(NEXT_PART).map((piece, i) => ({ text: piece.trim(), adds: i > 0 })));

/** A part without days would override all earlier parts, which nobody wants. */
const REPLACES_ALL = ' names no days and would replace all hours before it; put a comma before it, or name its days';
/** So would hours of every date after those of some. */
const REPLACES_DATES = ' would replace the hours of some dates before it; write those dates last';

/** The problem of a part after others. */
function orderProblem(
  part: Part,
  { adds, isFirst, dated }: { readonly adds: boolean; readonly isFirst: boolean; readonly dated: readonly DatedHours[] },
): string | null {
  if (isDated(part)) return null;
  const isEveryDay = part.weekdays === null && !part.onHolidays;
  if (!isFirst && !adds && isEveryDay) return REPLACES_ALL;
  const own = new Set(part.weekdays?.map(({ weekday }) => weekday) ?? (isEveryDay ? WEEKDAYS : []));
  const meets = dated.some(({ weekdays }) => own.size > 0 && (weekdays === null || weekdays.some(({ weekday }) => own.has(weekday))));
  return meets ? REPLACES_DATES : null;
}

/** Forms that are not read, in the order in which they are checked. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/\bSH\b/i, ' names school holidays'],
  [/\beaster\b/i, ' names Easter; write its dates'],
  [/\b(sunrise|sunset|dawn|dusk)\b/i, ' depends on the sun'],
  [/\|\||\(/, ' has a condition or a bracket'],
];

/** Reads a part, or gives its problem. */
function readPart(written: string): Part | string {
  const plain = written
    .replace(/"[^"]*"/g, '')
    .replace(/ +/g, ' ')
    .trim()
    .toLowerCase();
  if (plain === '') return ' has no hours but only a comment';
  const cursor = cursorAt(plain);
  const days = readNamedDays(cursor);
  const rest = cursor.rest();
  const times = days === null ? null : readTimes(rest);
  if (typeof times === 'string') return ` ${times}`;
  if (days !== null && times !== null) return { ...days, ...times, written };
  const unsupported = UNSUPPORTED.find(([form]) => form.test(plain));
  if (unsupported !== undefined) return unsupported[1];
  if (days === null) return ' names dates, weeks or days that do not exist';
  if (rest === '') return ' has no times';
  return rest === plain ? '' : ` has no times that can be read in "${clip(rest)}"`;
}

/** Writes hours as text that `parseVisitingHours` reads back to the same hours. */
export function formatVisitingHours({ byWeekday, onHolidays, dated = [] }: VisitingHours): string {
  const texts = WEEKDAYS.map((weekday) => formatWindows(byWeekday[weekday]));
  const dates = dated.map(({ written, effect }) => `${effect === 'add' ? ', ' : '; '}${written}`).join('');
  if (onHolidays === null && texts.every((text) => text === formatWindows([{ from: seconds(0), until: MIDNIGHT }]))) return `24/7${dates}`;
  const parts: string[] = [];
  for (let i = 0; i < 7;) {
    let last = i;
    while (last < 6 && texts[last + 1] === texts[i]) last++;
    const days = last - i === 6 ? '' : `${weekdayNames[i]}${last > i ? `-${weekdayNames[last]}` : ''} `;
    parts.push(`${days}${texts[i]}`);
    i = last + 1;
  }
  if (onHolidays !== null) parts.push(`PH ${formatWindows(onHolidays)}`);
  return `${parts.join('; ')}${dates}`;
}

function formatWindows(windows: readonly Window[]): string {
  if (windows.length === 0) return 'off';
  return windows.map(({ from, until }) => `${formatClock(from)}-${formatClock(until)}`).join(',');
}
