import { type Day, formatDay, instantOf } from '../../domain/calendar.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';

const MIDNIGHT = 86_400;

/** Converts a clock time of one day to an ISO 8601 instant with its offset. */
export type Instants = (clock: Seconds) => string;

/**
 * The conversion for one day in a time zone. A month's plan has a hundred thousand instants, so the offset is computed once
 * for a day on which it does not change.
 */
export function instantsOf(day: Day, timeZone: string): Instants {
  const date = formatDay(day);
  const offset = instantOf(day, seconds(0), timeZone).slice('2026-12-07T00:00:00'.length);
  const isConstant = instantOf(day, seconds(MIDNIGHT - 1), timeZone).endsWith(offset);
  return (clock) => (isConstant && clock < MIDNIGHT ? `${date}T${wallTime(clock)}${offset}` : instantOf(day, clock, timeZone));
}

const twoDigits = (n: number) => String(Math.floor(n)).padStart(2, '0');
const wallTime = (clock: Seconds) => `${twoDigits(clock / 3600)}:${twoDigits((clock / 60) % 60)}:${twoDigits(clock % 60)}`;
