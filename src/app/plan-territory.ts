import { auditPlan, type Audit } from '../audit/audit-plan.ts';
import type { DayRange } from '../domain/calendar.ts';
import type { Kpis } from '../domain/kpis.ts';
import type { Plan, PlanCost } from '../domain/plan.ts';
import { repDaysOf } from '../domain/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import { decodePlan } from '../engine/decode/decode-plan.ts';
import { explainer } from '../engine/decode/explain.ts';
import { kpisOf } from '../engine/decode/kpis.ts';
import { type Budget, type PoolProgress, type SearchRun, SolverPool } from '../engine/pool/solver-pool.ts';
import type { Solution } from '../engine/problem/layout.ts';
import { assert, present } from '../kernel/assert.ts';
import { type Part, type Preparation, prepareParts } from './prepare-parts.ts';

/** How a territory is to be planned. */
export interface PlanningOptions extends Preparation {
  readonly seed: number;
  readonly budget: Budget;
  readonly workers: number;
  readonly onProgress?: (progress: PoolProgress) => void;
  /** Ends the search early; the best plan so far is kept. */
  readonly stop?: AbortSignal;
}

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
 * planned apart. A plan that the audit rejects never leaves: that is a bug of ours.
 */
export async function planTerritory(territory: Territory, options: PlanningOptions): Promise<PlanningResult> {
  const { horizon, seed, budget, workers, onProgress = () => {}, stop = null } = options;
  const parts = await prepareParts(territory, options);
  const pool = new SolverPool(workers);
  try {
    const problems = parts.map(({ compiled }) => compiled.problem);
    const { solutions, runs } = await pool.solve({ problems, seed, budget, stop, onProgress });
    const plans = parts.map((part, i) => finish(part, present(solutions[i], 'A solution')));
    const plan = merge(
      plans.map((one) => one.plan),
      territory,
      horizon,
    );
    return {
      plan,
      cost: addCosts(plans.map(({ audit }) => audit.cost)),
      kpis: kpisOf(plan, territory, repDaysOf(territory, horizon)),
      audit: { clean: true, findings: [], cost: addCosts(plans.map(({ audit }) => audit.cost)) },
      run: { seed, workers, searches: runs },
    };
  } finally {
    await pool.close();
  }
}

function finish({ territory, travel, compiled }: Part, solution: Solution): { readonly plan: Plan; readonly audit: Audit } {
  const plan = decodePlan(compiled, solution, travel, explainer(compiled, solution, travel));
  const { horizon, series, calls } = compiled.scene;
  const audit = auditPlan({ territory, horizon, series, calls, plan, travel });
  assert(audit.clean, 'The audit rejects the plan.', { findings: audit.findings.slice(0, 5) });
  // Calls are placed once the search is over: what is missed of them comes on top.
  const missed = plan.unserved.filter(({ kind }) => kind === 'call').reduce((sum, { price }) => sum + price, 0);
  const cost = solution.cost + missed;
  assert(audit.cost.total === cost, 'Audit and search disagree on the cost.', { audit: audit.cost, search: solution.cost, missed });
  return { plan, audit };
}

function merge(plans: readonly Plan[], territory: Territory, horizon: DayRange): Plan {
  const order = new Map(territory.customers.map(({ id }, index) => [id, index]));
  return {
    territory: territory.id,
    policy: { id: territory.policy.id, version: territory.policy.version },
    horizon,
    timeZone: territory.timeZone,
    days: plans.flatMap(({ days }) => days),
    unserved: plans.flatMap(({ unserved }) => unserved).toSorted((a, b) => (order.get(a.customer) ?? 0) - (order.get(b.customer) ?? 0)),
  };
}

function addCosts(costs: readonly PlanCost[]): PlanCost {
  const sum = (of: (cost: PlanCost) => number) => costs.reduce((total, cost) => total + of(cost), 0);
  const rules = [...new Set(costs.flatMap(({ byRule }) => Object.keys(byRule)))];
  return {
    total: sum(({ total }) => total),
    travel: sum(({ travel }) => travel),
    waiting: sum(({ waiting }) => waiting),
    byRule: Object.fromEntries(rules.map((rule) => [rule, sum(({ byRule }) => byRule[rule] ?? 0)])),
  };
}
