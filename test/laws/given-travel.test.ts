import { describe, expect, it } from 'vitest';
import type { GivenTrip } from '../../src/domain/travel/given-trip.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { modesOf } from '../../src/domain/vehicle.ts';
import { PlanningError } from '../../src/kernel/finding.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import { metres, seconds } from '../../src/kernel/units.ts';
import { placesOf } from '../../src/travel/travel-tables.ts';
import { lawCases } from '../support/law-cases.ts';
import { type PlannedPart, planInThread } from '../support/plan-in-thread.ts';
import { randomTerritory } from '../support/random-territory.ts';

const TERRITORIES = lawCases(300);

/** Travel as no road has it: one-way, at no time, longer than any detour, or impossible. */
function anyTravel({ next, below }: Random): GivenTrip['travel'] {
  if (next() < 0.2) return null;
  if (next() < 0.1) return { seconds: seconds(0), metres: metres(below(2) * 1000) };
  return { seconds: seconds(below(next() < 0.1 ? 86_401 : 3600)), metres: metres(below(50_000)) };
}

/** A random territory that gives a part of its travel. */
function withTravel(seed: number): ReturnType<typeof randomTerritory> {
  const random = createRandom(seed + 7_000_000);
  const { territory, horizon } = randomTerritory(seed);
  const modes = [...new Set(territory.reps.flatMap((rep) => modesOf(territory.policy, rep)))];
  const places = placesOf(territory).map(({ location }) => location);
  const share = random.next();
  const trips = modes.flatMap((mode) =>
    places.flatMap((from) =>
      places.flatMap((to): readonly GivenTrip[] =>
        from === to || random.next() > share ? [] : [{ mode, from, to, travel: anyTravel(random) }],
      ),
    ),
  );
  return { territory: { ...territory, trips }, horizon };
}

/** The plan of a territory; null where it is refused with findings, as when a rep can never come home. */
async function planned(
  territory: Territory,
  horizon: ReturnType<typeof randomTerritory>['horizon'],
): Promise<readonly PlannedPart[] | null> {
  try {
    return await planInThread(territory, horizon, 60);
  } catch (error) {
    if (error instanceof PlanningError) return null;
    throw error;
  }
}

describe('territories that give travel', () => {
  it('are planned: the audit is clean and finds the cost of the search', { timeout: 3_600_000 }, async () => {
    let [allowed, visits] = [0, 0];
    // In 1276, the free way home from a stop that comes in is quick enough only by the rank that it had. In 1985, a
    // break begins at the arrival of a walk to the vehicle, from where the ride takes no time.
    for (const seed of [...Array.from({ length: TERRITORIES }, (_, i) => i + 1), 1276, 1985]) {
      const { territory, horizon } = withTravel(seed);
      const parts = await planned(territory, horizon);
      if (parts === null) continue;
      allowed++;
      for (const { audit, cost, visits: served } of parts) {
        visits += served;
        expect({ seed, violations: audit.violations, cost: audit.cost.total }).toEqual({ seed, violations: [], cost });
      }
    }
    expect(allowed).toBeGreaterThan(TERRITORIES / 2);
    expect(visits).toBeGreaterThan(TERRITORIES / 2);
  });
});
