import { type Calendar, type Day, addDays, isWorkingDay } from '../../src/domain/calendar.ts';
import type { Random } from '../../src/kernel/random.ts';
import type { Beat } from './witness/beat.ts';
import type { BeatMonth } from './witness/plan-month.ts';

/** Visits made before the month, by customer number, in order of time. */
export type PastDays = ReadonlyMap<number, readonly Day[]>;

const MISSED = 0.03; // of all customers missed their last visit
const MISSED_LATELY = 8; // days before the month's end
const ROOM = 4; // days into the next month that a missed visit must leave to be made up in time

/**
 * What became of a planned month: everything was done, but new customers were not yet known and a few
 * visits of the last days were missed; the next month has time to make them up before a gap gets too
 * long. Customers that would be without any visit then were last seen about a month before.
 */
export function carryOut(month: BeatMonth, { beat, calendar }: { beat: Beat; calendar: Calendar }, random: Random): PastDays {
  const last = month.days.at(-1)?.day;
  const planned = beat.customers.map((_, i) => daysOf(month, i + 1));
  if (last === undefined) return new Map();
  const done = new Map(planned.flatMap((days, i) => (beat.customers[i]?.status === 'new' ? [] : [[i + 1, days] as const])));

  const late = [...done.keys()]
    .filter((stop) => beat.asked[stop - 1]?.cycle === 'month' && (done.get(stop)?.at(-1) ?? 0) > last - MISSED_LATELY)
    .map((stop) => ({ stop, left: without(done.get(stop) ?? [], calendar), lot: random.next() }))
    .filter(({ stop, left }) => (left.at(-1) ?? 0) + (beat.asked[stop - 1]?.maxGapDays ?? 0) > last + ROOM)
    .toSorted((a, b) => a.lot - b.lot);
  for (const { stop, left } of late.slice(0, Math.round(MISSED * beat.customers.length))) done.set(stop, left);
  return done;
}

/** The days on which a customer is visited. */
export const daysOf = ({ days, rounds }: BeatMonth, stop: number): readonly Day[] =>
  days.flatMap(({ day }, d) => (rounds[d]?.includes(stop) === true ? [day] : []));

/** The days without the last; where none is left, a working day of the month before. */
function without(days: readonly Day[], calendar: Calendar): readonly Day[] {
  const missed = days.at(-1);
  if (days.length > 1 || missed === undefined) return days.slice(0, -1);
  let seen = addDays(missed, -30);
  while (!isWorkingDay(calendar, seen)) seen = addDays(seen, -1);
  return [seen];
}
