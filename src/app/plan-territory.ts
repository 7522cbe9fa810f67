import { auditPlan, type Audit } from '../audit/audit-plan.ts';
import type { DayRange } from '../domain/calendar.ts';
import type { Kpis, LeftOutKpis } from '../domain/figures/kpis.ts';
import type { Plan, PlanCost } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import { planCalls } from '../planning/calls.ts';
import { decodePlan } from '../planning/decode/decode-plan.ts';
import { kpisOf, leftOutKpisOf } from '../domain/figures/kpis-of-plan.ts';
import { type Budget, type PoolSearch, type SearchRun, SolverPool } from '../engine/pool/solver-pool.ts';
import type { Solution } from '../engine/problem/layout.ts';
import type { Fixed } from '../engine/search/fixed.ts';
import { answerRequests } from '../engine/search/answer-requests.ts';
import { assert, present } from '../kernel/assert.ts';
import { addCosts } from '../domain/figures/add-costs.ts';
import { refuse } from '../kernel/finding.ts';
import type { LeftOfStart, StartPlan } from '../domain/start-plan.ts';
import { type PartStart, leftOfStart, startOfPlan, unrelatedTo } from '../planning/encode/start-of-plan.ts';
import { type Part, type Preparation, prepareParts } from '../planning/prepare-parts.ts';
import { type Stage, stagesOf } from '../planning/stages.ts';
import { EXPLAINING_SHARE, type PlannedPart, explainParts, limitOf, withReasons } from './explain-unserved.ts';

/** Settings of one planning run. */
export interface PlanningOptions extends Preparation {
  readonly seed: number;
  readonly budget: Budget;
  readonly workers: number;
  /** Largest heap of one search thread; without it, Node decides. */
  readonly megabytes?: number;
  /** The work of explaining that a recorded run did; left out for no limit besides the budget's. */
  readonly explained?: number;
  /** An earlier plan of the same days to start from; left out to start from none. */
  readonly start?: StartPlan | undefined;
  readonly onProgress?: (progress: PlanningProgress) => void;
}

/** Progress of planning: cost of the best plan so far and the visits that it leaves out, null while there is none; the share that is done. */
export interface PlanningProgress {
  readonly cost: number | null;
  readonly left: LeftOutKpis | null;
  readonly share: number;
}

/** Planning of a territory while it runs. */
export interface PlanningRun {
  /**
   * The best plan so far, audited like the final one but without reasons for unserved visits; null while there is
   * none. One call at a time.
   */
  readonly best: () => Promise<PlanningResult | null>;
  /** Ends the search early with the best plan so far, and soon after it explaining. An urgent stop leaves out the reasons for unserved visits. */
  readonly stop: (isUrgent?: boolean) => void;
  /** The plan at the end of the search. */
  readonly done: Promise<PlanningResult>;
}

/** A plan that passed the audit, its figures, and the record of the search. */
export interface PlanningResult {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly kpis: Kpis;
  readonly audit: Audit;
  readonly run: {
    readonly seed: number;
    readonly workers: number;
    readonly searches: readonly SearchRun[];
    /** The work of explaining what is unserved, where it ended; a replay ends there too. */
    readonly explained: number;
    /** Visits of the plan to start from with which the search did not start; left out where it started from none. */
    readonly leftOfStart?: readonly LeftOfStart[];
  };
}

/**
 * Starts planning a territory over a horizon: visits due, problem, search, plan, audit. Reps who share no customer are
 * planned apart, managers who join their reps after them. A plan that the audit rejects is a bug in beatplan and never
 * leaves.
 */
export function startPlanning(territory: Territory, options: PlanningOptions): PlanningRun {
  const control: Control = { current: null, isStopped: false, isUrgent: false };
  return {
    best: async () => {
      const { current } = control;
      const best = (await current?.search.best()) ?? null;
      return current === null || best === null ? null : resultOf(territory, finishStage(current, best), { ...options, explained: 0 });
    },
    stop: (isUrgent = false) => {
      control.isStopped = true;
      control.isUrgent ||= isUrgent;
      control.current?.search.stop();
    },
    done: runStages(territory, options, control),
  };
}

/** Plans a territory to the end of the search: see `startPlanning`. */
export const planTerritory = (territory: Territory, options: PlanningOptions): Promise<PlanningResult> =>
  startPlanning(territory, options).done;

/** The state of a run that callers change. */
interface Control {
  /** The stage that is being searched. */
  current: StageSearch | null;
  isStopped: boolean;
  isUrgent: boolean;
}

/** A stage while it is searched. */
interface StageSearch {
  readonly search: PoolSearch;
  readonly parts: readonly Part[];
  /** Of each part; none where the search starts from nothing. */
  readonly starts: readonly PartStart[] | undefined;
  /** Results of earlier stages. */
  readonly earlier: Planned;
}

/** Results of the stages so far. */
interface Planned {
  readonly plans: readonly AuditedPlan[];
  readonly parts: readonly PlannedPart[];
  readonly searches: readonly SearchRun[];
  readonly starts: readonly PartStart[];
}

interface AuditedPlan {
  readonly plan: Plan;
  readonly audit: Audit;
}

async function runStages(territory: Territory, options: PlanningOptions, control: Control): Promise<PlanningResult> {
  const pool = new SolverPool(options.workers, options.megabytes);
  const { budget } = options;
  const until = 'seconds' in budget ? performance.now() + budget.seconds * 1000 : Infinity;
  try {
    let planned: Planned = { plans: [], parts: [], searches: [], starts: [] };
    for (const stage of stagesOf(territory)) {
      const current = await startStage(territory, stage, { options, pool, earlier: planned });
      control.current = current;
      if (control.isStopped) current.search.stop();
      const { solutions, runs } = await current.search.done;
      const finished = finishStage(current, solutions);
      planned = { ...finished, searches: [...finished.searches, ...runs] };
    }
    // Search threads hold on to a processor core until they are closed.
    await pool.close();
    const limit = limitOf({ budget, until, explained: options.explained ?? null }, control);
    const explained = await explainParts(planned.parts, limit);
    const result = resultOf(territory, planned, { ...options, explained: explained.spent });
    const left = options.start === undefined ? {} : { leftOfStart: leftOfStart(options.start, planned.starts) };
    return { ...result, plan: withReasons(result.plan, explained), run: { ...result.run, ...left } };
  } finally {
    await pool.close();
  }
}

interface Context {
  readonly options: PlanningOptions;
  readonly pool: SolverPool;
  readonly earlier: Planned;
}

/** Starts the search of a stage, after the stages before it. */
async function startStage(territory: Territory, stage: Stage, { options, pool, earlier }: Context): Promise<StageSearch> {
  const { seed, budget, start, onProgress = () => {} } = options;
  const days = earlier.plans.flatMap(({ plan }) => plan.days);
  const parts = await prepareParts(territory, options, { stage, planned: days });
  const starts = start === undefined ? undefined : parts.map(({ compiled }) => startOfPlan(compiled, start));
  if (start !== undefined && starts !== undefined && earlier.plans.length === 0) {
    refuse(unrelatedTo(start, starts, { reps: territory.reps.filter(stage.isPlanned), horizon: options.horizon }));
  }
  refuse((starts ?? []).flatMap(({ findings }) => findings));
  const before = {
    cost: earlier.plans.reduce((sum, { audit }) => sum + audit.cost.total, 0),
    left: leftOutKpisOf(earlier.plans.flatMap(({ plan }) => plan.unserved)),
    share: earlier.plans.length > 0 ? 1 - stage.share : 0,
  };
  const search = pool.start({
    problems: parts.map(({ compiled }) => compiled.problem),
    seed,
    budget: budgetOf(budget, stage, earlier.searches.length),
    starts,
    onProgress: ({ cost, left, share }) =>
      onProgress({
        cost: cost === null ? null : before.cost + cost,
        left: left === null ? null : addLeft(before.left, left),
        share: before.share + stage.share * share,
      }),
  });
  return { search, parts, starts, earlier };
}

/** Visits left out by earlier stages, and by need those of this one. */
const addLeft = (before: LeftOutKpis, [required = 0, behindPace = 0, pullForward = 0]: readonly number[]): LeftOutKpis => ({
  requiredUnserved: before.requiredUnserved + required,
  behindPaceUnserved: before.behindPaceUnserved + behindPace,
  couldBePulledForward: before.couldBePulledForward + pullForward,
});

/** Earlier results with the plans of this stage's solutions. */
function finishStage({ parts, starts, earlier }: StageSearch, solutions: readonly Solution[]): Planned {
  const done = parts.map((part, i) => ({ part, solution: present(solutions[i], 'A solution') }));
  return {
    plans: [...earlier.plans, ...done.map(({ part, solution }, i) => finish(part, solution, starts?.[i]?.fixed))],
    parts: [...earlier.parts, ...done],
    searches: earlier.searches,
    starts: [...earlier.starts, ...(starts ?? [])],
  };
}

/** One plan of all parts. */
function resultOf(
  territory: Territory,
  { plans, searches }: Planned,
  { horizon, seed, workers, explained = 0 }: PlanningOptions,
): PlanningResult {
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
    audit: { clean: true, violations: [], cost },
    run: { seed, workers, searches, explained },
  };
}

/** A stage's share of the budget; of a recorded run, the searches that earlier stages have not used. */
function budgetOf(budget: Budget, { share }: Stage, done: number): Budget {
  if ('replay' in budget) return { replay: budget.replay.slice(done) };
  return 'work' in budget
    ? { work: Math.max(1, Math.round(budget.work * share)) }
    : { seconds: budget.seconds * share * (1 - EXPLAINING_SHARE) };
}

function finish({ territory, travel, compiled }: Part, found: Solution, fixed?: Fixed): AuditedPlan {
  // A plan that is looked at while it is searched comes from a search that has not ended.
  const solution = answerRequests(compiled.problem, found, fixed);
  const { plan, cost: callCost } = planCalls(compiled.scene, decodePlan(compiled, solution, travel));
  const { horizon, series, calls } = compiled.scene;
  const audit = auditPlan({ territory, horizon, series, calls, plan, travel });
  assert(audit.clean, 'The audit rejects the plan.', { violations: audit.violations.slice(0, 5) });
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
