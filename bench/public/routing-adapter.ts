import type { ProblemDraft, SeriesDraft } from '../../src/engine/problem/draft.ts';
import type { Problem, Solution } from '../../src/engine/problem/layout.ts';
import { packProblem } from '../../src/engine/problem/pack-problem.ts';
import { FORBIDDEN, type Term } from '../../src/terms/terms.ts';
import type { RoutingInstance } from './routing-instance.ts';

/** What one unit of distance costs where waiting must not: the search prices each unit of waiting with 1. */
const DISTANCE_PRICE = 1000;

/** The instance as a problem: vehicles are the slots of one day, a customer is a series of one visit, demand an amount with a cap. */
export function routingProblem(instance: RoutingInstance): Problem {
  const { customers, legs, objective } = instance;
  const isTimed = instance.window !== null;
  const factor = objective === 'distance' && isTimed ? DISTANCE_PRICE : 1;
  const longest = legs.reduce((most, leg) => Math.max(most, leg), 0);
  const dearest = 2 * longest * factor + (objective === 'duration' && instance.window !== null ? instance.window.until : 0);
  const draft: ProblemDraft = {
    dayCount: 1,
    placeCount: customers.length + 1,
    slots: Array.from({ length: instance.vehicles }, (_, rep) => ({
      day: 0,
      rep,
      legClass: 0,
      from: 0,
      to: 0,
      start: instance.window?.from ?? 0,
      twins: 0,
    })),
    series: customers.map(({ service }, customer): SeriesDraft => ({
      place: customer + 1,
      dwell: isTimed ? service : 0,
      visits: [{ first: 0, last: 0 }],
      patterns: [],
    })),
    legClasses: [{ time: legs, price: factor === 1 ? null : legs.map((leg) => leg * (factor - 1)), ways: null }],
    mostAway: 0,
    terms: [
      ...fleetTerms(instance),
      ...customers.flatMap(({ prize, window, service }, series): readonly Term[] => [
        { term: 'unserved', series, visit: 0, price: prize === null ? dearest : prize * factor },
        ...(window === null ? [] : [windowTerm(series, window.from, window.until + service)]),
      ]),
    ],
  };
  return packProblem(draft);
}

/** The routes of a solution: the customers of each slot in order. */
export const routesOf = ({ visits }: Problem, { slots }: Solution): readonly (readonly number[])[] =>
  slots.map((row) => row.map((visit) => visits.series[visit] ?? -1));

const windowTerm = (series: number, from: number, until: number): Term => ({ term: 'windows', series, day: 0, windows: [{ from, until }] });

/** Load and return of each vehicle. */
function fleetTerms({ vehicles, capacity, window, customers }: RoutingInstance): readonly Term[] {
  const demand = Int32Array.from(customers, (customer) => customer.demand);
  return Array.from({ length: vehicles }, (_, slot): readonly Term[] => [
    ...(capacity === null
      ? []
      : [{ term: 'aggregate', slot, of: { per: demand }, side: 'above', limit: capacity, price: FORBIDDEN } as const]),
    ...(window === null ? [] : [{ term: 'aggregate', slot, of: 'end', side: 'above', limit: window.until, price: FORBIDDEN } as const]),
  ]).flat();
}
