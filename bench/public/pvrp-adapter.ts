import type { ProblemDraft } from '../../src/engine/problem/draft.ts';
import { packProblem } from '../../src/engine/problem/pack-problem.ts';
import type { Problem, Solution } from '../../src/engine/problem/layout.ts';
import { FORBIDDEN, type Term } from '../../src/terms/terms.ts';
import type { PvrpInstance } from './pvrp-instance.ts';

/** Thousandths of the instance's unit, so that whole numbers do. */
const SCALE = 1000;

/** The instance as a problem: vehicles are reps, a vehicle's day is a slot, demand is an amount with a cap. */
export function pvrpProblem(instance: PvrpInstance): Problem {
  const places = [instance.depot, ...instance.customers];
  const time = Int32Array.from({ length: places.length ** 2 }, (_, leg) => {
    const from = places[Math.floor(leg / places.length)] ?? instance.depot;
    const to = places[leg % places.length] ?? instance.depot;
    return Math.round(Math.hypot(from.x - to.x, from.y - to.y) * SCALE);
  });
  const slots = Array.from({ length: instance.days * instance.vehicles }, (_, slot) => slot).map((slot) => ({
    day: Math.floor(slot / instance.vehicles),
    rep: slot % instance.vehicles,
    legClass: 0,
    from: 0,
    to: 0,
    start: 0,
    twins: Math.floor(slot / instance.vehicles),
  }));
  const demand = Int32Array.from(instance.customers, (customer) => Math.round(customer.demand * SCALE));
  const dearest = 2 * time.reduce((most, leg) => Math.max(most, leg), 0);
  const draft: ProblemDraft = {
    dayCount: instance.days,
    placeCount: places.length,
    slots,
    series: instance.customers.map(({ service, patterns }, index) => ({
      place: index + 1,
      dwell: Math.round(service * SCALE),
      visits: Array.from({ length: patterns[0]?.length ?? 0 }, () => ({ first: 0, last: instance.days - 1 })),
      patterns: patterns.map((days) => days.reduce((bits, day) => bits | (1 << day), 0)),
    })),
    legClasses: [{ time, price: null, ways: null }],
    mostAway: 0,
    terms: [
      ...slots.map(({ day }, slot): Term => ({
        term: 'aggregate',
        slot,
        of: { per: demand },
        side: 'above',
        limit: Math.floor((instance.capacity[day] ?? 0) * SCALE),
        price: FORBIDDEN,
      })),
      ...slots.flatMap(({ day }, slot): Term[] => {
        const longest = instance.longest[day] ?? 0;
        // Half a thousandth for each of up to forty rounded legs, so that the limit holds in doubles.
        return longest === 0
          ? []
          : [{ term: 'aggregate', slot, of: 'end', side: 'above', limit: Math.floor(longest * SCALE) - 20, price: FORBIDDEN }];
      }),
      ...instance.customers.flatMap(({ patterns }, series) =>
        (patterns[0] ?? []).map((_, visit): Term => ({ term: 'unserved', series, visit, price: dearest })),
      ),
    ],
  };
  return packProblem(draft);
}

/** Distance of a solution, recomputed from the instance in doubles, and all that is wrong with it. */
export interface PvrpVerdict {
  readonly distance: number;
  readonly unserved: number;
  readonly wrong: readonly string[];
}

/** Judges routes by the instance alone: all it uses of the problem is the series of each visit. */
export function verifyPvrp(instance: PvrpInstance, problem: Problem, solution: Solution): PvrpVerdict {
  const wrong: string[] = [];
  const daysOf = new Map<number, number[]>();
  let distance = 0;
  solution.slots.forEach((visits, slot) => {
    const day = Math.floor(slot / instance.vehicles);
    const stops = visits.map((visit) => instance.customers[problem.visits.series[visit] ?? -1]).filter((stop) => stop !== undefined);
    let length = 0;
    [...stops, instance.depot].reduce((from, to) => {
      length += Math.hypot(from.x - to.x, from.y - to.y);
      return to;
    }, instance.depot);
    const load = stops.reduce((sum, { demand }) => sum + demand, 0);
    const duration = stops.reduce((sum, { service }) => sum + service, stops.length > 0 ? length : 0);
    if (stops.length > 0) distance += length;
    const longest = instance.longest[day] ?? 0;
    if (load > (instance.capacity[day] ?? 0) + 1e-9) wrong.push(`load ${load} on slot ${slot}`);
    if (longest > 0 && duration > longest + 1e-9) wrong.push(`duration ${duration} on slot ${slot}`);
    for (const { id } of stops) daysOf.set(id, [...(daysOf.get(id) ?? []), day]);
  });
  let unserved = 0;
  for (const { id, patterns } of instance.customers) {
    const days = (daysOf.get(id) ?? []).toSorted((a, b) => a - b).join();
    if (days === '') unserved++;
    else if (!patterns.some((pattern) => pattern.join() === days)) wrong.push(`customer ${id} on days ${days}`);
  }
  return { distance, unserved, wrong };
}
