import type { PlanCost } from '../plan.ts';

/** The cost of several parts of a plan together. */
export function addCosts(costs: readonly PlanCost[]): PlanCost {
  const sum = (of: (cost: PlanCost) => number) => costs.reduce((total, cost) => total + of(cost), 0);
  const rules = [...new Set(costs.flatMap(({ byRule }) => Object.keys(byRule)))];
  return {
    total: sum(({ total }) => total),
    travel: sum(({ travel }) => travel),
    waiting: sum(({ waiting }) => waiting),
    byRule: Object.fromEntries(rules.map((rule) => [rule, sum(({ byRule }) => byRule[rule] ?? 0)])),
  };
}
