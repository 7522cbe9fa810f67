import { type Day, formatDay, instantOf } from '../../domain/calendar.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';

const MIDNIGHT = 86_400;

/** Tells clock times of a day as ISO 8601 instants with offset. */
export type Instants = (clock: Seconds) => string;

/**
 * Instants of one day in a zone. A month's plan has a hundred thousand of them: on a day whose offset does
 * not change the offset is asked once.
 */
export function instantsOf(day: Day, timeZone: string): Instants {
  const date = formatDay(day);
  const offset = instantOf(day, seconds(0), timeZone).slice('2026-12-07T00:00:00'.length);
  const steady = instantOf(day, seconds(MIDNIGHT - 1), timeZone).endsWith(offset);
  return (clock) => (steady && clock < MIDNIGHT ? `${date}T${wallTime(clock)}${offset}` : instantOf(day, clock, timeZone));
}

const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
const wallTime = (clock: Seconds) => `${two(clock / 3600)}:${two((clock / 60) % 60)}:${two(clock % 60)}`;
