import type { Kpis } from '../domain/figures/kpis.ts';
import type { Plan, PlanCost } from '../domain/plan.ts';
import type { RuleInstance } from '../domain/policy.ts';
import type { Territory } from '../domain/territory.ts';
import type { Reason } from '../domain/unserved/unserved.ts';
import type { Text } from '../kernel/text.ts';

/** How things of the catalogues are called by people. */
export interface PlanWords {
  readonly reason: (reason: Reason) => Text;
  readonly rule: (id: string) => Text;
  /** A rule as the policy uses it, in a sentence. */
  readonly sentence: (instance: RuleInstance) => Text;
  readonly mode: (id: string) => Text;
}

/** A plan with everything that its outputs need. */
export interface PublishedPlan {
  readonly plan: Plan;
  readonly territory: Territory;
  readonly cost: PlanCost;
  readonly kpis: Kpis;
  readonly words: PlanWords;
}
