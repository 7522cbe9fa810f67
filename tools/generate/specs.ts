import type { TerritorySpec } from './spec.ts';
import { checkInTerritory } from './specs/check-in.ts';
import { consultantTerritory } from './specs/consultant.ts';
import { generalTerritory } from './specs/general.ts';
import { healthProductsTerritory } from './specs/health-products.ts';
import { keyAccountsTerritory } from './specs/key-accounts.ts';
import { ladder10x1m } from './specs/ladder-10x1m.ts';
import { ladder1x1m } from './specs/ladder-1x1m.ts';
import { ladder1x5d } from './specs/ladder-1x5d.ts';
import { overloadedDays } from './specs/overloaded-days.ts';
import { overloadedHours } from './specs/overloaded-hours.ts';
import { planAuditTerritory } from './specs/plan-audit.ts';
import { realEstateTerritory } from './specs/real-estate.ts';
import { tobaccoLifecycleTerritory } from './specs/tobacco-lifecycle.ts';
import { tobaccoTerritory } from './specs/tobacco.ts';
import { visitLinesTerritory } from './specs/visit-lines.ts';

/** The territories that are kept under `fixtures/`. Adding one is a file in `specs/` and a line in this list. */
export const fixtureSpecs: readonly TerritorySpec[] = [
  generalTerritory,
  realEstateTerritory,
  tobaccoTerritory,
  planAuditTerritory,
  consultantTerritory,
  healthProductsTerritory,
  tobaccoLifecycleTerritory,
  checkInTerritory,
  keyAccountsTerritory,
  visitLinesTerritory,
  // The ladder of sizes.
  ladder1x5d,
  ladder1x1m,
  ladder10x1m,
  // More visits are required than there is room for.
  overloadedDays,
  overloadedHours,
];
