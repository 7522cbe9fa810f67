import { type Day, dayOfMonth, formatDay, weekdayOf } from '../../domain/calendar.ts';
import { nameWithId } from '../../domain/names.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import { type Text, render } from '../../kernel/text.ts';
import { formatClock, seconds } from '../../kernel/units.ts';

/** Most names or days that a sentence lists. */
const MOST_LISTED = 4;

const WEEKDAYS = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The same text in both languages. */
export const same = (text: string): Text => ({ en: text, zh: text });

/** Fills the `{name}` places of a text by texts. */
export function fill(text: Text, values: Readonly<Record<string, Text | string>>): Text {
  const inLanguage = (language: 'en' | 'zh') =>
    render(
      text,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : value[language]])),
      language,
    );
  return { en: inLanguage('en'), zh: inLanguage('zh') };
}

const monthOf = (day: Day): number => Number(formatDay(day).slice(5, 7));
const monthName = (day: Day): string => MONTHS[monthOf(day) - 1] ?? '';
const plainDay = (day: Day): Text => ({ en: `${dayOfMonth(day)} ${monthName(day)}`, zh: `${monthOf(day)}月${dayOfMonth(day)}日` });

/** `Tue 12 January`, `1月12日 周二`. */
export function dayText(day: Day): Text {
  const { en, zh } = plainDay(day);
  return { en: `${WEEKDAYS.en[weekdayOf(day) - 1]} ${en}`, zh: `${zh}${WEEKDAYS.zh[weekdayOf(day) - 1]}` };
}

/** Days as stretches: `on Tue 12 January`, `from 11 to 15 January`, `on 11 and from 13 to 15 January`. Days in order. */
export function daysText(days: readonly Day[]): Text {
  const [only] = days;
  if (days.length === 1 && only !== undefined) return fill({ en: 'on {day}', zh: '{day}' }, { day: dayText(only) });
  const stretches = stretchesOf(days).map(([first, last]) => stretchText(first, last));
  const more = stretches.length - MOST_LISTED;
  const listed = joined(stretches.slice(0, MOST_LISTED));
  return more <= 0 ? listed : { en: `${listed.en} and on other days`, zh: `${listed.zh}等` };
}

/** A range of days: `on Tue 12 January`, `from 11 to 15 January`. */
export const rangeText = (first: Day, last: Day): Text => (first === last ? daysText([first]) : stretchText(first, last));

function stretchesOf(days: readonly Day[]): readonly (readonly [Day, Day])[] {
  const stretches: [Day, Day][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last !== undefined && day - last[1] === 1) last[1] = day;
    else stretches.push([day, day]);
  }
  return stretches;
}

function stretchText(first: Day, last: Day): Text {
  const [from, to] = [plainDay(first), plainDay(last)];
  if (first === last) return { en: `on ${from.en}`, zh: from.zh };
  const start = monthOf(first) === monthOf(last) ? String(dayOfMonth(first)) : from.en;
  return { en: `from ${start} to ${to.en}`, zh: `${from.zh}至${to.zh}` };
}

/** `a, b and c`; `a、b和c`. */
export function joined(texts: readonly Text[]): Text {
  const list = (parts: readonly string[], comma: string, and: string) =>
    parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(comma)}${and}${parts.at(-1)}`;
  return {
    en: list(
      texts.map(({ en }) => en),
      ', ',
      ' and ',
    ),
    zh: list(
      texts.map(({ zh }) => zh),
      '、',
      '和',
    ),
  };
}

/** Names of reps: `Ann (R1)`, `Ann (R1) and Bob (R2)`, `Ann (R1), Bob (R2), Cid (R3) and 3 others`. */
export function repsText(reps: readonly Rep[]): Text {
  const names = reps.map((rep) => same(nameWithId(rep)));
  if (names.length <= MOST_LISTED) return joined(names);
  const listed = names.slice(0, MOST_LISTED - 1);
  const more = names.length - listed.length;
  return {
    en: `${listed.map(({ en }) => en).join(', ')} and ${more} others`,
    zh: `${listed.map(({ zh }) => zh).join('、')}等${names.length}人`,
  };
}

/** The English verb for one or more reps. */
export const verb = (reps: readonly Rep[], one: string, many: string): string => (reps.length === 1 ? one : many);

/** Lengths from which on single minutes say nothing: visits that differ in them share a sentence. */
const STEP = 5;

/** Hours and minutes, rounded up to five minutes: `0:50`; short ones to a minute. */
export const lengthUp = (time: number): string => {
  const whole = Math.ceil(time / 60);
  return lengthOf(whole < STEP ? whole : Math.ceil(whole / STEP) * STEP);
};
/** Hours and minutes, rounded down to five minutes, no less than nothing; short ones to a minute. */
export const lengthDown = (time: number): string => {
  const whole = Math.max(0, Math.floor(time / 60));
  return lengthOf(whole < STEP ? whole : Math.floor(whole / STEP) * STEP);
};
/** Hours and minutes to the minute, rounded up: for times that somebody wrote down, such as stays. */
export const lengthInFull = (time: number): string => lengthOf(Math.ceil(time / 60));

/** A clock time, rounded up or down to five minutes. */
export const clockUp = (time: number): string => formatClock(seconds(Math.ceil(time / 60 / STEP) * STEP * 60));
export const clockDown = (time: number): string => formatClock(seconds(Math.floor(time / 60 / STEP) * STEP * 60));

const lengthOf = (whole: number): string => `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;

/** `09:00–12:00, 14:00–17:00`. */
export const windowsText = (windows: readonly Window[]): string =>
  windows.map(({ from, until }) => `${formatClock(seconds(from))}–${formatClock(seconds(until))}`).join(', ');
