import { type HoursEffect, MIDNIGHT, type Window } from '../../domain/visiting-hours.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';

/** The times of a part of hours, and their effect on earlier parts. */
export interface NamedTimes {
  readonly windows: readonly Window[];
  readonly effect: HoursEffect;
}

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$|^(\d{2})(\d{2})$/;
const WINDOW = /^([\d:.]{1,5} ?(?:am|pm)?) ?(?:-|\bto\b) ?([\d:.]{1,5} ?(?:am|pm)?)(\+)?$/;
const OPEN_END = /^([\d:.]{1,5} ?(?:am|pm)?) ?\+$/;
const CLOSES = / ?\b(?:off|closed)$/;

/** Reads the times of a part of hours, in small letters; null where they are wrong, a text where they are not clear. */
export function readTimes(written: string): NamedTimes | string | null {
  const text = written.replace(/ ?\b(?:uhr|open)$/, '').trim();
  if (text === 'off' || text === 'closed') return { windows: [], effect: 'replace' };
  if (text === '24/7') return { windows: [{ from: seconds(0), until: MIDNIGHT }], effect: 'replace' };
  const times = text.replace(CLOSES, '');
  const windows: Window[] = [];
  for (const piece of times.split(/,|\band\b|&/)) {
    const window = readWindow(piece.replace(/\buhr\b/, '').trim());
    if (window === null || typeof window === 'string') return window;
    windows.push(window);
  }
  return { windows, effect: times === text ? 'replace' : 'close' };
}

/** Reads a window. Its end is after 24:00 where it continues on the next day; without an end it lasts until midnight. */
function readWindow(text: string): Window | string | null {
  const [, alone] = OPEN_END.exec(text) ?? [];
  const [, first = alone, last] = WINDOW.exec(text) ?? [];
  const from = first === undefined ? null : readClock(first);
  const until = alone === undefined ? readClock(last ?? '') : { time: MIDNIGHT, isHour: false, half: null };
  if (from === null || until === null || from.time >= MIDNIGHT) return null;
  if (alone === undefined && (from.half === null) !== (until.half === null)) return 'does not say am or pm at both ends';
  if (from.time === until.time) return 'ends when it starts';
  if (until.time > from.time) return { from: from.time, until: until.time };
  // 9-5 means the afternoon to some, and the night to others.
  if (from.isHour || until.isHour) return 'can be meant by day or by night; write minutes, such as 09:00-17:00';
  return { from: from.time, until: seconds(until.time + 86_400) };
}

interface Clock {
  readonly time: Seconds;
  /** Whether it is an hour without minutes, and without am or pm. */
  readonly isHour: boolean;
  readonly half: string | null;
}

function readClock(written: string): Clock | null {
  const [found, plainHour, plainMinute, half = null, joinedHour, joinedMinute] = CLOCK.exec(written.trim()) ?? [];
  const [hour, minute] = [Number(plainHour ?? joinedHour), Number(plainMinute ?? joinedMinute ?? 0)];
  if (found === undefined || minute > 59) return null;
  if (half !== null && (hour < 1 || hour > 12)) return null;
  const time = ((half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute) * 60;
  // Hours up to 48:00 belong to the evening on which they began.
  return time > 2 * MIDNIGHT
    ? null
    : { time: seconds(time), isHour: half === null && plainHour !== undefined && plainMinute === undefined, half };
}
