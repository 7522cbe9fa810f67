import { auditPlan } from '../../src/audit/audit-plan.ts';
import type { DayRange } from '../../src/domain/calendar.ts';
import type { Plan, PlannedDay } from '../../src/domain/plan.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { Solution } from '../../src/engine/problem/layout.ts';
import { assert } from '../../src/kernel/assert.ts';
import { planCalls } from '../../src/planning/calls.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { type Part, prepareParts } from '../../src/planning/prepare-parts.ts';
import { stagesOf } from '../../src/planning/stages.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { type Search, type SearchTask, searchFor } from '../public/search-for.ts';
import { modelPrint } from './model-print.ts';

/** An audited plan in figures. */
export interface PlannedFor {
  /** As the audit computes it. */
  readonly cost: number;
  readonly requiredUnserved: number;
  /** The model that the cost belongs to: see `modelPrint`. */
  readonly model: string;
  readonly steps: number;
  /** Processor seconds of the searches. */
  readonly seconds: number;
}

/**
 * Plans a territory with so many processor seconds of search on one thread, each part by its share of the visits, stage by stage as
 * the product does. Reading, compiling and auditing are not counted. Another solver may take the place of our search.
 */
export async function planFor(
  territory: Territory,
  horizon: DayRange,
  { seconds, seed }: SearchTask,
  search: Search = searchFor,
): Promise<PlannedFor> {
  const print = modelPrint();
  const plans: Audited[] = [];
  let [steps, used] = [0, 0];
  for (const stage of stagesOf(territory)) {
    const planned = plans.flatMap(({ plan }): readonly PlannedDay[] => plan.days);
    const parts = await prepareParts(territory, { horizon, travel: estimate, endPlaces: new Map() }, { stage, planned });
    const visits = parts.reduce((sum, { compiled }) => sum + compiled.problem.visits.count, 0);
    for (const part of parts) {
      // Parts of later stages depend on the plans of earlier ones.
      if (planned.length === 0) print.add(part);
      const share = part.compiled.problem.visits.count / Math.max(1, visits);
      const found = search(part.compiled.problem, { seconds: seconds * stage.share * share, seed });
      plans.push(audited(part, horizon, found.solution));
      steps += found.steps;
      used += found.seconds;
    }
  }
  const unserved = plans.flatMap(({ plan }) => plan.unserved).filter(({ need }) => need === 'required');
  return {
    cost: plans.reduce((sum, { cost }) => sum + cost, 0),
    requiredUnserved: unserved.length,
    model: print.text(),
    steps,
    seconds: used,
  };
}

interface Audited {
  readonly plan: Plan;
  readonly cost: number;
}

/** The plan of a solution, calls included; anything that the audit finds is a bug. */
function audited({ territory, travel, compiled }: Part, horizon: DayRange, solution: Solution): Audited {
  const { plan, cost } = planCalls(compiled.scene, decodePlan(compiled, solution, travel));
  const { series, calls } = compiled.scene;
  const audit = auditPlan({ territory, horizon, series, calls, plan, travel });
  assert(audit.clean, 'The audit rejects the plan.', { violations: audit.violations.slice(0, 5) });
  assert(audit.cost.total === solution.cost + cost, 'Audit and search agree on the cost.', { audit: audit.cost, search: solution.cost });
  return { plan, cost: audit.cost.total };
}
