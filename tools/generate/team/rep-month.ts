import type { Day, DayRange } from '../../../src/domain/calendar.ts';
import { daysBeforeOrder } from '../../../src/domain/order-days.ts';
import type { RepDay } from '../../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { TeamSpec } from '../spec.ts';
import { type Errand, openingsOf } from './errand.ts';
import { type Limits, limitsOf } from './limits.ts';
import { type DayTask, walkDay } from './walk.ts';
import { waysOf } from './ways.ts';

/** A rep's month in the making. */
export interface RepMonth {
  readonly rep: Rep;
  readonly month: DayRange;
  /** Those that the rep may be given; numbered from 1. */
  readonly errands: readonly Errand[];
  readonly days: readonly DayTask[];
  readonly limits: Limits;
  /** Seconds that calls take of the month. */
  readonly onTelephone: number;
  /** [day] errands in order; changed in place. */
  readonly orders: (readonly number[])[];
}

/** What a rep's month starts from. */
export interface MonthQuestion {
  readonly spec: TeamSpec;
  readonly territory: Territory;
  readonly repDays: readonly RepDay[];
  readonly month: DayRange;
  readonly errands: readonly Errand[];
  /** Seconds that calls take of each day. */
  readonly callTime: ReadonlyMap<Day, number>;
}

const SPARE = 180; // seconds before the field time's end, for whatever is rounded

/** A month without any visit yet. */
export function emptyMonth(rep: Rep, { spec, territory, repDays, month, errands, callTime }: MonthQuestion): RepMonth {
  const limits = limitsOf(territory.policy);
  const ways = waysOf(territory.policy, rep, errands);
  const orderDays = errands.map(({ customer, request, fixed }) =>
    spec.orderLead === null || customer.orderWeekday === null || request !== null || fixed !== null
      ? null
      : new Set(daysBeforeOrder(territory.calendar, customer, month, spec.orderLead)),
  );
  const own = repDays.filter((repDay) => repDay.rep.id === rep.id);
  const days = own.map((repDay): DayTask => {
    const calls = callTime.get(repDay.day) ?? 0;
    const share = repDay.fieldTime / Math.max(1, repDay.fullFieldTime);
    return {
      repDay,
      until: repDay.field.until - SPARE - calls - Math.ceil(limits.reserve * share),
      firstBy: limits.firstBy <= repDay.field.from ? Infinity : limits.firstBy,
      openings: errands.map((errand, i) => (orderDays[i]?.has(repDay.day) === false ? [] : openingsOf(territory, errand, repDay.day))),
      errands,
      ways,
    };
  });
  const onTelephone = [...callTime.values()].reduce((sum, time) => sum + time, 0);
  return { rep, month, errands, days, limits, onTelephone, orders: days.map(() => []) };
}

/** The days, by number, that have an errand's visits. */
export const daysOfErrand = ({ orders }: RepMonth, errand: number): readonly number[] =>
  orders.flatMap((order, d) => (order.includes(errand) ? [d] : []));

/** Whether an errand has all its visits. */
export const isDone = (rep: RepMonth, errand: number): boolean =>
  daysOfErrand(rep, errand).length === present(rep.errands[errand - 1], 'errand').cycles.length;

/** Fewest visits of a day, in proportion to its field time. */
export function fewestOn({ days, limits }: RepMonth, d: number): number {
  const task = present(days[d], 'day');
  const setting = task.errands[0]?.customer.setting ?? 'town';
  return Math.ceil(limits.fewest[setting] * fullness(task));
}

/** Most visits of a day, likewise. */
export const mostOn = ({ days, limits }: RepMonth, d: number): number =>
  Math.max(1, Math.floor(limits.most * fullness(present(days[d], 'day'))));

const fullness = ({ repDay }: DayTask): number => repDay.fieldTime / Math.max(1, repDay.fullFieldTime);

/** Time with customers, on the way, waiting and on the telephone ÷ field time, over all days. */
export function loadOf({ days, orders, onTelephone }: RepMonth): number {
  const walks = days.map((day, d) => walkDay(day, orders[d] ?? []));
  const busy = walks.reduce((sum, walk) => sum + (walk === null ? 0 : walk.away + walk.stay), onTelephone);
  return busy / days.reduce((sum, { repDay }) => sum + repDay.fieldTime, 0);
}
