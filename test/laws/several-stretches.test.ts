import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../src/audit/audit-plan.ts';
import { callsDue, visitsDue } from '../../src/demand/visits-due.ts';
import type { Weekday } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Window } from '../../src/domain/visiting-hours.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import { minutes, seconds } from '../../src/kernel/units.ts';
import { planCalls } from '../../src/planning/calls.ts';
import { buildScene } from '../../src/planning/compile/build-scene.ts';
import { compileProblem } from '../../src/planning/compile/compile-problem.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { loadTravel } from '../../src/travel/travel-tables.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomTerritory } from '../support/random-territory.ts';

const TERRITORIES = lawCases(200);

/** A rep with up to three free stretches on each weekday. */
function withFreeStretches(rep: Rep, random: Random): Rep {
  const on = (weekday: Weekday): readonly Window[] => {
    const shift = rep.shifts[weekday];
    if (shift === null) return [];
    const steps = Math.floor((shift.until - shift.from) / minutes(15));
    const cuts = [...new Set(Array.from({ length: 2 * random.below(4) }, () => 1 + random.below(steps - 1)))].toSorted((a, b) => a - b);
    return Array.from({ length: Math.floor(cuts.length / 2) }, (_, i) => ({
      from: seconds(shift.from + (cuts[2 * i] ?? 0) * minutes(15)),
      until: seconds(shift.from + (cuts[2 * i + 1] ?? 0) * minutes(15)),
    }));
  };
  return { ...rep, free: { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) } };
}

describe('shifts in several stretches', () => {
  it('have clean plans whose cost is what the search says, without a visit in a free stretch', { timeout: 3_600_000 }, async () => {
    let stretches = 0;
    for (let seed = 1; seed <= TERRITORIES; seed++) {
      const { territory: plain, horizon } = randomTerritory(seed);
      const random = createRandom(seed);
      const territory = { ...plain, reps: plain.reps.map((rep) => withFreeStretches(rep, random)) };
      const travel = await loadTravel(territory, estimate);
      const [series, calls] = [visitsDue(territory, horizon), callsDue(territory, horizon)];
      const repDays = repDaysOf(territory, horizon);
      const scene = buildScene(territory, horizon, { repDays, series, calls, travel });
      const compiled = compileProblem(scene, travel);
      const { solution } = solve(compiled.problem, { seed, pace: steadyPace(60), shouldStop: () => false, onProgress: () => {} });
      const { plan, cost } = planCalls(scene, decodePlan(compiled, solution, travel));
      const audit = auditPlan({ territory, horizon, series, calls, plan, travel });
      expect({ seed, violations: audit.violations, cost: audit.cost.total }).toEqual({ seed, violations: [], cost: solution.cost + cost });
      stretches += repDays.flatMap(({ breaks }) => breaks).filter(({ id }) => id.startsWith('free-stretch-')).length;
    }
    expect(stretches).toBeGreaterThan(TERRITORIES);
  });
});
