import { describe, expect, it } from 'vitest';
import { examineHorizon } from '../../src/contract/territory/check-horizon.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { PlanningError } from '../../src/kernel/finding.ts';
import { extremeTerritory } from '../support/extreme-territory.ts';
import { lawCases } from '../support/law-cases.ts';
import { type PlannedPart, planInThread } from '../support/plan-in-thread.ts';

/** Territories that the contract allows; `npm run check:extremes` plans a thousand. */
const TERRITORIES = lawCases(150);

/** The parts of the plan of a territory; null where it is refused with findings. */
async function planned(seed: number): Promise<readonly PlannedPart[] | null> {
  const { document, first, days } = extremeTerritory(seed);
  try {
    const territory = readTerritory(new Map([['territory.json', JSON.stringify(document)]]));
    const horizon = { first, last: addDays(first, days - 1) };
    if (examineHorizon(territory, { horizon, at: { file: 'days' } }).findings.length > 0) return null;
    return await planInThread(territory, horizon, 30);
  } catch (error) {
    if (error instanceof PlanningError) return null;
    throw new Error(`Territory ${seed} ends in a mistake: ${String(error)}`, { cause: error });
  }
}

describe('extreme but allowed territories', () => {
  it('are planned: the audit is clean and finds the cost of the search', { timeout: 3_600_000 }, async () => {
    let [allowed, visits] = [0, 0];
    for (let seed = 1; allowed < TERRITORIES; seed++) {
      const parts = await planned(seed);
      if (parts === null) continue;
      allowed++;
      for (const { audit, cost, visits: served } of parts) {
        visits += served;
        expect({ seed, violations: audit.violations, cost: audit.cost.total }).toEqual({ seed, violations: [], cost });
      }
    }
    expect(visits).toBeGreaterThan(TERRITORIES);
  });
});
