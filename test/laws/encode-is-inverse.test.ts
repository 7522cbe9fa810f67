import { describe, expect, it } from 'vitest';
import type { Territory } from '../../src/domain/territory.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { encodePlan } from '../../src/planning/encode/encode-plan.ts';
import { type Preparation, prepareParts } from '../../src/planning/prepare-parts.ts';
import { fixtureTerritory } from '../support/fixture-territory.ts';
import { lawCases } from '../support/law-cases.ts';
import { preparation } from '../support/planned-fixture.ts';
import { randomTerritory } from '../support/random-territory.ts';

const TERRITORIES = lawCases(300);
const FIXTURES = ['general', 'tobacco', 'real-estate', 'key-accounts', 'visit-lines', 'health-products'];

describe('encoding a plan', () => {
  it('gives the solution from which it was decoded, in random territories', { timeout: 3_600_000 }, async () => {
    let visits = 0;
    for (let seed = 1; seed <= TERRITORIES; seed++) {
      const { territory, horizon } = randomTerritory(seed);
      visits += await checkParts(territory, { ...preparation, horizon }, seed);
    }
    expect(visits).toBeGreaterThan(TERRITORIES);
  });

  it.each(FIXTURES)('gives the solution from which it was decoded, in the week of %s', { timeout: 120_000 }, async (name) => {
    expect(await checkParts(fixtureTerritory(name), preparation, 1)).toBeGreaterThan(10);
  });
});

/** Encodes the decoded solution of each part, and decodes it again; returns the number of visits. */
async function checkParts(territory: Territory, options: Preparation, seed: number): Promise<number> {
  let visits = 0;
  for (const { compiled, travel } of await prepareParts(territory, options)) {
    const { solution } = solve(compiled.problem, { seed, pace: steadyPace(60), shouldStop: () => false, onProgress: () => {} });
    const plan = decodePlan(compiled, solution, travel);
    const slots = encodePlan(compiled, plan);
    expect({ seed, slots }).toEqual({ seed, slots: solution.slots });
    expect(decodePlan(compiled, { ...solution, slots }, travel)).toEqual(plan);
    visits += slots.flat().length;
  }
  return visits;
}
