import { formatDay } from '../../domain/calendar.ts';
import { type Plan, type PlannedDay, type UnservedVisit, visitFactsOf } from '../../domain/plan.ts';
import { needOf } from '../../domain/unserved/unserved.ts';
import { assert, present } from '../../kernel/assert.ts';
import { seconds } from '../../kernel/units.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import type { Solution } from '../../engine/problem/layout.ts';
import { decodeDay } from './decode-day.ts';

/** A solution as a plan of visits: days with times, legs with modes, unserved visits without reasons. It has no calls. */
export function decodePlan(compiled: CompiledProblem, solution: Solution, travel: TravelTables): Plan {
  const { scene, problem } = compiled;
  const { territory, horizon } = scene;
  const served = new Set(solution.slots.flat());
  assert(served.size === solution.slots.flat().length, 'No visit is served twice.');
  const days: readonly PlannedDay[] = scene.repDays.map((_, slot) => decodeDay(compiled, travel, slot, solution.slots[slot] ?? []));
  const unserved = scene.series.flatMap((series, s) =>
    series.visits.flatMap((visit, n): UnservedVisit[] => {
      const index = present(problem.visits.bySeries[s], 'A series') + n;
      if (served.has(index)) return [];
      const price = seconds(present(problem.visits.price[index], 'A price'));
      return [{ ...visitFactsOf(series, visit), need: needOf(series, visit), price, reasons: [] }];
    }),
  );
  const missing = scene.repDays.length > 0 ? problem.visits.count - served.size - unserved.length : 0;
  assert(missing === 0, 'Every duty in the field is kept.', { missing, from: formatDay(horizon.first) });
  return {
    territory: territory.id,
    policy: { id: territory.policy.id, version: territory.policy.version },
    horizon,
    timeZone: territory.timeZone,
    days,
    unserved,
  };
}
