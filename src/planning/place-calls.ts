import { type Day, holds } from '../domain/calendar.ts';
import { callerOf } from '../domain/call-time.ts';
import { freeTimes } from '../domain/rep-day/free-time.ts';
import { callingHours } from '../domain/meeting-hours.ts';
import { type CallStop, type PlannedDay, visitFactsOf } from '../domain/plan.ts';
import type { RepDay } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import { type Visit, type VisitSeries, gapsOf } from '../domain/visit.ts';
import { type Window, overlapOf } from '../domain/visiting-hours.ts';
import { present } from '../kernel/assert.ts';
import { type Seconds, seconds } from '../kernel/units.ts';

/** One call that is due. */
export interface DueCall {
  readonly series: VisitSeries;
  readonly visit: Visit;
}

/** The days with the calls that found time, and the calls that found none. */
export interface PlacedCalls {
  readonly days: readonly PlannedDay[];
  readonly missed: readonly DueCall[];
}

/**
 * Gives calls their time, once visits have theirs: required ones first, and of those the ones that are due
 * soonest. A call goes to the day of its caller that has most time left; where that keeps no distance to the
 * customer's other calls, a required one comes too close rather than not at all.
 */
export function placeCalls(
  territory: Territory,
  repDays: readonly RepDay[],
  { days, calls }: { readonly days: readonly PlannedDay[]; readonly calls: readonly VisitSeries[] },
): PlacedCalls {
  const board: Board = { territory, repDays, days: [...days], taken: new Map() };
  const due = calls
    .flatMap((series) => series.visits.map((visit): DueCall => ({ series, visit })))
    .toSorted((a, b) => Number(b.visit.required) - Number(a.visit.required) || a.visit.days.last - b.visit.days.last);
  const missed = due.filter((call) => !place(board, call));
  return { days: board.days, missed };
}

/** The plan while calls are being added. */
interface Board {
  readonly territory: Territory;
  readonly repDays: readonly RepDay[];
  /** [rep-day], replaced as calls are added. */
  readonly days: PlannedDay[];
  /** Days that hold calls of a series. */
  readonly taken: Map<VisitSeries, readonly Day[]>;
}

function place(board: Board, call: DueCall): boolean {
  const gap = Math.max(1, gapsOf(call.series).minGapDays);
  return placeApart(board, call, gap) || (call.visit.required && placeApart(board, call, 1));
}

/** Places a call so many days from the other calls of its series, if that can be. */
function placeApart(board: Board, { series, visit }: DueCall, gap: number): boolean {
  const caller = callerOf(board.territory.reps, series);
  const others = [...(board.taken.get(series) ?? []), ...(series.lastVisit === null ? [] : [series.lastVisit])];
  const options = board.repDays.flatMap(({ rep, day }, index) => {
    const suits = rep.id === caller && holds(visit.days, day) && others.every((other) => Math.abs(day - other) >= gap);
    const option = suits ? roomOn(board, index, series) : null;
    return option === null ? [] : [{ ...option, index, day }];
  });
  const best = options.reduce<(typeof options)[number] | null>((a, b) => (a === null || b.left > a.left ? b : a), null);
  if (best === null) return false;
  const made: CallStop = { type: 'call', ...visitFactsOf(series, visit), start: best.start, end: seconds(best.start + series.dwell) };
  const planned = present(board.days[best.index], 'A planned day');
  board.days[best.index] = { ...planned, calls: [...planned.calls, made].toSorted((a, b) => a.start - b.start) };
  board.taken.set(series, [...(board.taken.get(series) ?? []), best.day]);
  return true;
}

/** When a call could start on a rep-day at the earliest, and how much time the day has for calls; null for no room. */
function roomOn({ territory, repDays, days }: Board, index: number, series: VisitSeries): { start: Seconds; left: number } | null {
  const { shift, day } = present(repDays[index], 'A rep-day');
  if (series.customer.closedDays.includes(day)) return null;
  const free = freeTimes(shift, present(days[index], 'A planned day'));
  const fitting = overlapOf(free, callingHours(territory, series, day)).find(({ from, until }) => until - from >= series.dwell);
  return fitting === undefined ? null : { start: fitting.from, left: free.reduce((sum, window) => sum + lengthOf(window), 0) };
}

const lengthOf = ({ from, until }: Window): number => until - from;
