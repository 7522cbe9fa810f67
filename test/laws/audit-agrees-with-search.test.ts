import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../src/audit/audit-plan.ts';
import { callsDue, visitsDue } from '../../src/demand/visits-due.ts';
import type { Location } from '../../src/domain/customer.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { buildScene } from '../../src/planning/compile/build-scene.ts';
import { compileProblem } from '../../src/planning/compile/compile-problem.ts';
import { planCalls } from '../../src/planning/calls.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { loadTravel } from '../../src/travel/travel-tables.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomTerritory } from '../support/random-territory.ts';

const TERRITORIES = lawCases(1000);

describe('the audit', () => {
  it('finds the plans of random territories clean, and their cost to be what the search says', { timeout: 3_600_000 }, async () => {
    let [visits, made, parked, fetched] = [0, 0, 0, 0];
    for (let seed = 1; seed <= TERRITORIES; seed++) {
      const { territory, horizon } = randomTerritory(seed);
      const travel = await loadTravel(territory, estimate);
      const [series, calls] = [visitsDue(territory, horizon), callsDue(territory, horizon)];
      const scene = buildScene(territory, horizon, { repDays: repDaysOf(territory, horizon), series, calls, travel });
      const compiled = compileProblem(scene, travel);
      const { solution } = solve(compiled.problem, { seed, pace: steadyPace(60), shouldStop: () => false, onProgress: () => {} });
      const { plan, cost } = planCalls(scene, decodePlan(compiled, solution, travel));
      const audit = auditPlan({ territory, horizon, series, calls, plan, travel });
      expect({ seed, violations: audit.violations, cost: audit.cost.total, byRule: audit.cost.byRule }).toEqual({
        seed,
        violations: [],
        cost: solution.cost + cost,
        byRule: audit.cost.byRule,
      });
      visits += solution.slots.flat().length;
      const legs = plan.days.flatMap((day) => day.legs);
      parked += legs.filter((leg) => leg.parked !== null).length;
      fetched += legs.filter((leg) => leg.parked !== null && isSame(leg.to, leg.parked)).length;
      made += plan.days.flatMap(({ calls: own }) => own).length;
    }
    expect(visits).toBeGreaterThan(TERRITORIES);
    expect(made).toBeGreaterThan(TERRITORIES / 10);
    expect(parked).toBeGreaterThan(TERRITORIES / 20);
    expect(fetched).toBeGreaterThan(TERRITORIES / 100);
  });
});

const isSame = (a: Location, b: Location): boolean => a.lat === b.lat && a.lng === b.lng;
