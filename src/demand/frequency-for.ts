import type { Customer } from '../domain/customer.ts';
import type { Frequency, Policy, VisitKind } from '../domain/policy.ts';

/** Kinds of visits that are planned; others wait for their own way of planning. */
const PLANNED: ReadonlySet<VisitKind> = new Set<VisitKind>(['ordinary', 'return']);

/** The frequencies that a customer takes: of each planned kind the first that fits, in the policy's order. */
export function frequenciesFor(policy: Policy, customer: Customer): readonly Frequency[] {
  const taken = new Map<VisitKind, Frequency>();
  for (const frequency of policy.frequencies) {
    const { kind } = frequency;
    if (PLANNED.has(kind) && !taken.has(kind) && fits(frequency, customer)) taken.set(kind, frequency);
  }
  return [...taken.values()];
}

/**
 * Whether the frequency is for the customer: by tier, by any of its tags, and by status. A frequency
 * that names no status is for new and retained customers; potential and lost ones must be named.
 */
function fits({ tiers, tags, statuses }: Frequency, { tier, tags: own, status }: Customer): boolean {
  const byTier = tiers.length === 0 || tiers.includes(tier);
  const byTag = tags.length === 0 || tags.some((tag) => own.includes(tag));
  const byStatus = statuses.length === 0 ? status === 'new' || status === 'retained' : statuses.includes(status);
  return byTier && byTag && byStatus;
}
