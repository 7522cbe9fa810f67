import { addCosts } from '../domain/figures/add-costs.ts';
import type { Kpis } from '../domain/figures/kpis.ts';
import { kpisOf } from '../domain/figures/kpis-of-plan.ts';
import type { Reason } from '../domain/unserved/unserved.ts';
import type { Plan, PlanCost } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import { encodePlan } from '../planning/encode/encode-plan.ts';
import type { Preparation } from '../planning/prepare-parts.ts';
import { auditParts, partsOfPlan } from './evaluate-plan.ts';
import { type ExplainLimit, explainParts, withReasons } from './explain-unserved.ts';

/** Days and travel times, and how long to explain. */
export interface Explaining extends Preparation {
  readonly limit: ExplainLimit;
}

/** No end but that of the work. */
export const noLimit: ExplainLimit = { isOver: () => false };

/** A plan with its reasons, its cost and its figures. */
export interface ExplainedPlan {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly kpis: Kpis;
}

/** Whether a reason says by how much a visit would raise the cost, but no rule that makes most of it. */
const isShort = ({ class: name, because }: Reason): boolean => name === 'not-worth' && because.length === 1 && because[0] === 'price';

/** Gives the reasons for the visits that a plan leaves out and does not explain yet, or explains without the dearest rule. */
export async function explainPlan(plan: Plan, territory: Territory, { limit, ...preparation }: Explaining): Promise<ExplainedPlan> {
  const wanted = new Set(plan.unserved.flatMap(({ visit, reasons }) => (reasons.every(isShort) ? [visit] : [])));
  const parts = await partsOfPlan(plan, territory, preparation);
  const planned = parts.map((part) => ({ part, solution: { slots: encodePlan(part.compiled, plan) } }));
  const explained = await explainParts(planned, limit, (visit) => wanted.has(visit));
  const cost = addCosts(auditParts(plan, parts, preparation).map((audit) => audit.cost));
  return { plan: withReasons(plan, explained), cost, kpis: kpisOf(plan, territory) };
}
