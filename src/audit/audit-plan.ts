import type { PlanCost } from '../domain/plan.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type AuditInput, type Violation, openCase } from './audit-case.ts';
import { checks } from './checks/index.ts';
import { costOfPlan } from './cost.ts';
import { judgeRules } from './judge-rules.ts';

/** The second opinion on a plan. */
export interface Audit {
  /** Whether there are no violations. */
  readonly clean: boolean;
  /** All violations: those of the checks first, then those of rules that must hold. */
  readonly violations: readonly Violation[];
  /** Computed from the plan's stops and legs and from the rules alone. */
  readonly cost: PlanCost;
}

/**
 * Checks a finished plan against the domain and computes its cost once more. Nothing is taken from the plan that can be
 * computed without it: who works, which visits are due, travel times, and what the rules demand.
 */
export function auditPlan(input: AuditInput, catalogue: readonly Rule[] = rules): Audit {
  const audited = openCase(input);
  const structural = checks.flatMap(({ id, violations }) => [...violations(audited)].map((message) => ({ check: id, message })));
  const judgement = judgeRules(audited, catalogue);
  const violations = [...structural, ...judgement.violations];
  return { clean: violations.length === 0, violations, cost: costOfPlan(audited.days, judgement.byRule) };
}
