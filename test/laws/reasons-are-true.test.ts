import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Part, prepareParts } from '../../src/planning/prepare-parts.ts';
import { auditPlan } from '../../src/audit/audit-plan.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import type { RuleInstance } from '../../src/domain/policy.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { compileProblem } from '../../src/planning/compile/compile-problem.ts';
import { planCalls } from '../../src/planning/calls.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { explainer } from '../../src/planning/explain/explain.ts';
import { layOutSlot } from '../../src/engine/slot/lay-out-slot.ts';
import type { Solution } from '../../src/engine/problem/layout.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { fixtureSpecs } from '../../tools/generate/specs.ts';
import { present } from '../../src/kernel/assert.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { lawCases } from '../support/law-cases.ts';

/** Unserved visits of each part whose reasons are checked. */
const MOST = lawCases(1, 0.05);

const folder = join(import.meta.dirname, '../../fixtures');
const overloaded = fixtureSpecs.filter(({ id }) => id.startsWith('overloaded'));

function territoryOf(id: string): Territory {
  const entries = readdirSync(join(folder, id), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return readTerritory(new Map(paths.map((path) => [path.slice(join(folder, id).length + 1), readFileSync(path, 'utf8')])));
}

/** The part without one of its rules. */
function without(part: Part, dropped: RuleInstance): Part {
  const { policy } = part.territory;
  const territory = { ...part.territory, policy: { ...policy, rules: policy.rules.filter((instance) => instance !== dropped) } };
  return { ...part, territory, compiled: compileProblem({ ...part.compiled.scene, territory }, part.travel) };
}

/** Whether a visit finds a place in the solution as it stands: somewhere on one of its days, with an audit that finds nothing wrong. */
function findsPlace({ territory, travel, compiled }: Part, solution: Solution, visit: number): boolean {
  const { problem, scene } = compiled;
  const { horizon, series, calls } = scene;
  return solution.slots.some((visits, slot) =>
    Array.from({ length: visits.length + 1 }, (_, i) => visits.toSpliced(i, 0, visit)).some((longer) => {
      const day = problem.slots.day[slot] ?? -1;
      if (day < (problem.visits.firstDay[visit] ?? 0) || day > (problem.visits.lastDay[visit] ?? 0)) return false;
      if (layOutSlot(problem, slot, longer) === null) return false;
      const visitsOnly = decodePlan(compiled, { ...solution, slots: solution.slots.with(slot, longer) }, travel, () => []);
      const { plan } = planCalls(scene, visitsOnly);
      return auditPlan({ territory, horizon, series, calls, plan, travel }).clean;
    }),
  );
}

describe.each(overloaded)('the reasons for what $id leaves out', ({ id, horizons }) => {
  it('name each must without which the visit finds a place, and no other', { timeout: 120_000 }, async () => {
    const { days: horizon } = present(horizons[0], 'A horizon');
    const parts = await prepareParts(territoryOf(id), { horizon, travel: estimate, endPlaces: new Map() });
    let met = 0;
    for (const part of parts) {
      const { compiled, travel } = part;
      const { problem, scene } = compiled;
      const { solution } = solve(problem, { seed: 1, pace: steadyPace(20_000), shouldStop: () => false, onProgress: () => {} });
      const reasonsFor = explainer(compiled, solution, travel);
      const served = new Set(solution.slots.flat());
      const left = Array.from({ length: problem.visits.count }, (_, visit) => visit)
        .filter((visit) => !served.has(visit))
        .slice(0, MOST);
      const musts = part.territory.policy.rules.filter(({ price }) => price === 'must');
      const relaxed = musts.map((instance) => ({ rule: instance.rule, part: without(part, instance) }));
      for (const visit of left) {
        const s = present(problem.visits.series[visit], 'A visit');
        const required = scene.series[s]?.visits[visit - present(problem.visits.bySeries[s], 'A series')]?.required === true;
        if (!required) continue;
        const reasons = reasonsFor(visit).map(({ rule }) => rule);
        const alone = relaxed.filter((one) => findsPlace(one.part, solution, visit)).map(({ rule }) => rule);
        expect({ visit, fits: findsPlace(part, solution, visit) }).toEqual({ visit, fits: false });
        // Where no must alone is to blame, all that bear on it are named together.
        expect({ visit, reasons }).toEqual({ visit, reasons: alone.length > 0 ? alone : musts.map(({ rule }) => rule) });
        met += alone.length > 0 ? 1 : 0;
      }
      expect(left.length).toBeGreaterThan(0);
    }
    expect(met).toBeGreaterThan(0);
  });
});
