import { addDays } from '../../../src/domain/calendar.ts';
import { present } from '../../../src/kernel/assert.ts';
import { cyclesOf } from './asked.ts';
import type { Beat } from './beat.ts';
import type { MonthTask } from './month-task.ts';
import { type Pattern, type PatternQuestion, cheapestPattern } from './pattern.ts';
import { bestPlace, roundTime } from './round.ts';

const WANTED = 6_000; // seconds: gain of a visit on a day that is short of visits
const ONE_MORE = 690; // seconds that a visit near the others takes, its way included
/** From which share of the field time on a further visit costs so many seconds more. */
const CROWDED = [
  { from: 0.87, price: 600 },
  { from: 0.91, price: 1800 },
  { from: 0.96, price: 30_000 },
];

/** A rep's month in the making. */
export interface MonthDraft extends MonthTask {
  /** [stop - 1, day] whether the customer can be visited then. */
  readonly open: readonly (readonly boolean[])[];
  /** [day] stops in order; changed in place. */
  readonly rounds: number[][];
}

/** The days that have a customer's visits. */
export const daysOfStop = ({ rounds }: MonthDraft, stop: number): readonly number[] =>
  rounds.flatMap((round, d) => (round.includes(stop) ? [d] : []));

/** Whether a customer's days are all that is asked: count, gaps, cycles, focus, open doors. */
export function isWellPlaced(draft: MonthDraft, stop: number): boolean {
  const days = daysOfStop(draft, stop);
  const price = draft.days.map((_, d) => (days.includes(d) && isOpen(draft, stop, d) ? 0 : Infinity));
  return days.length === question(draft, stop, price).cycles.length && cheapestPattern(question(draft, stop, price)) !== null;
}

/** Takes a customer out and puts its visits on the days that now suit best; it stays out where none do. */
export function settle(draft: MonthDraft, stop: number): void {
  takeOut(draft, stop);
  const pattern = cheapestPattern(question(draft, stop, pricesOf(draft, stop, true)));
  if (pattern !== null) putIn(draft, stop, pattern.days);
}

/**
 * Gives every customer better days where there are any, turn after turn. With foresight a day that is
 * short of visits counts as busy as the missing ones will make it, which keeps far places off it; without,
 * days that are still short take what fits.
 */
export function improve(draft: MonthDraft, turns: number, foresight: boolean): void {
  for (let turn = 0; turn < turns; turn++) {
    for (const [i] of draft.beat.customers.entries()) {
      const { gain, days } = gainOfSettling(draft, i + 1, foresight);
      if (gain <= 0) continue;
      takeOut(draft, i + 1);
      putIn(draft, i + 1, days);
    }
  }
}

function gainOfSettling(draft: MonthDraft, stop: number, foresight: boolean): { readonly gain: number; readonly days: readonly number[] } {
  const places = daysOfStop(draft, stop).map((d) => ({ d, position: present(draft.rounds[d], 'round').indexOf(stop) }));
  takeOut(draft, stop);
  const price = pricesOf(draft, stop, foresight);
  const now = places.length === 0 ? Infinity : places.reduce((sum, { d }) => sum + (price[d] ?? 0), 0);
  const found: Pattern | null = cheapestPattern(question(draft, stop, price));
  for (const { d, position } of places) draft.rounds[d]?.splice(position, 0, stop);
  return found === null ? { gain: 0, days: [] } : { gain: now - found.price, days: found.days };
}

function question(draft: MonthDraft, stop: number, price: readonly number[]): PatternQuestion {
  const asked = present(draft.beat.asked[stop - 1], 'asked');
  const days = draft.days.map(({ day }) => day);
  const { minGapDays, maxGapDays } = asked;
  const [before, focus] = [draft.before[stop - 1] ?? null, draft.focus[stop - 1] ?? null];
  return {
    days,
    price,
    cycles: cyclesOf(asked, draft.month, days),
    minGapDays,
    maxGapDays,
    before,
    after: addDays(draft.month.last, 1),
    focus,
  };
}

function pricesOf(draft: MonthDraft, stop: number, foresight: boolean): readonly number[] {
  return draft.days.map(({ fieldTime }, d) => {
    if (!isOpen(draft, stop, d)) return Infinity;
    const round = present(draft.rounds[d], 'round');
    const detour = bestPlace(draft.beat, round, stop).seconds;
    const short = (draft.floors[d] ?? 0) - round.length;
    const busy = stayTime(draft.beat, [...round, stop]) + roundTime(draft.beat, round) + detour;
    const expected = busy + (foresight ? Math.max(0, short - 1) * ONE_MORE : 0);
    const crowded = CROWDED.reduce((sum, { from, price }) => sum + (expected > from * fieldTime ? price : 0), 0);
    return detour + crowded - (short > 0 ? WANTED : 0);
  });
}

const isOpen = (draft: MonthDraft, stop: number, d: number): boolean => draft.open[stop - 1]?.[d] === true;

/** Seconds at the customers of a round. */
export const stayTime = ({ asked }: Beat, round: readonly number[]): number =>
  round.reduce((sum, stop) => sum + (asked[stop - 1]?.dwell ?? 0), 0);

function takeOut({ rounds }: MonthDraft, stop: number): void {
  for (const round of rounds) if (round.includes(stop)) round.splice(round.indexOf(stop), 1);
}

function putIn({ beat, rounds }: MonthDraft, stop: number, days: readonly number[]): void {
  for (const d of days) {
    const round = present(rounds[d], 'round');
    round.splice(bestPlace(beat, round, stop).position, 0, stop);
  }
}
