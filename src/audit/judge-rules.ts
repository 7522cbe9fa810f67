import type { PlanCost } from '../domain/plan.ts';
import type { RuleInstance } from '../domain/policy.ts';
import { assert, present } from '../kernel/assert.ts';
import { render } from '../kernel/text.ts';
import type { Breach, Review, Rule } from '../rules/rule.ts';
import type { Violation } from './audit-case.ts';

/** The judgement of the policy's rules on a plan. */
export interface Judgement {
  /** Breaches of rules that are a must. */
  readonly violations: readonly Violation[];
  /** Seconds that breaches of priced rules cost, by rule id; ids without cost are left out. */
  readonly byRule: PlanCost['byRule'];
}

/** Runs the audit of each rule of the policy. A rule that is not in the catalogue is a bug: the contract refuses it. */
export function judgeRules(review: Review, catalogue: readonly Rule[]): Judgement {
  const violations: Violation[] = [];
  const byRule: Record<string, number> = {};
  for (const instance of review.territory.policy.rules) {
    const rule = catalogue.find(({ id }) => id === instance.rule);
    assert(rule !== undefined, 'The policy has a rule that is not in the catalogue.', { rule: instance.rule });

    const obligation = rule.obligation(review, instance.params);
    for (const breach of rule.audit(review, obligation, instance.price)) {
      if (instance.price === 'must') violations.push({ check: rule.id, message: messageOf(rule, breach) });
      else byRule[rule.id] = (byRule[rule.id] ?? 0) + costOf(instance, breach);
    }
  }
  return { violations, byRule: Object.fromEntries(Object.entries(byRule).filter(([, cost]) => cost !== 0)) };
}

function costOf({ rule, price }: RuleInstance, breach: Breach): number {
  const cost = breach.cost ?? Math.round(breach.units * Number(price));
  assert(Number.isInteger(cost) && cost >= 0, 'A breach costs whole seconds, none or more.', { rule, price, breach });
  return cost;
}

function messageOf(rule: Rule, { sentence }: Breach): string {
  const text = present(rule.sentences[sentence.key], `Sentence ${sentence.key} of ${rule.id}`);
  return render(text, sentence.values, 'en');
}
