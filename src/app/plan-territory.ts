import { auditPlan, type Audit } from '../audit/audit-plan.ts';
import type { DayRange } from '../domain/calendar.ts';
import type { Kpis } from '../domain/figures/kpis.ts';
import type { Plan, PlanCost } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import { planCalls } from '../planning/calls.ts';
import { decodePlan } from '../planning/decode/decode-plan.ts';
import { explainer } from '../planning/explain/explain.ts';
import { kpisOf } from '../domain/figures/kpis-of-plan.ts';
import { type Budget, type PoolProgress, type SearchRun, SolverPool } from '../engine/pool/solver-pool.ts';
import type { Solution } from '../engine/problem/layout.ts';
import { assert, present } from '../kernel/assert.ts';
import { addCosts } from '../domain/figures/add-costs.ts';
import { type Part, type Preparation, prepareParts } from '../planning/prepare-parts.ts';
import { type Stage, stagesOf } from '../planning/stages.ts';

/** How a territory is to be planned. */
export interface PlanningOptions extends Preparation {
  readonly seed: number;
  readonly budget: Budget;
  readonly workers: number;
  /** Most memory that one thread may take; what Node gives it, if not told. */
  readonly megabytes?: number;
  readonly onProgress?: (progress: PoolProgress) => void;
  /** Told, as soon as there is a search to look into, how to see the best plan so far. */
  readonly onSearch?: (preview: Preview) => void;
  /** Ends the search early; the best plan so far is kept. */
  readonly stop?: AbortSignal;
  /** Asked when the search is over: whether there is time to find out why visits are unserved. There is, if not told. */
  readonly explains?: () => boolean;
}

/** The best plan so far, as clean as the last will be, without reasons for unserved visits; null while there is none. One call at a time. */
export type Preview = () => Promise<PlanningResult | null>;

/** A plan that its audit found clean, what it amounts to, and how it was found. */
export interface PlanningResult {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly kpis: Kpis;
  readonly audit: Audit;
  readonly run: { readonly seed: number; readonly workers: number; readonly searches: readonly SearchRun[] };
}

/**
 * Plans a territory over a horizon: visits due, problem, search, plan, audit. Reps that share no customer are
 * planned apart, managers who join their reps after them. A plan that the audit rejects never leaves: that is a bug of ours.
 */
export async function planTerritory(territory: Territory, options: PlanningOptions): Promise<PlanningResult> {
  const pool = new SolverPool(options.workers, options.megabytes);
  try {
    let found: Found = { plans: [], searches: [] };
    for (const stage of stagesOf(territory)) {
      found = await planStage(territory, stage, { options, pool, found });
    }
    return resultOf(territory, found, options);
  } finally {
    await pool.close();
  }
}

/** What has been found, put together. */
function resultOf(territory: Territory, { plans, searches }: Found, { horizon, seed, workers }: PlanningOptions): PlanningResult {
  const plan = merge(
    plans.map((one) => one.plan),
    territory,
    horizon,
  );
  const cost = addCosts(plans.map(({ audit }) => audit.cost));
  return {
    plan,
    cost,
    kpis: kpisOf(plan, territory),
    audit: { clean: true, findings: [], cost },
    run: { seed, workers, searches },
  };
}

/** What the stages so far have found. */
interface Found {
  readonly plans: readonly AuditedPlan[];
  readonly searches: readonly SearchRun[];
}

interface AuditedPlan {
  readonly plan: Plan;
  readonly audit: Audit;
}

interface Run {
  readonly options: PlanningOptions;
  readonly pool: SolverPool;
  readonly found: Found;
}

/** Plans those whose turn it is, and adds them to what was found before. */
async function planStage(territory: Territory, stage: Stage, { options, pool, found }: Run): Promise<Found> {
  const { seed, budget, onProgress = () => {}, onSearch = () => {}, stop = null, explains = () => true } = options;
  const planned = found.plans.flatMap(({ plan }) => plan.days);
  const parts = await prepareParts(territory, options, { stage, planned });
  const before = {
    cost: found.plans.reduce((sum, { audit }) => sum + audit.cost.total, 0),
    unserved: found.plans.reduce((sum, { plan }) => sum + plan.unserved.length, 0),
    share: found.plans.length > 0 ? 1 - stage.share : 0,
  };
  const finishAll = (solutions: readonly Solution[], isExplained: boolean) => [
    ...found.plans,
    ...parts.map((part, i) => finish(part, present(solutions[i], 'A solution'), isExplained)),
  ];
  const { solutions, runs } = await pool.solve({
    problems: parts.map(({ compiled }) => compiled.problem),
    seed,
    budget: budgetOf(budget, stage, found.searches.length),
    stop,
    onProgress: ({ cost, unserved, share }) =>
      onProgress({
        cost: cost === null ? null : before.cost + cost,
        unserved: unserved === null ? null : before.unserved + unserved,
        share: before.share + stage.share * share,
      }),
    onStart: (peek) =>
      onSearch(async () => {
        const best = await peek();
        return best === null ? null : resultOf(territory, { plans: finishAll(best, false), searches: found.searches }, options);
      }),
  });
  return { plans: finishAll(solutions, explains()), searches: [...found.searches, ...runs] };
}

/** A stage's part of the budget; of a recorded run, what comes after the searches that are done. */
function budgetOf(budget: Budget, { share }: Stage, done: number): Budget {
  if ('replay' in budget) return { replay: budget.replay.slice(done) };
  return 'work' in budget ? { work: Math.max(1, Math.round(budget.work * share)) } : { seconds: budget.seconds * share };
}

function finish({ territory, travel, compiled }: Part, solution: Solution, isExplained: boolean): AuditedPlan {
  const explain = isExplained ? explainer(compiled, solution, travel) : () => [];
  const { plan, cost: callCost } = planCalls(compiled.scene, decodePlan(compiled, solution, travel, explain));
  const { horizon, series, calls } = compiled.scene;
  const audit = auditPlan({ territory, horizon, series, calls, plan, travel });
  assert(audit.clean, 'The audit rejects the plan.', { findings: audit.findings.slice(0, 5) });
  const cost = solution.cost + callCost;
  assert(audit.cost.total === cost, 'Audit and planning disagree on the cost.', { audit: audit.cost, search: solution.cost, callCost });
  return { plan, audit };
}

function merge(plans: readonly Plan[], territory: Territory, horizon: DayRange): Plan {
  const customers = new Map(territory.customers.map(({ id }, index) => [id, index]));
  const days = plans.flatMap((plan) => plan.days);
  return {
    territory: territory.id,
    policy: { id: territory.policy.id, version: territory.policy.version },
    horizon,
    timeZone: territory.timeZone,
    days: territory.reps.flatMap(({ id }) => days.filter(({ rep }) => rep === id)),
    unserved: plans
      .flatMap(({ unserved }) => unserved)
      .toSorted((a, b) => (customers.get(a.customer) ?? 0) - (customers.get(b.customer) ?? 0)),
  };
}
