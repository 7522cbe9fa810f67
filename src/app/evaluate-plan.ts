import type { Violation } from '../audit/audit-case.ts';
import { type Audit, auditPlan } from '../audit/audit-plan.ts';
import type { Kpis } from '../domain/figures/kpis.ts';
import type { Plan, PlanCost } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitId } from '../kernel/ids.ts';
import { addCosts } from '../domain/figures/add-costs.ts';
import { type Part, type Preparation, prepareParts } from '../planning/prepare-parts.ts';
import { stagesOf } from '../planning/stages.ts';
import { kpisOf } from '../domain/figures/kpis-of-plan.ts';

/** Result of the audit of a plan from anywhere. */
export interface Evaluation {
  readonly clean: boolean;
  /** The violations, under the name that they have in the public document. */
  readonly findings: readonly Violation[];
  readonly cost: PlanCost;
  readonly kpis: Kpis;
}

/** Scores a plan: cost and figures as planning computes them, and all violations. */
export async function evaluatePlan(plan: Plan, territory: Territory, preparation: Preparation): Promise<Evaluation> {
  const parts = await partsOfPlan(plan, territory, preparation);
  const audits = auditParts(plan, parts, preparation);
  const findings = audits.flatMap((audit) => audit.violations);
  const kpis = kpisOf(plan, territory);
  return { clean: findings.length === 0, findings, cost: addCosts(audits.map(({ cost }) => cost)), kpis };
}

/** The parts of a territory, stage by stage, later stages after the days of the plan for earlier ones. */
export async function partsOfPlan(plan: Plan, territory: Territory, preparation: Preparation): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const isPlanned = new Set<string>();
  for (const stage of stagesOf(territory)) {
    const planned = plan.days.filter(({ rep }) => isPlanned.has(rep));
    parts.push(...(await prepareParts(territory, preparation, { stage, planned })));
    for (const rep of territory.reps.filter(stage.isPlanned)) isPlanned.add(rep.id);
  }
  return parts;
}

/** Audits each part with the days of its reps and its unserved visits; visits that are due nowhere go with the first part. */
export function auditParts(plan: Plan, parts: readonly Part[], { horizon }: Preparation): readonly Audit[] {
  const due = parts.map(({ compiled }) => dueIn(compiled.scene));
  const home = (visit: VisitId) =>
    Math.max(
      0,
      due.findIndex((visits) => visits.has(visit)),
    );
  return parts.map(({ territory, travel, compiled }, index) => {
    const { series, calls } = compiled.scene;
    const reps = new Set(territory.reps.map(({ id }) => id));
    const own: Plan = {
      ...plan,
      days: plan.days.filter(({ rep }) => reps.has(rep)),
      unserved: plan.unserved.filter(({ visit }) => home(visit) === index),
    };
    return auditPlan({ territory, horizon, series, calls, plan: own, travel });
  });
}

const dueIn = ({ series, calls }: Part['compiled']['scene']): ReadonlySet<VisitId> =>
  new Set([...series, ...calls].flatMap(({ visits }) => visits.map(({ id }) => id)));
