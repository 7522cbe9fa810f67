import type { Weekday } from '../../domain/calendar.ts';
import type { VisitingHours, Window } from '../../domain/visiting-hours.ts';
import { type Seconds, formatClock, parseClock, seconds } from '../../kernel/units.ts';
import { plainHours, weekdayNames } from './translate-hours.ts';

/** Hours that were understood, or why they were not. */
export type HoursReading =
  | { readonly understood: true; readonly hours: VisitingHours }
  | { readonly understood: false; readonly problem: string };

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MIDNIGHT = seconds(86_400);
const WHOLE_DAY: Window = { from: seconds(0), until: MIDNIGHT };

/** What one part says: on which days, and when. Parts after `;` override earlier ones, parts after `,` add to them. */
interface Part {
  readonly weekdays: readonly Weekday[];
  readonly holidays: 'named' | 'with-all' | 'unnamed';
  readonly windows: readonly Window[];
}

/** A part as it is written. */
interface WrittenPart {
  readonly written: string;
  /** Whether it adds to the part before instead of overriding it. */
  readonly adds: boolean;
}

/**
 * Reads a subset of OpenStreetMap opening hours: weekdays, lists and ranges of them, `PH` for public
 * holidays, clock times, `off`, `24/7`. A part after a semicolon overrides earlier ones on its days, one
 * after a comma adds to them; days that no part names are closed. Hours past midnight run into the next
 * day. Full-width punctuation and the usual Chinese words are read too. What else OpenStreetMap allows
 * (months, open ends, comments) is told, and not guessed at.
 */
export function parseVisitingHours(text: string): HoursReading {
  const byWeekday: Record<Weekday, readonly Window[]> = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  let onHolidays: readonly Window[] | null = null;

  const parts = partsOf(text);
  if (parts.length === 0) return { understood: false, problem: 'there are none' };

  for (const [i, { written, adds }] of parts.entries()) {
    const read = readPart(written);
    if (read === null) return { understood: false, problem: problemOf(written) };
    if (i > 0 && !adds && read.holidays === 'with-all') return { understood: false, problem: `"${written}" ${REPLACES_ALL}` };
    for (const weekday of read.weekdays) byWeekday[weekday] = adds ? [...byWeekday[weekday], ...read.windows] : read.windows;
    if (read.holidays === 'named') onHolidays = adds ? [...(onHolidays ?? []), ...read.windows] : read.windows;
  }
  return { understood: true, hours: { byWeekday: pastMidnight(byWeekday), onHolidays: onHolidays && tidy(onHolidays) } };
}

/** The parts in order; a comma between a time and a weekday starts a part that adds. */
const partsOf = (text: string): readonly WrittenPart[] =>
  plainHours(text)
    .split(';')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => part.split(/(?<=\d|off|closed)\s*,\s*(?=[a-z])/i).map((piece, i) => ({ written: piece.trim(), adds: i > 0 })));

/** Whoever writes this hardly means that nothing before it holds. */
const REPLACES_ALL = 'names no days, and would replace all that stands before; put a comma there, or name its days';

/** What the subset leaves out, in the order in which it is looked for. */
const NOT_READ: readonly (readonly [RegExp, string])[] = [
  [/"|\|\||\(/, 'has a comment or a condition'],
  [/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|easter|week)\b/i, 'names a time of the year'],
  [/\[/, 'names weeks of a month'],
  [/\b(sunrise|sunset|dawn|dusk)\b/i, 'goes by the sun'],
  [/\bSH\b/i, 'names school holidays'],
  [/\d\+/, 'has an open end'],
  [/(\b\d{1,2}:\d{2})\s*-\s*\1/, 'ends when it starts'],
];

function problemOf(part: string): string {
  const known = NOT_READ.find(([form]) => form.test(part));
  return known === undefined ? `"${part}"` : `"${part}" ${known[1]}`;
}

function readPart(part: string): Part | null {
  const match = /^(?<days>[a-z][a-z,\s-]*?)?\s*(?<times>off|closed|24\/7|\d[\d:,\s-]*)$/i.exec(part);
  if (match?.groups === undefined) return null;
  const days = readDays(match.groups['days']);
  const windows = readWindows((match.groups['times'] ?? '').toLowerCase());
  return days === null || windows === null ? null : { ...days, windows };
}

function readDays(text: string | undefined): Omit<Part, 'windows'> | null {
  if (text === undefined) return { weekdays: WEEKDAYS, holidays: 'with-all' };
  const weekdays: Weekday[] = [];
  let holidays: Part['holidays'] = 'unnamed';
  for (const token of text.split(',')) {
    const [first = '', last = first, ...more] = token.split('-').map((name) => name.trim().toLowerCase());
    if (first === 'ph' && last === 'ph') {
      holidays = 'named';
      continue;
    }
    const from = weekdayOf(first);
    const to = weekdayOf(last);
    if (from === null || to === null || more.length > 0) return null;
    // A range may run over the week's end: Sa-Mo.
    for (let i = 0; i <= (to - from + 7) % 7; i++) weekdays.push(WEEKDAYS[(from - 1 + i) % 7] ?? from);
  }
  return { weekdays, holidays };
}

/** The weekday of a name such as `Mo`, in any case, or null when there is none. */
export function weekdayOf(name: string): Weekday | null {
  const index = weekdayNames.findIndex((known) => known.toLowerCase() === name.trim().toLowerCase());
  return WEEKDAYS[index] ?? null;
}

function readWindows(text: string): readonly Window[] | null {
  if (text === 'off' || text === 'closed') return [];
  if (text === '24/7') return [WHOLE_DAY];
  const windows = text.split(',').map(readWindow);
  return windows.every((window) => window !== null) ? windows : null;
}

/** A window; its end is past 24:00 where it runs into the next day. */
function readWindow(text: string): Window | null {
  const [from = null, until = null, ...more] = text.split('-').map((clock) => parseClock(clock));
  if (from === null || until === null || more.length > 0 || from === until || from >= MIDNIGHT) return null;
  return { from, until: until > from ? until : seconds(until + MIDNIGHT) };
}

/** Moves what lies past midnight to the next weekday. */
function pastMidnight(byWeekday: VisitingHours['byWeekday']): VisitingHours['byWeekday'] {
  const on = (weekday: Weekday): readonly Window[] => {
    const before = byWeekday[WEEKDAYS[(weekday + 5) % 7] ?? weekday];
    const early = before
      .filter(({ until }) => until > MIDNIGHT)
      .map(({ until }) => ({ from: seconds(0), until: seconds(until - MIDNIGHT) }));
    return tidy([...early, ...byWeekday[weekday]]);
  };
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
}

/** In order, within the day, and with windows that touch made one. */
function tidy(windows: readonly Window[]): readonly Window[] {
  const joined: Window[] = [];
  for (const { from, until } of windows.toSorted((a, b) => a.from - b.from)) {
    const end = least(until, MIDNIGHT);
    const last = joined.at(-1);
    if (end <= from) continue;
    if (last === undefined || last.until < from) joined.push({ from, until: end });
    else joined[joined.length - 1] = { from: last.from, until: seconds(Math.max(last.until, end)) };
  }
  return joined;
}

const least = (a: Seconds, b: Seconds): Seconds => (a < b ? a : b);

/** Hours as text that `parseVisitingHours` reads back to the same hours. */
export function formatVisitingHours({ byWeekday, onHolidays }: VisitingHours): string {
  const texts = WEEKDAYS.map((weekday) => formatWindows(byWeekday[weekday]));
  if (onHolidays === null && texts.every((text) => text === formatWindows([WHOLE_DAY]))) return '24/7';
  const parts: string[] = [];
  for (let i = 0; i < 7;) {
    let last = i;
    while (last < 6 && texts[last + 1] === texts[i]) last++;
    const days = last - i === 6 ? '' : `${weekdayNames[i]}${last > i ? `-${weekdayNames[last]}` : ''} `;
    parts.push(`${days}${texts[i]}`);
    i = last + 1;
  }
  if (onHolidays !== null) parts.push(`PH ${formatWindows(onHolidays)}`);
  return parts.join('; ');
}

function formatWindows(windows: readonly Window[]): string {
  if (windows.length === 0) return 'off';
  return windows.map(({ from, until }) => `${formatClock(from)}-${formatClock(until)}`).join(',');
}
