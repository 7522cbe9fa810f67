import { type Day, type DayRange, holds, workingDays } from '../../../src/domain/calendar.ts';
import type { OrderLead } from '../../../src/domain/order-days.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { PastVisit, Territory } from '../../../src/domain/territory.ts';
import type { VisitSeries } from '../../../src/domain/visit.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { RepId } from '../../../src/kernel/ids.ts';
import { assignSeries } from './assign.ts';
import { improve, isWellPlaced, makeRoom, place, placeOn, shorten } from './choose-days.ts';
import { type DueSeries, dueIn } from './due-series.ts';
import { sweepDays } from './sweeps.ts';
import { type RepMonth, emptyMonth, isComplete, missingOf } from './rep-month.ts';

/** A call and its day. */
export interface PlannedCall {
  readonly series: VisitSeries;
  readonly rep: RepId;
  readonly day: Day;
}

/** A month of all reps. */
export interface Witness {
  readonly reps: readonly RepMonth[];
  readonly calls: readonly PlannedCall[];
  /** Series with visits that found no day; usually none. */
  readonly unserved: readonly { readonly series: VisitSeries; readonly visits: number }[];
}

const [TURNS, BUSY_TURNS] = [3, 5]; // of moving every series to cheaper days

/** Plans a month: who visits which customer, on which days, in which order; and who calls when. */
export function planMonth(territory: Territory, month: DayRange, orderLead: OrderLead | null): Witness {
  const due = dueIn(territory, month);
  const calls = callsOf(territory, due.calls);
  const repDays = repDaysOf(territory, month);
  const assigned = assignSeries(territory.reps, due.visits);
  const reps = territory.reps.map((rep) =>
    planRep(emptyMonth(rep, { territory, orderLead, month, repDays, due: assigned.get(rep.id) ?? [], callTime: callTimeOf(calls, rep) })),
  );
  const unserved = reps
    .flatMap((rep) => rep.due.map(({ series }, i) => ({ series, visits: missingOf(rep, i + 1) })))
    .filter(({ visits }) => visits > 0);
  return { reps, calls, unserved };
}

/** Plans a rep's month. Series with the fewest open hours come first, because the others are easier to move. */
function planRep(rep: RepMonth): RepMonth {
  const order = rep.due
    .map((_, i) => ({ n: i + 1, choice: choiceOf(rep, i + 1) }))
    .toSorted((a, b) => a.choice - b.choice || a.n - b.n)
    .map(({ n }) => n);
  if (rep.isBusy) {
    placeOn(rep, sweepDays(rep));
    shorten(rep);
  }
  for (const n of order) if (!isWellPlaced(rep, n)) place(rep, n);
  for (let turn = 0; turn < (rep.isBusy ? BUSY_TURNS : TURNS); turn++) {
    for (const n of order) if (!isComplete(rep, n)) place(rep, n);
    improve(rep);
    shorten(rep);
  }
  for (const n of order) if (!isComplete(rep, n)) makeRoom(rep, n);
  shorten(rep);
  return rep;
}

/** Open seconds for each visit of a series. */
function choiceOf({ due, days }: RepMonth, n: number): number {
  const { ranges, within } = present(due[n - 1], 'series');
  const held = within === null ? ranges : [within];
  const open = days.flatMap(({ openings, repDay }) => (held.some((range) => holds(range, repDay.day)) ? (openings[n - 1] ?? []) : []));
  return open.reduce((sum, { from, until }) => sum + until - from, 0) / ranges.length;
}

/** The calls of a month, spread over the working days of their cycles. */
function callsOf({ calendar, reps }: Territory, due: readonly DueSeries[]): readonly PlannedCall[] {
  return due.flatMap(({ series, ranges }, i) => {
    const { customer, makers } = series;
    const own = [customer.requiredRep, customer.preferredRep, ...makers].find((id) => id !== null && makers.includes(id));
    const rep = reps.find(({ id }) => id === own);
    if (rep === undefined) return [];
    return ranges.map((range, n): PlannedCall => {
      const days = workingDays(calendar, range).filter((day) => !rep.leave.includes(day));
      const alike = ranges.filter((other) => other.first === range.first).length;
      const step = days.length / alike;
      return { series, rep: rep.id, day: present(days[Math.floor((n % alike) * step + (i % step))], 'day of a call') };
    });
  });
}

function callTimeOf(calls: readonly PlannedCall[], { id }: Rep): ReadonlyMap<Day, number> {
  const times = new Map<Day, number>();
  for (const { rep, day, series } of calls) if (rep === id) times.set(day, (times.get(day) ?? 0) + series.dwell);
  return times;
}

/** Every visit and call of a month, by day. */
export function visitsOf({ reps, calls }: Witness): readonly PastVisit[] {
  const met = reps.flatMap(({ rep, days, orders, due }) =>
    orders.flatMap((order, d) =>
      order.map((n) => pastVisit(present(due[n - 1], 'series').series, rep.id, present(days[d], 'day').repDay.day)),
    ),
  );
  return [...met, ...calls.map(({ series, rep, day }) => pastVisit(series, rep, day))].toSorted((a, b) => a.day - b.day);
}

const pastVisit = ({ customer, kind, contact, answers }: VisitSeries, rep: RepId, day: Day): PastVisit => ({
  customer: customer.id,
  day,
  kind,
  rep,
  contact: contact?.id ?? null,
  requests: answers.map(({ id }) => id),
  followUp: null,
});
