import type { Weekday } from '../../domain/calendar.ts';
import type { VisitingHours, Window } from '../../domain/visiting-hours.ts';
import { clip } from '../../kernel/clip.ts';
import { type Seconds, formatClock, parseClock, seconds } from '../../kernel/units.ts';
import { translateHours } from './translate-hours.ts';
import { weekdayNamed, weekdayNames } from './weekday-names.ts';

/** Hours as read, or the reason why they cannot be read. */
export type HoursReading = { readonly ok: true; readonly hours: VisitingHours } | { readonly ok: false; readonly problem: string };

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MIDNIGHT = seconds(86_400);
const WHOLE_DAY: Window = { from: seconds(0), until: MIDNIGHT };

/** One part of the hours: its days and times. A part after `;` overrides earlier parts, a part after `,` adds to them. */
interface Part {
  readonly weekdays: ReadonlySet<Weekday>;
  readonly holidays: 'included' | 'all-days' | 'excluded';
  readonly windows: readonly Window[];
}

/** A part as text. */
interface PartText {
  readonly text: string;
  /** Whether it adds to earlier parts instead of overriding them. */
  readonly adds: boolean;
}

/**
 * Reads a subset of OpenStreetMap opening hours: weekdays, lists and ranges of weekdays, `PH` for public holidays, clock
 * times, `off`, `24/7`. A part after a semicolon overrides earlier parts on its days, a part after a comma adds to them. On
 * days that no part names, the customer is closed. Hours past midnight continue on the next day. Full-width punctuation and
 * the usual Chinese words are read, too. Other forms of OpenStreetMap (months, open ends, comments) are refused.
 */
export function parseVisitingHours(text: string): HoursReading {
  const byWeekday: Record<Weekday, Window[]> = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  let onHolidays: Window[] | null = null;

  const parts = splitParts(text);
  if (parts.length === 0) return { ok: false, problem: 'they are empty' };

  for (const [i, { text: written, adds }] of parts.entries()) {
    const part = readPart(written);
    if (part === null) return { ok: false, problem: problemOf(written) };
    if (i > 0 && !adds && part.holidays === 'all-days') return { ok: false, problem: `"${clip(written)}" ${REPLACES_ALL}` };
    for (const weekday of part.weekdays) byWeekday[weekday] = withWindows(adds ? byWeekday[weekday] : [], part);
    if (part.holidays === 'included') onHolidays = withWindows(adds ? (onHolidays ?? []) : [], part);
  }
  return { ok: true, hours: { byWeekday: splitAtMidnight(byWeekday), onHolidays: onHolidays && joinWindows(onHolidays) } };
}

/** Adds the windows of a part to a list. Copies of the list would make long hours slow. */
function withWindows(windows: Window[], { windows: added }: Part): Window[] {
  for (const window of added) windows.push(window);
  return windows;
}

/** Splits hours into parts, in order. A comma between a time and a weekday starts a part that adds. */
const splitParts = (text: string): readonly PartText[] =>
  translateHours(text)
    .split(';')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => part.split(/(?<=\d|off|closed) ?, ?(?=[a-z])/i).map((piece, i) => ({ text: piece.trim(), adds: i > 0 })));

/** A part without days would override all earlier parts, which nobody wants. */
const REPLACES_ALL = 'names no days and would replace all hours before it; put a comma before it, or name its days';

/** Forms that the subset leaves out, in the order in which they are checked. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/"|\|\||\(/, 'has a comment or a condition'],
  [/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|easter|week)\b/i, 'names a time of the year'],
  [/\[/, 'names weeks of a month'],
  [/\b(sunrise|sunset|dawn|dusk)\b/i, 'depends on the sun'],
  [/\bSH\b/i, 'names school holidays'],
  [/\d\+/, 'has an open end'],
  [/(\b\d{1,2}:\d{2}) ?- ?\1/, 'ends when it starts'],
];

function problemOf(part: string): string {
  const unsupported = UNSUPPORTED.find(([form]) => form.test(part));
  return unsupported === undefined ? `"${clip(part)}"` : `"${clip(part)}" ${unsupported[1]}`;
}

function readPart(part: string): Part | null {
  const match = /^(?<days>[a-z][a-z, -]*?)? ?(?<times>off|closed|24\/7|\d[\d:, -]*)$/i.exec(part);
  if (match?.groups === undefined) return null;
  const days = readDays(match.groups['days']);
  const windows = readWindows((match.groups['times'] ?? '').toLowerCase());
  return days === null || windows === null ? null : { ...days, windows };
}

function readDays(text: string | undefined): Omit<Part, 'windows'> | null {
  if (text === undefined) return { weekdays: new Set(WEEKDAYS), holidays: 'all-days' };
  const weekdays = new Set<Weekday>();
  let holidays: Part['holidays'] = 'excluded';
  for (const token of text.split(',')) {
    const [first = '', last = first, ...more] = token.split('-').map((name) => name.trim().toLowerCase());
    if (first === 'ph' && last === 'ph') {
      holidays = 'included';
      continue;
    }
    const from = weekdayNamed(first);
    const to = weekdayNamed(last);
    if (from === null || to === null || more.length > 0) return null;
    // A range may pass the end of the week: Sa-Mo.
    for (let i = 0; i <= (to - from + 7) % 7; i++) weekdays.add(WEEKDAYS[(from - 1 + i) % 7] ?? from);
  }
  return { weekdays, holidays };
}

function readWindows(text: string): readonly Window[] | null {
  if (text === 'off' || text === 'closed') return [];
  if (text === '24/7') return [WHOLE_DAY];
  const windows = text.split(',').map(readWindow);
  return windows.every((window) => window !== null) ? windows : null;
}

/** Reads a window. Its end is after 24:00 where it continues on the next day. */
function readWindow(text: string): Window | null {
  const [from = null, until = null, ...more] = text.split('-').map((clock) => parseClock(clock));
  if (from === null || until === null || more.length > 0 || from === until || from >= MIDNIGHT) return null;
  return { from, until: until > from ? until : seconds(until + MIDNIGHT) };
}

/** Moves hours past midnight to the next weekday. */
function splitAtMidnight(byWeekday: VisitingHours['byWeekday']): VisitingHours['byWeekday'] {
  const on = (weekday: Weekday): readonly Window[] => {
    const before = byWeekday[WEEKDAYS[(weekday + 5) % 7] ?? weekday];
    const early = before
      .filter(({ until }) => until > MIDNIGHT)
      .map(({ until }) => ({ from: seconds(0), until: seconds(until - MIDNIGHT) }));
    return joinWindows([...early, ...byWeekday[weekday]]);
  };
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
}

/** Sorts windows, cuts them at midnight, and joins those that touch or overlap. */
function joinWindows(windows: readonly Window[]): readonly Window[] {
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

/** Writes hours as text that `parseVisitingHours` reads back to the same hours. */
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
