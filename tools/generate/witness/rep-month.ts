import type { Calendar, Day, DayRange } from '../../../src/domain/calendar.ts';
import { agreedTimes, companionHours, welcomeHours } from '../../../src/domain/hours/meeting-hours.ts';
import { type OrderLead, daysBeforeOrder } from '../../../src/domain/order-days.ts';
import type { RepDay } from '../../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import type { VisitSeries } from '../../../src/domain/visit.ts';
import { type Window, overlapOf } from '../../../src/domain/visiting-hours.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { DueSeries } from './due-series.ts';
import { type Limits, limitsOf } from './limits.ts';
import { travelTimesOf } from './travel-times.ts';
import { type WitnessDay, walkDay } from './walk-day.ts';

/** A rep's month while it is planned. */
export interface RepMonth {
  readonly rep: Rep;
  readonly month: DayRange;
  readonly calendar: Calendar;
  /** The rep's series, numbered from 1. */
  readonly due: readonly DueSeries[];
  readonly days: readonly WitnessDay[];
  readonly limits: Limits;
  /** Whether the rep has so many visits a day that they have to be neighbours. */
  readonly isBusy: boolean;
  /** Seconds of the month's calls. */
  readonly callTime: number;
  /** [day] series in order; changed in place. */
  readonly orders: (readonly number[])[];
}

/** The input of a rep's month. */
export interface RepMonthInput {
  readonly territory: Territory;
  readonly orderLead: OrderLead | null;
  readonly month: DayRange;
  readonly repDays: readonly RepDay[];
  readonly due: readonly DueSeries[];
  /** Seconds of each day's calls. */
  readonly callTime: ReadonlyMap<Day, number>;
}

const BUSY = 15; // visits a day
const SPARE = 180; // seconds before the end of the field time, for rounded travel times

/** A month without any visit yet. */
export function emptyMonth(rep: Rep, { territory, orderLead, month, repDays, due, callTime }: RepMonthInput): RepMonth {
  const limits = limitsOf(territory.policy);
  const customers = due.map(({ series }) => series.customer);
  const travel = travelTimesOf(territory.policy, rep, customers);
  const dwells = due.map(({ series }) => series.dwell);
  const orderDays = due.map(({ series }) =>
    orderLead === null || series.customer.orderWeekday === null || series.origin.by === 'request'
      ? null
      : new Set(daysBeforeOrder(territory.calendar, series.customer, month, orderLead)),
  );
  const own = repDays.filter((repDay) => repDay.rep.id === rep.id);
  const isOver = (day: Day) => territory.history.some((visit) => visit.day >= day);
  const days = own.map((repDay): WitnessDay => {
    const reserve = Math.ceil(limits.reserve * fullness(repDay));
    return {
      repDay,
      until: isOver(repDay.day) ? repDay.field.until : repDay.field.until - SPARE - (callTime.get(repDay.day) ?? 0) - reserve,
      firstBy: limits.firstBy <= repDay.field.from ? Infinity : limits.firstBy,
      openings: due.map(({ series }, i) => (orderDays[i]?.has(repDay.day) === false ? [] : openingsOf(territory, series, repDay.day))),
      dwells,
      travel,
    };
  });
  return {
    rep,
    month,
    calendar: territory.calendar,
    due,
    days,
    limits,
    isBusy: visitsIn(due) >= BUSY * days.length,
    callTime: [...callTime.values()].reduce((sum, time) => sum + time, 0),
    orders: days.map(() => []),
  };
}

/** How many visits some series have. */
export const visitsIn = (due: readonly DueSeries[]): number => due.reduce((sum, { ranges }) => sum + ranges.length, 0);

/** When a series can be visited on a day, start to end; empty where it cannot. */
function openingsOf(territory: Territory, series: VisitSeries, day: Day): readonly Window[] {
  if (series.customer.closedDays.includes(day)) return [];
  const fixed = agreedTimes(series, day);
  if (fixed !== null) return fixed;
  const [open, led] = [welcomeHours(territory, series, day), companionHours(territory, series, day)];
  return led === null ? open : overlapOf(open, led);
}

/** The days, by number, that have a series' visits. */
export const daysOfSeries = ({ orders }: RepMonth, series: number): readonly number[] =>
  orders.flatMap((order, d) => (order.includes(series) ? [d] : []));

/** Visits of a series that have no day yet. */
export const missingOf = (rep: RepMonth, series: number): number =>
  present(rep.due[series - 1], 'series').ranges.length - daysOfSeries(rep, series).length;

/** Whether all visits of a series have a day. */
export const isComplete = (rep: RepMonth, series: number): boolean => missingOf(rep, series) === 0;

/** Fewest visits of a day, in proportion to its field time. */
export function fewestOn({ due, days, limits }: RepMonth, d: number): number {
  const setting = due[0]?.series.customer.setting ?? 'town';
  return Math.ceil(limits.fewest[setting] * fullness(present(days[d], 'day').repDay));
}

/** Most visits of a day, likewise. */
export const mostOn = ({ days, limits }: RepMonth, d: number): number =>
  Math.max(1, Math.floor(limits.most * fullness(present(days[d], 'day').repDay)));

/** Field time of a day as a share of a full day's. */
export const fullness = ({ fieldTime, fullFieldTime }: RepDay): number => fieldTime / Math.max(1, fullFieldTime);

/** Time of visits, travel, waiting and calls ÷ field time, over all days. */
export function loadOf({ days, orders, callTime }: RepMonth): number {
  const walks = days.map((day, d) => walkDay(day, orders[d] ?? []));
  const busy = walks.reduce((sum, walk) => sum + (walk === null ? 0 : walk.away + walk.stay), callTime);
  return busy / days.reduce((sum, { repDay }) => sum + repDay.fieldTime, 0);
}
