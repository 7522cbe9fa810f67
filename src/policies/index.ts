import type { Policy } from '../domain/policy.ts';
import { checkIn } from './check-in.ts';
import { consultant } from './consultant.ts';
import { general } from './general.ts';
import { healthProducts } from './health-products.ts';
import { keyAccounts } from './key-accounts.ts';
import { planAudit } from './plan-audit.ts';
import { realEstate } from './real-estate.ts';
import { tobaccoLifecycle } from './tobacco-lifecycle.ts';
import { tobacco } from './tobacco.ts';
import { visitLines } from './visit-lines.ts';

/** The presets that a planner picks and edits. Adding one is a file here and a line in this list. */
export const policies: readonly Policy[] = [
  general,
  realEstate,
  tobacco,
  planAudit,
  consultant,
  healthProducts,
  tobaccoLifecycle,
  checkIn,
  keyAccounts,
  visitLines,
];

/** The preset of an id, or null when there is none. */
export const policyOf = (id: string): Policy | null => policies.find((policy) => policy.id === id) ?? null;
