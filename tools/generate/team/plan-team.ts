import { type Day, type DayRange, holds, workingDays } from '../../../src/domain/calendar.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { RepId } from '../../../src/kernel/ids.ts';
import type { TeamSpec } from '../spec.ts';
import { assignErrands } from './assign.ts';
import type { Errand } from './errand.ts';
import { errandsOf } from './errands.ts';
import { type RepMonth, emptyMonth, isDone } from './rep-month.ts';
import { improve, makeWay, settle, shorten } from './settle.ts';

/** A call, with the day on which it is made. */
export interface PlannedCall {
  readonly errand: Errand;
  readonly rep: RepId;
  readonly day: Day;
}

/** A month of the whole team. */
export interface TeamMonth {
  readonly reps: readonly RepMonth[];
  readonly calls: readonly PlannedCall[];
  /** Visits for which no room was found; none in most months. */
  readonly left: readonly { readonly errand: Errand; readonly visits: number }[];
}

const TURNS = 3; // of giving everybody better days

/** Plans a month of a team: who goes where, on which days, in which order; and who calls when. */
export function planTeam(spec: TeamSpec, territory: Territory, month: DayRange): TeamMonth {
  const errands = errandsOf(territory, month);
  const calls = callsOf(territory, errands);
  const repDays = repDaysOf(territory, month);
  const assigned = assignErrands(
    territory,
    errands.filter(({ kind }) => kind !== 'call'),
  );
  const reps = territory.reps.map((rep) =>
    planRep(emptyMonth(rep, { spec, territory, repDays, month, errands: assigned.get(rep.id) ?? [], callTime: callTimeOf(calls, rep) })),
  );
  const left = reps.flatMap((rep) =>
    rep.errands.flatMap((errand, i) => {
      const made = rep.orders.filter((order) => order.includes(i + 1)).length;
      return made === errand.cycles.length ? [] : [{ errand, visits: errand.cycles.length - made }];
    }),
  );
  return { reps, calls, left };
}

/** Those with the fewest hours to choose from first: the others are freer to make way. */
function planRep(rep: RepMonth): RepMonth {
  const numbers = rep.errands.map((_, i) => i + 1);
  const order = numbers
    .map((n) => ({ n, free: freedomOf(rep, n) }))
    .toSorted((a, b) => a.free - b.free || a.n - b.n)
    .map(({ n }) => n);
  for (const n of order) settle(rep, n);
  for (let turn = 0; turn < TURNS; turn++) {
    for (const n of order) if (!isDone(rep, n)) settle(rep, n);
    improve(rep);
    shorten(rep);
  }
  for (const n of order) if (!isDone(rep, n)) makeWay(rep, n);
  shorten(rep);
  return rep;
}

/** Open hours that each of an errand's visits can choose from. */
function freedomOf({ errands, days }: RepMonth, n: number): number {
  const { cycles, within } = present(errands[n - 1], 'errand');
  const ranges = within === null ? cycles : [within];
  const open = days.flatMap(({ openings, repDay }) => (ranges.some((range) => holds(range, repDay.day)) ? (openings[n - 1] ?? []) : []));
  return open.reduce((sum, { from, until }) => sum + until - from, 0) / cycles.length;
}

/** The calls of a month, spread over the working days of their cycles. */
function callsOf({ calendar, reps }: Territory, errands: readonly Errand[]): readonly PlannedCall[] {
  return errands
    .filter(({ kind }) => kind === 'call')
    .flatMap((errand, i) => {
      const { customer, makers, cycles } = errand;
      const own = [customer.requiredRep, customer.preferredRep, ...makers].find((id) => id !== null && makers.includes(id));
      const rep = reps.find(({ id }) => id === own);
      if (rep === undefined) return [];
      return cycles.map((cycle, n): PlannedCall => {
        const days = workingDays(calendar, cycle).filter((day) => !rep.leave.includes(day));
        const alike = cycles.filter((other) => other.first === cycle.first).length;
        const step = days.length / alike;
        return { errand, rep: rep.id, day: present(days[Math.floor((n % alike) * step + (i % step))], 'day of a call') };
      });
    });
}

const callTimeOf = (calls: readonly PlannedCall[], { id }: Rep): ReadonlyMap<Day, number> => {
  const own = Map.groupBy(
    calls.filter(({ rep }) => rep === id),
    ({ day }) => day,
  );
  return new Map([...own].map(([day, all]) => [day, all.reduce((sum, { errand }) => sum + errand.dwell, 0)]));
};
