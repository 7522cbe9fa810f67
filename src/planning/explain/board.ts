import { isPromised } from '../../domain/commitment.ts';
import type { Visit, VisitSeries } from '../../domain/visit.ts';
import type { Problem, Solution } from '../../engine/problem/layout.ts';
import { present } from '../../kernel/assert.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import type { Effort } from './effort.ts';
import { type Standing, emptyTours, standingOf } from './fits.ts';
import { Worth } from './worth.ts';

/** A solution with what explaining needs of it. */
export interface Board {
  readonly compiled: CompiledProblem;
  readonly travel: TravelTables;
  readonly effort: Effort;
  /** The days as planned; and with duties alone. */
  readonly planned: Standing;
  readonly empty: Standing;
  readonly worth: Worth;
}

/** A solution, ready for explaining what it leaves out. */
export function boardOf(compiled: CompiledProblem, { slots }: Pick<Solution, 'slots'>, travel: TravelTables, effort: Effort): Board {
  const { problem } = compiled;
  return {
    compiled,
    travel,
    effort,
    planned: standingOf(problem, slots, effort),
    empty: standingOf(problem, emptyTours(problem), effort),
    worth: new Worth(compiled, slots, effort),
  };
}

/** The series of a visit, and the visit. */
export function dueVisit({ scene, problem }: CompiledProblem, visit: number): { readonly series: VisitSeries; readonly visit: Visit } {
  const s = present(problem.visits.series[visit], 'A visit');
  const series = present(scene.series[s], 'A series');
  return { series, visit: present(series.visits[visit - (problem.visits.bySeries[s] ?? 0)], 'A visit') };
}

/** The series whose visits keep a visit of a series at a distance, and how many days: its own, and others of its customer. */
export function apartFrom({ calendar }: Problem, s: number): ReadonlyMap<number, number> {
  const { bySeries, other, days } = calendar.company.apart;
  const [first, last] = [bySeries[s] ?? 0, bySeries[s + 1] ?? 0];
  const others = Array.from({ length: last - first }, (_, e): readonly [number, number] => [other[first + e] ?? 0, days[first + e] ?? 0]);
  return new Map([...others, [s, 1]]);
}

/** The days that the planned visits of the same customer leave no room on: a series has one visit a day, and some keep apart. */
export function ownDays({ planned: { problem, tours } }: Board, visit: number): ReadonlySet<number> {
  const apart = apartFrom(problem, problem.visits.series[visit] ?? 0);
  const closed = tours.flatMap((tour, r) =>
    tour.flatMap((other) => {
      const least = apart.get(problem.visits.series[other] ?? -1) ?? 0;
      const day = problem.slots.day[r] ?? 0;
      return least === 0 ? [] : Array.from({ length: 2 * least - 1 }, (_, i) => day - least + 1 + i);
    }),
  );
  return new Set(closed.filter((day) => day >= 0 && day < problem.dayCount).toSorted((a, b) => a - b));
}

/** Whether a visit on a slot keeps a promise: the customer expects it that day. */
export function isPromisedOn({ compiled: { scene, problem } }: Board, visit: number, r: number): boolean {
  const s = problem.visits.series[visit] ?? -1;
  const day = scene.repDays[r]?.day;
  return scene.series[s]?.commitments.some((one) => one.day === day && isPromised(one)) === true;
}

/** Whether a visit number stands for a duty. */
export const isDuty = ({ visits, series }: Problem, visit: number): boolean => (visits.series[visit] ?? 0) >= series.firstDuty;
