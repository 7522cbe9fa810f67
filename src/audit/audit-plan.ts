import type { PlanCost } from '../domain/plan.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type AuditInput, type Finding, openCase } from './audit-case.ts';
import { checks } from './checks/index.ts';
import { costOfPlan } from './cost.ts';
import { judgeRules } from './judge-rules.ts';

/** The second opinion on a plan. */
export interface Audit {
  /** Whether there is nothing to find fault with. */
  readonly clean: boolean;
  /** Everything that is wrong, all at once: checks first, then rules that must hold. */
  readonly findings: readonly Finding[];
  /** Computed from the plan's stops and legs and from the rules alone. */
  readonly cost: PlanCost;
}

/**
 * Checks a finished plan against the domain and computes its cost anew. It believes nothing that the
 * plan says of itself: who works, what is due, how long ways are and what rules ask comes from elsewhere.
 */
export function auditPlan(input: AuditInput, catalogue: readonly Rule[] = rules): Audit {
  const audited = openCase(input);
  const wrong = checks.flatMap(({ id, findings }) => [...findings(audited)].map((message) => ({ check: id, message })));
  const judgement = judgeRules(audited, catalogue);
  const findings = [...wrong, ...judgement.findings];
  return { clean: findings.length === 0, findings, cost: costOfPlan(audited.days, judgement.byRule) };
}
