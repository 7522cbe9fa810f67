import type { RepDay } from '../../../src/domain/rep-day/rep-day.ts';
import { isInField } from '../../../src/domain/rep-day/rep-day.ts';
import type { Window } from '../../../src/domain/visiting-hours.ts';
import type { Errand } from './errand.ts';
import { BASE, type Ways } from './ways.ts';

/** A rep's day, and what has to be kept on it. Clock times in seconds. */
export interface DayTask {
  readonly repDay: RepDay;
  /** When the rep has to be back. */
  readonly until: number;
  /** By when the first visit starts. */
  readonly firstBy: number;
  /** [errand - 1] when each can be done. */
  readonly openings: readonly (readonly Window[])[];
  /** [errand - 1] */
  readonly errands: readonly Errand[];
  readonly ways: Ways;
}

/** A day as it goes. */
export interface Walk {
  /** Back at the base. */
  readonly end: number;
  /** Seconds on the way and waiting. */
  readonly away: number;
  /** Seconds with customers. */
  readonly stay: number;
}

/** A rep on the way through a day. */
interface Clock {
  now: number;
  at: number;
  /** Breaks and duties in the field that are still to come, in order of time. */
  readonly breaks: RepDay['breaks'][number][];
  readonly duties: Window[];
  /** Seconds of breaks and duties so far. */
  paused: number;
  isLate: boolean;
}

/**
 * Goes through the errands of a day in order: leaves when the field time starts, waits at doors that open later,
 * and takes each break at the first moment on the way or waiting at which it may start, or before a visit that
 * would last too long. Null where a door is shut, a break or a duty cannot be kept, or the rep is back too late.
 */
export function walkDay(task: DayTask, order: readonly number[]): Walk | null {
  const { repDay, errands, openings, ways } = task;
  const duties = repDay.duties.filter((duty) => isInField(repDay, duty)).map(({ from, until }) => ({ from, until }));
  const clock: Clock = { now: repDay.field.from, at: BASE, breaks: [...repDay.breaks], duties, paused: 0, isLate: false };
  let stay = 0;
  for (const [i, errand] of order.entries()) {
    const dwell = errands[errand - 1]?.dwell ?? 0;
    keepDuties(clock, ways, { next: errand, dwell });
    travel(clock, ways, errand);
    if (!enter(clock, openings[errand - 1] ?? [], dwell)) return null;
    if (i === 0 && clock.now > task.firstBy) return null;
    clock.now += dwell;
    stay += dwell;
  }
  keepDuties(clock, ways, null);
  const wasOut = clock.now;
  const home = clock.now + (ways[clock.at]?.[BASE] ?? 0);
  const [pause] = clock.breaks;
  // Who can rest at home does; else the break falls on the way.
  if (pause === undefined || home <= pause.latest) clock.now = home;
  else travel(clock, ways, BASE);
  if (clock.isLate || clock.now > task.until || wasOut > task.until) return null;
  return { end: clock.now, away: clock.now - repDay.field.from - stay - clock.paused, stay };
}

/** Goes to the duties that would otherwise be missed by doing the next errand first; all that are left where there is none. */
function keepDuties(clock: Clock, ways: Ways, errand: { readonly next: number; readonly dwell: number } | null): void {
  for (let [duty] = clock.duties; duty !== undefined; [duty] = clock.duties) {
    if (errand !== null) {
      const done = clock.now + (ways[clock.at]?.[errand.next] ?? 0) + errand.dwell;
      const lunch = clock.breaks[0]?.length ?? 0;
      if (done + lunch + (ways[errand.next]?.[BASE] ?? 0) <= duty.from) return;
    }
    travel(clock, ways, BASE);
    wait(clock, duty.from);
    if (clock.now > duty.from) clock.isLate = true;
    clock.paused += duty.until - duty.from;
    clock.now = duty.until;
    clock.duties.shift();
  }
}

/** Waits for the first opening that is long enough; false where there is none. */
function enter(clock: Clock, openings: readonly Window[], dwell: number): boolean {
  const [pause] = clock.breaks;
  const opening = openings.find(({ until }) => clock.now + dwell <= until);
  if (opening === undefined) return false;
  wait(clock, opening.from);
  if (pause !== undefined && clock.breaks[0] === pause && clock.now + dwell > pause.latest)
    wait(clock, Math.max(clock.now, pause.earliest));
  const then = openings.find(({ until }) => clock.now + dwell <= until);
  if (then === undefined) return false;
  wait(clock, then.from);
  return clock.now + dwell <= then.until && (clock.breaks[0] === undefined || clock.now + dwell <= clock.breaks[0].latest);
}

function travel(clock: Clock, ways: Ways, to: number): void {
  const way = ways[clock.at]?.[to] ?? 0;
  let arrival = clock.now + way;
  for (let start = rest(clock, arrival); start !== null; start = rest(clock, arrival)) arrival += clock.breaks.shift()?.length ?? 0;
  clock.now = arrival;
  clock.at = to;
}

function wait(clock: Clock, until: number): void {
  for (let start = rest(clock, until); start !== null; start = rest(clock, until)) clock.now = start + (clock.breaks.shift()?.length ?? 0);
  clock.now = Math.max(clock.now, until);
}

/** When the next break starts between now and a moment; null where it does not. Counts it as taken. */
function rest(clock: Clock, by: number): number | null {
  const [pause] = clock.breaks;
  if (pause === undefined) return null;
  const start = Math.max(clock.now, pause.earliest);
  if (start > by) return null;
  if (start > pause.latest) clock.isLate = true;
  clock.paused += pause.length;
  return start;
}
