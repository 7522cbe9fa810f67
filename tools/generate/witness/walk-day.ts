import type { RepDay } from '../../../src/domain/rep-day/rep-day.ts';
import type { Window } from '../../../src/domain/visiting-hours.ts';
import { assert } from '../../../src/kernel/assert.ts';
import { type Beat, OFFICE, way } from './beat.ts';

/** How a day goes when its customers are visited in a given order. Clock times and seconds. */
export interface Walk {
  /** Start of the first visit; the field window's start where there is none. */
  readonly first: number;
  /** Back at the office. */
  readonly end: number;
  /** On the way and waiting. */
  readonly away: number;
  /** Visits for which the customer's doors were shut. */
  readonly missed: number;
  /** Start of the break. */
  readonly break: number;
}

/** What a walk through a day needs to know. */
export interface DayTask {
  readonly beat: Beat;
  readonly day: RepDay;
  /** [stop - 1] when the customer can be visited. */
  readonly openings: readonly (readonly Window[])[];
}

interface Clock {
  now: number;
  /** Start of the break; null while it is still to come. */
  pause: number | null;
}

/**
 * Walks through a day: leave when the field time starts, wait at doors that open later, and take the
 * break at the first moment on the way or waiting that it may start; after the end where there is time left.
 */
export function walkDay({ beat, day, openings }: DayTask, round: readonly number[]): Walk {
  const [pause, ...more] = day.breaks;
  assert(pause !== undefined && more.length === 0, 'a witness day has one break', { day: day.day });
  const clock: Clock = { now: day.field.from, pause: null };
  let [at, first, stay, missed] = [OFFICE, -1, 0, 0];

  for (const stop of round) {
    travel(clock, way(beat, at, stop), pause);
    const dwell = beat.asked[stop - 1]?.dwell ?? 0;
    const opening = openings[stop - 1]?.find(({ until }) => clock.now + dwell <= until);
    if (opening === undefined) missed++;
    else wait(clock, opening.from, pause);
    // The break may have pushed the visit past the door's closing.
    if (opening !== undefined && clock.now + dwell > opening.until) missed++;
    if (first < 0) first = clock.now;
    clock.now += dwell;
    stay += dwell;
    at = stop;
  }

  const home = clock.now + way(beat, at, OFFICE);
  const restsAfter = clock.pause === null && home <= Math.min(pause.latest, day.field.until - pause.length);
  if (restsAfter) [clock.now, clock.pause] = [home, Math.max(home, pause.earliest)];
  else travel(clock, way(beat, at, OFFICE), pause);
  assert(clock.pause !== null && clock.pause <= pause.latest, 'a break came too late', { day: day.day, break: clock.pause });
  const out = clock.now - day.field.from - (restsAfter ? 0 : pause.length);
  return { first: first < 0 ? day.field.from : first, end: clock.now, away: out - stay, missed, break: clock.pause };
}

type Pause = RepDay['breaks'][number];

function travel(clock: Clock, seconds: number, pause: Pause): void {
  const arrival = clock.now + seconds;
  clock.now = rest(clock, arrival, pause) ? arrival + pause.length : arrival;
}

function wait(clock: Clock, opening: number, pause: Pause): void {
  if (opening <= clock.now) return;
  clock.now = rest(clock, opening, pause) ? Math.max(opening, (clock.pause ?? 0) + pause.length) : opening;
}

/** Takes the break between now and a moment if it may start by then; answers whether it was taken. */
function rest(clock: Clock, by: number, { earliest }: Pause): boolean {
  const start = Math.max(clock.now, earliest);
  if (clock.pause !== null || start > by) return false;
  clock.pause = start;
  return true;
}
