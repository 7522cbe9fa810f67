import { type Day, holds } from '../domain/calendar.ts';
import { visitAfterCall } from '../domain/calls/call-before.ts';
import { callerOf } from '../domain/calls/call-time.ts';
import { freeTimes } from '../domain/rep-day/free-time.ts';
import { callingHours } from '../domain/hours/meeting-hours.ts';
import { type CallStop, type Plan, type PlannedDay, type UnservedVisit, type VisitStop, visitFactsOf } from '../domain/plan.ts';
import type { RepDay } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import { type Reason, needOf } from '../domain/unserved/unserved.ts';
import { type Visit, type VisitSeries, gapsOf } from '../domain/visit.ts';
import { type Window, overlapOf } from '../domain/visiting-hours.ts';
import { present } from '../kernel/assert.ts';
import type { VisitId } from '../kernel/ids.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import { callPricing } from '../rules/customer/frequency.ts';
import { callTime, mostCallsADay } from '../rules/day/call-time.ts';
import type { Scene } from '../rules/rule.ts';
import { notBehind } from './explain/explain.ts';
import { neverCalled } from './explain/never-called.ts';

/** A plan with its calls. */
export interface PlanWithCalls {
  readonly plan: Plan;
  /** Price of the calls that found no time, in seconds. */
  readonly cost: number;
}

/**
 * The stage after the search: gives calls their time on the days of a plan of visits. Required calls come first, and
 * of those the ones due soonest. A call goes to the day of its caller with fewest calls, and of those to the one with most
 * free time; never to a day on which the caller is at the customer, or that has as many calls as a day may have. Where no
 * day keeps the distance to the customer's other calls, a required call comes too close rather than not at all. Calls that
 * find no time join the plan's unserved visits.
 */
export function planCalls({ territory, repDays, calls }: Pick<Scene, 'territory' | 'repDays' | 'calls'>, plan: Plan): PlanWithCalls {
  const visits = new Map(
    plan.days.flatMap(({ day, stops }) => stops.flatMap((stop) => (stop.type === 'visit' ? [[stop.visit, { day, stop }]] : []))),
  );
  const board: Board = { territory, repDays, mostADay: mostCallsADay(territory.policy), visits, days: [...plan.days], taken: new Map() };
  const due = calls
    .flatMap((series) => series.visits.map((visit): DueCall => ({ series, visit })))
    .toSorted((a, b) => Number(b.visit.required) - Number(a.visit.required) || a.visit.days.last - b.visit.days.last);
  const missed = due.filter((call) => !place(board, call)).map((call) => missedCall(board, call));
  return {
    plan: { ...plan, days: board.days, unserved: [...plan.unserved, ...missed] },
    cost: missed.reduce((sum, { price }) => sum + price, 0),
  };
}

/** One call that is due. */
interface DueCall {
  readonly series: VisitSeries;
  readonly visit: Visit;
}

function missedCall(board: Board, call: DueCall): UnservedVisit {
  const { territory, repDays } = board;
  const { series, visit } = call;
  const reason: Reason = neverCalled({ territory, repDays, ...call }) ?? { class: 'no-time', rule: callTime.id, ...reasonOf(board, call) };
  const price = seconds(callPricing(territory)(series, visit));
  const need = needOf(series, visit);
  return { ...visitFactsOf(series, visit), need, price, reasons: [need === 'pull-forward' ? notBehind : reason] };
}

/** Why a call found no day of its caller: visits to the customer, too many calls, or no free time. */
function reasonOf({ territory, repDays, days, mostADay }: Board, { series, visit }: DueCall): Pick<Reason, 'because' | 'sentence'> {
  const caller = callerOf(territory.reps, series);
  const own = days.filter((_, i) => repDays[i]?.rep.id === caller && holds(visit.days, repDays[i].day));
  const left = own.filter((planned) => !isAt(planned, series));
  if (own.length > 0 && left.length === 0) return { because: ['own-visits'], sentence: { key: 'visited', values: {} } };
  const isFull = mostADay !== null && left.length > 0 && left.every(({ calls }) => calls.length >= mostADay);
  if (isFull) return { because: ['other-calls'], sentence: { key: 'full', values: { most: mostADay } } };
  const isPartlyFull = mostADay !== null && left.some(({ calls }) => calls.length >= mostADay);
  if (isPartlyFull) return { because: ['other-visits', 'other-calls'], sentence: { key: 'noTimeOrFull', values: { most: mostADay } } };
  return { because: ['other-visits'], sentence: { key: 'noTime', values: {} } };
}

/** The days while calls are being added. */
interface Board {
  readonly territory: Territory;
  readonly repDays: readonly RepDay[];
  /** The most calls of a rep on a day; null for no limit. */
  readonly mostADay: number | null;
  /** The visits of the plan with their days. */
  readonly visits: ReadonlyMap<VisitId, { readonly day: Day; readonly stop: VisitStop }>;
  /** [rep-day], replaced as calls are added. */
  readonly days: PlannedDay[];
  /** Days that hold calls of a series. */
  readonly taken: Map<VisitSeries, readonly Day[]>;
}

function place(board: Board, call: DueCall): boolean {
  const gap = Math.max(1, gapsOf(call.series).minGapDays);
  return placeApart(board, call, gap) || (call.visit.required && placeApart(board, call, 1));
}

/** Places a call at least `gap` days from the other calls of its series; false where no day allows it. */
function placeApart(board: Board, { series, visit }: DueCall, gap: number): boolean {
  const caller = callerOf(board.territory.reps, series);
  const others = [...(board.taken.get(series) ?? []), ...(series.lastVisit === null ? [] : [series.lastVisit])];
  const options = board.repDays.flatMap(({ rep, day }, index) => {
    const suits = rep.id === caller && holds(visit.days, day) && others.every((other) => Math.abs(day - other) >= gap);
    const option = suits ? roomOn(board, index, { series, visit }) : null;
    return option === null ? [] : [{ ...option, index, day }];
  });
  const best = options.reduce<(typeof options)[number] | null>((a, b) => (a === null || isBetter(b, a) ? b : a), null);
  if (best === null) return false;
  const call: CallStop = { type: 'call', ...visitFactsOf(series, visit), start: best.start, end: seconds(best.start + series.dwell) };
  const planned = present(board.days[best.index], 'A planned day');
  board.days[best.index] = { ...planned, calls: [...planned.calls, call].toSorted((a, b) => a.start - b.start) };
  board.taken.set(series, [...(board.taken.get(series) ?? []), best.day]);
  return true;
}

/** Room for a call on a rep-day. */
interface Room {
  readonly start: Seconds;
  /** Calls of the day so far. */
  readonly calls: number;
  /** The day's free time in seconds. */
  readonly left: number;
}

/** The time of a day by which a call has to be over: it comes before its visit. Null on days after that. */
function latestEnd({ visits }: Board, call: VisitId, day: Day): number | null {
  const after = visitAfterCall(call);
  const found = after === null ? undefined : visits.get(after);
  if (found === undefined || day < found.day) return Infinity;
  return day === found.day ? found.stop.arrival : null;
}

const isBetter = (one: Room, other: Room): boolean => one.calls < other.calls || (one.calls === other.calls && one.left > other.left);

const isAt = ({ stops }: PlannedDay, { customer }: VisitSeries): boolean =>
  stops.some((stop) => stop.type === 'visit' && stop.customer === customer.id);

/** The earliest room for a call on a rep-day: before setting out, while waiting, or after the return. Null where the call does not fit. */
function roomOn(board: Board, index: number, { series, visit }: DueCall): Room | null {
  const { territory, repDays, days, mostADay } = board;
  const { shift, day } = present(repDays[index], 'A rep-day');
  const planned = present(days[index], 'A planned day');
  const calls = planned.calls.length;
  const after = latestEnd(board, visit.id, day);
  if (series.customer.closedDays.includes(day) || after === null || (mostADay !== null && calls >= mostADay)) return null;
  // The call before a spot check may be on its day.
  if (series.kind !== 'inspection' && isAt(planned, series)) return null;
  const free = freeTimes(shift, planned);
  const fitting = overlapOf(free, callingHours(territory, series, day)).find(
    ({ from, until }) => Math.min(until, after) - from >= series.dwell,
  );
  return fitting === undefined ? null : { start: fitting.from, calls, left: free.reduce((sum, window) => sum + lengthOf(window), 0) };
}

const lengthOf = ({ from, until }: Window): number => until - from;
