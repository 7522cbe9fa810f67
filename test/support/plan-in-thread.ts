import { type Audit, auditPlan } from '../../src/audit/audit-plan.ts';
import type { DayRange } from '../../src/domain/calendar.ts';
import type { PlannedDay } from '../../src/domain/plan.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { planCalls } from '../../src/planning/calls.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { Effort } from '../../src/planning/explain/effort.ts';
import { explainer } from '../../src/planning/explain/explain.ts';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import { stagesOf } from '../../src/planning/stages.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';

/** The audit of a part of a plan, beside the cost that the search found. */
export interface PlannedPart {
  readonly audit: Audit;
  readonly cost: number;
  readonly visits: number;
}

/** Plans a territory stage after stage, in this thread and with so many steps for each part. */
export async function planInThread(territory: Territory, horizon: DayRange, steps: number): Promise<readonly PlannedPart[]> {
  const planned: PlannedDay[] = [];
  const results: PlannedPart[] = [];
  for (const stage of stagesOf(territory)) {
    const preparation = { horizon, travel: estimate, endPlaces: new Map() };
    for (const part of await prepareParts(territory, preparation, { stage, planned: [...planned] })) {
      const { compiled, travel } = part;
      const { solution } = solve(compiled.problem, { seed: 1, pace: steadyPace(steps), shouldStop: () => false, onProgress: () => {} });
      const { plan, cost } = planCalls(compiled.scene, decodePlan(compiled, solution, travel));
      const { explain } = explainer(compiled, solution, { travel, effort: new Effort() });
      const served = new Set(solution.slots.flat());
      for (let visit = 0; visit < (compiled.problem.visits.bySeries[compiled.scene.series.length] ?? 0); visit++) {
        if (!served.has(visit)) explain(visit);
      }
      const { series, calls } = compiled.scene;
      const audit = auditPlan({ territory: part.territory, horizon, series, calls, plan, travel });
      planned.push(...plan.days);
      results.push({ audit, cost: solution.cost + cost, visits: solution.slots.flat().length });
    }
  }
  return results;
}
