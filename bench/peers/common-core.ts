import type { RoutingInstance } from '../public/routing-instance.ts';
import { type DayRange, addDays, day } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { Problem, Solution } from '../../src/engine/problem/layout.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { problemsOf } from '../modes/search-once.ts';

/** The week whose days are compared. */
export const CORE_WEEK: DayRange = { first: day('2026-12-07'), last: addDays(day('2026-12-07'), 4) };

/** Steps of the search that decides which rep makes which visits on which day. */
const STEPS = 2000;
/** Days with fewer stops have nothing to decide. */
const FEWEST_STOPS = 3;
/** Longer legs, and later returns, are as good as forbidden: two days. */
const LONG = 172_800;

/**
 * The common core of a territory: each rep-day of a plan for the week as a problem of its own with one vehicle. Visits stay on their
 * day and with their rep; legs are by the fastest way, each visit has its opening hours from the first start to the last, and the
 * time from the start of the day to the return is minimised. Breaks, gaps in opening hours and prices are left out for everybody.
 */
export async function coreOf(name: string, territory: Territory): Promise<readonly RoutingInstance[]> {
  const problems = await problemsOf(territory, CORE_WEEK);
  const days = problems.flatMap((problem) => {
    const { solution } = solve(problem, { seed: 1, pace: steadyPace(STEPS), shouldStop: () => false, onProgress: () => {} });
    return solution.slots.map((visits, slot) => ({ problem, solution, slot, stops: visits.length }));
  });
  return days
    .filter(({ stops }) => stops >= FEWEST_STOPS)
    .map(({ problem, solution, slot }, index) => ({ ...repDay(problem, solution, slot), name: `${name}-${index + 1}` }));
}

/** One slot's visits in the order of the series' numbers, so that the order of the plan is not given away. */
function repDay({ slots, series, visits, opening, legs, dayCount, placeCount }: Problem, solution: Solution, slot: number) {
  const own = (solution.slots[slot] ?? []).map((visit) => visits.series[visit] ?? 0).toSorted((a, b) => a - b);
  const numberAt = (numbers: Int32Array, at: number) => numbers[at] ?? 0;
  const matrix = numberAt(slots.legClass, slot) * placeCount * placeCount;
  const places = own.map((one) => numberAt(series.place, one));
  const leaving = [numberAt(slots.from, slot), ...places];
  const arriving = [numberAt(slots.to, slot), ...places];
  const from = numberAt(slots.start, slot);
  const until = Math.min(numberAt(slots.latest, slot), LONG);
  return {
    vehicles: 1,
    capacity: null,
    window: { from, until },
    customers: own.map((one) => {
      const cell = one * dayCount + numberAt(slots.day, slot);
      const window = { from: Math.max(from, numberAt(opening.from, cell)), until: Math.min(until, numberAt(opening.until, cell)) };
      return { demand: 0, service: numberAt(series.dwell, one), window, prize: null };
    }),
    legs: Int32Array.from({ length: leaving.length ** 2 }, (_, leg) => {
      const [a, b] = [Math.floor(leg / leaving.length), leg % leaving.length];
      return a === b ? 0 : Math.min(LONG, numberAt(legs.time, matrix + (leaving[a] ?? 0) * placeCount + (arriving[b] ?? 0)));
    }),
    objective: 'duration',
    scale: 1,
  } as const;
}
