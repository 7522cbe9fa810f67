import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { type DayRange, addDays } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { Reason } from '../../src/domain/unserved/unserved.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { present } from '../../src/kernel/assert.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { minutes } from '../../src/kernel/units.ts';
import { Effort } from '../../src/planning/explain/effort.ts';
import { explainer } from '../../src/planning/explain/explain.ts';
import { type Part, prepareParts } from '../../src/planning/prepare-parts.ts';
import { general } from '../../src/policies/general.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { fixtureSpecs } from '../../tools/generate/specs.ts';
import { aCustomer, aFrequency, aRep, aTerritory, between, monday, office } from '../support/builders.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomTerritory } from '../support/random-territory.ts';
import { faultOf } from '../support/reason-truth.ts';

/** Unserved visits of each part whose reasons are checked. */
const MOST = lawCases(3, 0.05);

const folder = join(import.meta.dirname, '../../fixtures');
const overloaded = fixtureSpecs.filter(({ id }) => id.startsWith('overloaded'));

function territoryOf(id: string): Territory {
  const entries = readdirSync(join(folder, id), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return readTerritory(new Map(paths.map((path) => [path.slice(join(folder, id).length + 1), readFileSync(path, 'utf8')])));
}

interface Fault {
  readonly visit: number;
  readonly fault: string;
  readonly reason: Reason | null;
}

/** The result of steps. */
function endOf<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Searches a part and finds what is wrong with the reasons; counts the classes. */
function check(part: Part, work: number, most: number) {
  const { compiled, travel } = part;
  const { problem } = compiled;
  const { solution } = solve(problem, { seed: 1, pace: steadyPace(work), shouldStop: () => false, onProgress: () => {} });
  const { explain, refine } = explainer(compiled, solution, { travel, effort: new Effort() });
  const served = new Set(solution.slots.flat());
  const left = Array.from({ length: problem.visits.count }, (_, visit) => visit).filter((visit) => !served.has(visit));
  const classes = new Map<string, number>();
  const refined = endOf(refine(left));
  const faults = left.flatMap((visit, i): readonly Fault[] => {
    const [reason] = refined.get(visit) ?? explain(visit);
    if (reason === undefined) return [{ visit, fault: 'has no reason', reason: null }];
    classes.set(reason.class, (classes.get(reason.class) ?? 0) + 1);
    if (reason.class === 'not-worth' && reason.because.length === 2) classes.set('dearest rule', (classes.get('dearest rule') ?? 0) + 1);
    // Those not behind their pace need no looking at, and are many.
    if (reason.class === 'not-behind' ? i % 20 > 0 : i % Math.max(1, Math.floor(left.length / most)) > 0) return [];
    const fault = faultOf(part, solution, visit, reason);
    return fault === null ? [] : [{ visit, fault, reason }];
  });
  return { faults, classes, left: left.length };
}

const partsOf = (territory: Territory, horizon: DayRange) => prepareParts(territory, { horizon, travel: estimate, endPlaces: new Map() });

describe.each(overloaded)('the reasons for what $id leaves out', ({ id, horizons }) => {
  it('name one or two things, without which the visit finds a place', { timeout: 120_000 }, async () => {
    const { days: horizon } = present(horizons[0], 'A horizon');
    for (const part of await partsOf(territoryOf(id), horizon)) {
      const { faults, left } = check(part, 20_000, MOST);
      expect(faults).toEqual([]);
      expect(left).toBeGreaterThan(0);
    }
  });
});

describe('the reasons for what a territory with too much work leaves out', () => {
  it('are true for 300 customers', { timeout: 120_000 }, async () => {
    const random = createRandom(7);
    const place = () => ({ lat: office.lat + (random.below(160) - 80) / 1000, lng: office.lng + (random.below(160) - 80) / 1000 });
    const customers = Array.from({ length: 300 }, (_, i) =>
      aCustomer({
        id: `c${i}`,
        tier: 'A',
        location: place(),
        dwell: minutes(15 + random.below(50)),
        requiredRep: random.next() < 0.2 ? 'r1' : null,
      }),
    );
    const reps = ['r1', 'r2', 'r3'].map((id) => aRep({ id, shift: between('08:30', '17:30'), vehicles: ['car'] }));
    const frequencies = [aFrequency({ id: 'weekly', cycle: { every: 'days', length: 7 } })];
    const territory = aTerritory({ customers, reps, policy: { ...general, frequencies } });
    for (const part of await partsOf(territory, { first: monday, last: addDays(monday, 4) })) {
      const { faults, left } = check(part, 3_000, lawCases(8, 0.2));
      expect(faults).toEqual([]);
      expect(left).toBeGreaterThan(50);
    }
  });
});

describe('the reasons of random territories', () => {
  it('are true', { timeout: 600_000 }, async () => {
    const met = new Map<string, number>();
    for (let seed = 1; seed <= lawCases(60); seed++) {
      const { territory, horizon } = randomTerritory(seed);
      for (const part of await partsOf(territory, horizon)) {
        const { faults, classes } = check(part, 300, Infinity);
        expect({ seed, faults }).toEqual({ seed, faults: [] });
        for (const [name, count] of classes) met.set(name, (met.get(name) ?? 0) + count);
      }
    }
    expect(met.get('never-fits') ?? 0).toBeGreaterThan(0);
    expect(met.get('no-time') ?? 0).toBeGreaterThan(0);
    expect(met.get('dearest rule') ?? 0).toBeGreaterThan(0);
  });
});
