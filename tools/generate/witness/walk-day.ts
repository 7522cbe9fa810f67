import { type RepDay, isInField } from '../../../src/domain/rep-day/rep-day.ts';
import type { Window } from '../../../src/domain/visiting-hours.ts';
import { BASE, type TravelTimes } from './travel-times.ts';

/** A rep's day and its limits. Clock times in seconds; series are numbered from 1. */
export interface WitnessDay {
  readonly repDay: RepDay;
  /** When the rep has to be back. */
  readonly until: number;
  /** By when the first visit starts. */
  readonly firstBy: number;
  /** [series - 1] when it can be visited. */
  readonly openings: readonly (readonly Window[])[];
  /** [series - 1] seconds of a visit. */
  readonly dwells: readonly number[];
  readonly travel: TravelTimes;
}

/** The times of a day. */
export interface Walk {
  /** Back at the base. */
  readonly end: number;
  /** Seconds of travel and waiting. */
  readonly away: number;
  /** Seconds with customers. */
  readonly stay: number;
}

/** The state of a day while the rep goes through it. */
interface Clock {
  readonly travel: TravelTimes;
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
 * Makes the visits of a day in order: leaves when the field time starts, waits at doors that open later, and takes each
 * break at the first moment of travel or waiting at which it may start, or before a visit that would last too long. Null
 * where a door is shut, a break or a duty cannot be kept, or the rep is back too late.
 */
export function walkDay(day: WitnessDay, order: readonly number[]): Walk | null {
  const { repDay, dwells, openings, travel } = day;
  const duties = repDay.duties.filter((duty) => isInField(repDay, duty)).map(({ from, until }) => ({ from, until }));
  const clock: Clock = { travel, now: repDay.field.from, at: BASE, breaks: [...repDay.breaks], duties, paused: 0, isLate: false };
  let stay = 0;
  for (const [i, series] of order.entries()) {
    const dwell = dwells[series - 1] ?? 0;
    keepDuties(clock, { next: series, dwell });
    goTo(clock, series);
    if (!enter(clock, openings[series - 1] ?? [], dwell)) return null;
    if (i === 0 && clock.now > day.firstBy) return null;
    clock.now += dwell;
    stay += dwell;
  }
  keepDuties(clock, null);
  const left = clock.now;
  const home = clock.now + secondsTo(clock, BASE);
  const [pause] = clock.breaks;
  // A rep who is at the base early enough has the break there; others have it during the travel.
  if (pause === undefined || home <= pause.latest) clock.now = home;
  else goTo(clock, BASE);
  if (clock.isLate || clock.now > day.until || left > day.until) return null;
  return { end: clock.now, away: clock.now - repDay.field.from - stay - clock.paused, stay };
}

/** Seconds that a day with these visits is away at least: those of travel, or 0 where a duty in the field changes the order of travel. */
export function leastAway({ repDay, travel }: WitnessDay, order: readonly number[]): number {
  if (repDay.duties.some((duty) => isInField(repDay, duty))) return 0;
  let seconds = 0;
  let at = BASE;
  for (const stop of order) {
    seconds += travel[at]?.[stop] ?? 0;
    at = stop;
  }
  return seconds + (travel[at]?.[BASE] ?? 0);
}

/** Whether a day has no time for so many seconds of visits and travel, with the breaks that fall due by then. */
export function isTooLong({ repDay, until }: WitnessDay, seconds: number): boolean {
  const end = repDay.field.from + seconds;
  return repDay.breaks.reduce((sum, { latest, length }) => sum + (end > latest ? length : 0), end) > until;
}

const secondsTo = ({ travel, at }: Clock, to: number): number => travel[at]?.[to] ?? 0;

/** Goes to the duties that would be missed if the next visit came first; to all that are left where there is no next visit. */
function keepDuties(clock: Clock, visit: { readonly next: number; readonly dwell: number } | null): void {
  for (let [duty] = clock.duties; duty !== undefined; [duty] = clock.duties) {
    if (visit !== null) {
      const done = clock.now + secondsTo(clock, visit.next) + visit.dwell;
      const lunch = clock.breaks[0]?.length ?? 0;
      if (done + lunch + (clock.travel[visit.next]?.[BASE] ?? 0) <= duty.from) return;
    }
    goTo(clock, BASE);
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

function goTo(clock: Clock, to: number): void {
  let arrival = clock.now + secondsTo(clock, to);
  for (let start = takeBreak(clock, arrival); start !== null; start = takeBreak(clock, arrival))
    arrival += clock.breaks.shift()?.length ?? 0;
  clock.now = arrival;
  clock.at = to;
}

function wait(clock: Clock, until: number): void {
  for (let start = takeBreak(clock, until); start !== null; start = takeBreak(clock, until))
    clock.now = start + (clock.breaks.shift()?.length ?? 0);
  clock.now = Math.max(clock.now, until);
}

/** When the next break starts between now and a moment, counted as taken; null where it does not start by then. */
function takeBreak(clock: Clock, by: number): number | null {
  const [pause] = clock.breaks;
  if (pause === undefined) return null;
  const start = Math.max(clock.now, pause.earliest);
  if (start > by) return null;
  if (start > pause.latest) clock.isLate = true;
  clock.paused += pause.length;
  return start;
}
