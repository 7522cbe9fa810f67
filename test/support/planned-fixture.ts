import { type PlanningResult, planTerritory } from '../../src/app/plan-territory.ts';
import { writePlan } from '../../src/contract/plan/write-plan.ts';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { type DayRange, day } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { fixtureTerritory } from './fixture-territory.ts';

/** A working week for which every fixture has holidays and history. */
export const fixtureWeek: DayRange = { first: day('2026-12-07'), last: day('2026-12-11') };

/** What planning needs besides, in tests. */
export const preparation = { horizon: fixtureWeek, travel: estimate, endPlaces: new Map() };

/** A fixture, planned with little work. */
export interface PlannedFixture {
  readonly territory: Territory;
  readonly result: PlanningResult;
  readonly content: PlanDocument['plan'];
}

/** Plans the fixture's week. */
export async function plannedFixture(name: string): Promise<PlannedFixture> {
  const territory = fixtureTerritory(name);
  const result = await planTerritory(territory, { ...preparation, seed: 1, budget: { work: 200 }, workers: 2 });
  const { plan, cost, kpis } = result;
  return { territory, result, content: writePlan(plan, { territory, cost, kpis, run: {} }).plan };
}
