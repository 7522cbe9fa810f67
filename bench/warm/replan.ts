import { timedPace } from '../../src/engine/pool/timed-pace.ts';
import type { Problem, Solution } from '../../src/engine/problem/layout.ts';
import { nothingFixed } from '../../src/engine/search/fixed.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { type SolveOptions, solve } from '../../src/engine/search/solve.ts';
import { present } from '../../src/kernel/assert.ts';
import { processorTime } from '../public/search-for.ts';

/** A stop of a solution: a rep-day, and the index within it. */
export interface StopAt {
  readonly slot: number;
  readonly index: number;
}

/** The cost of what a search finds, and the milliseconds of processor time that it takes. */
export interface Replanned {
  readonly cost: number;
  readonly milliseconds: number;
}

/** The stops on rep-days that have at least so many. */
export const stopsOn = ({ slots }: Solution, least: number): readonly StopAt[] =>
  slots.flatMap((visits, slot) => (visits.length < least ? [] : visits.map((_, index) => ({ slot, index }))));

/** Plans a rep-day anew in so many steps once a stop has come to it; all other days stay as they are. */
export function replanDay(problem: Problem, before: Solution, { slot, index }: StopAt, work: number): Replanned {
  const initial = before.slots.map((visits, r) => (r === slot ? visits.toSpliced(index, 1) : visits));
  const fixed = { ...nothingFixed, slots: [...initial.keys()].filter((r) => r !== slot) };
  const began = processorTime();
  const { cost } = solve(problem, { seed: 1 + index, pace: steadyPace(work), ...quiet, initial, fixed }).solution;
  return { cost, milliseconds: processorTime() - began };
}

/** Searches for so many processor seconds, from a solution or from none. */
export function searchWeek(problem: Problem, { seconds, seed, initial }: WeekSearch): Solution {
  const { pace } = timedPace(processorTime() + seconds * 1000, processorTime);
  return solve(problem, { seed, pace, ...quiet, initial: initial?.slots }).solution;
}

interface WeekSearch {
  readonly seconds: number;
  readonly seed: number;
  readonly initial?: Solution;
}

/** The problem in which a customer has closed on the day of a stop. */
export function closedFor(problem: Problem, { slots }: Solution, { slot, index }: StopAt): Problem {
  const { opening, visits, dayCount } = problem;
  const series = present(visits.series[present(slots[slot]?.[index], 'A stop')], 'A series');
  const cell = series * dayCount + present(problem.slots.day[slot], 'A day');
  const from = opening.from.with(cell, 1);
  return { ...problem, opening: { ...opening, from, until: opening.until.with(cell, 0), windowSet: opening.windowSet.with(cell, -1) } };
}

const quiet: Pick<SolveOptions, 'shouldStop' | 'onProgress'> = { shouldStop: () => false, onProgress: () => {} };
