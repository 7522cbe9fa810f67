import type { Customer } from '../../../src/domain/customer.ts';
import type { RepDay } from '../../../src/domain/rep-day/rep-day.ts';
import { type Beat, openingsOn } from './beat.ts';
import { type MonthDraft, improve, isWellPlaced, settle } from './month-draft.ts';
import type { MonthTask } from './month-task.ts';
import { SWEEPS } from './zones.ts';

const [TURNS, LAST_TURNS] = [4, 2]; // of improving every customer's days
const OPEN_LATE = 3600; // seconds of the field time that have passed before a door must have been open
const OPEN_EARLY = 5400; // seconds before its end when the door must open at the latest

/** A month of one rep: whom to visit on each day, in which order. */
export interface BeatMonth {
  readonly days: readonly RepDay[];
  /** [day] customers by number, in order. */
  readonly rounds: readonly (readonly number[])[];
  /** Customers whose days are not what is asked; nobody in a good month. */
  readonly misplaced: readonly number[];
}

/**
 * Plans a month: the near zone on the last short days, the far zone in sweeps over all other days, then
 * every customer whose days do not suit, one at a time, on the days that do.
 */
export function planMonth(task: MonthTask): BeatMonth {
  const { beat, days } = task;
  const open = beat.customers.map((customer) => days.map((day) => isOpenLongEnough(task, customer, day)));
  const draft: MonthDraft = { ...task, open, rounds: sweep(task) };
  // Weekly visits first: the others are freer to make way.
  const stops = beat.customers.map((_, i) => i + 1).toSorted((a, b) => rank(beat, a) - rank(beat, b));
  for (const stop of stops) if (!isWellPlaced(draft, stop)) settle(draft, stop);
  improve(draft, TURNS, true);
  improve(draft, LAST_TURNS, false);
  return { days, rounds: draft.rounds, misplaced: stops.filter((stop) => !isWellPlaced(draft, stop)) };
}

/** Whether a customer can be visited on a day without bending the day to its hours. */
const isOpenLongEnough = ({ policy, calendar }: MonthTask, customer: Customer, { day, field }: RepDay): boolean =>
  openingsOn(customer, day, policy, calendar).some(({ from, until }) => from < field.until - OPEN_EARLY && until > field.from + OPEN_LATE);

const rank = ({ asked }: Beat, stop: number): number => (asked[stop - 1]?.cycle === 'week' ? 0 : 1);

/** Rounds of near and far zone, before anything else is heeded. */
function sweep({ beat, zones, days, floors }: MonthTask): number[][] {
  const nearDays = shortDaysOf(days).slice(-SWEEPS);
  const farDays = days.flatMap((_, d) => (nearDays.includes(d) ? [] : [d]));
  const inSweep = (stops: readonly number[], n: number) => stops.filter((stop) => zones.sweepsOf.get(stop)?.includes(n) === true);
  const visits = Array.from({ length: SWEEPS }, (_, n) => inSweep(zones.far, n)).flat();
  const weekly = beat.asked.filter(({ cycle }) => cycle === 'week').length;

  const rounds: number[][] = days.map(() => []);
  nearDays.forEach((d, n) => (rounds[d] = inSweep(zones.near, n)));
  const shares = sharesOf(farDays, { days, floors, visits: visits.length, weekly });
  let done = 0;
  let owed = 0;
  for (const [i, d] of farDays.entries()) {
    owed += shares[i] ?? 0;
    rounds[d] = visits.slice(done, Math.round(owed));
    done = Math.round(owed);
  }
  return rounds;
}

/** Days with less than six tenths of a full day's field time. */
const shortDaysOf = (days: readonly RepDay[]): readonly number[] =>
  days.flatMap(({ fieldTime, fullFieldTime }, d) => (fieldTime < 0.6 * fullFieldTime ? [d] : []));

interface Load {
  readonly days: readonly RepDay[];
  readonly floors: readonly number[];
  readonly visits: number;
  /** Visits each week that come on top. */
  readonly weekly: number;
}

/** How many visits each day takes: its floor less its part of the weekly ones, and what is left over on full days. */
function sharesOf(farDays: readonly number[], { days, floors, visits, weekly }: Load): readonly number[] {
  const least = farDays.map((d) => Math.max(0, (floors[d] ?? 0) - (weekly / 5) * fullness(days[d])));
  const full = farDays.map((d) => (fullness(days[d]) > 0.9 ? 1 : 0));
  const left = visits - least.reduce((sum, n) => sum + n, 0);
  const fullDays = full.reduce<number>((sum, n) => sum + n, 0);
  return least.map((n, i) => n + (left * (full[i] ?? 0)) / fullDays);
}

const fullness = (day: RepDay | undefined): number => (day === undefined ? 0 : day.fieldTime / day.fullFieldTime);
