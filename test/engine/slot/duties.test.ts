import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../../src/demand/visits-due.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import { buildScene } from '../../../src/planning/compile/build-scene.ts';
import { compileProblem } from '../../../src/planning/compile/compile-problem.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { loadTravel } from '../../../src/travel/travel-tables.ts';
import { aCustomer, aDuty, aPolicy, aTerritory, at, monday } from '../../support/builders.ts';

describe('a search', () => {
  it('keeps every duty in the field from its first solution on, whatever its dice say', async () => {
    // A year of some 250 working days, each with a duty at ten: now and then a die overlooks the only place for one.
    const territory = aTerritory({
      customers: [aCustomer()],
      policy: aPolicy({
        duties: [aDuty({ id: 'call-in', from: at('10:00'), until: at('10:20') })],
        rules: [{ rule: 'day/duties', price: 'must', params: {}, tag: 'added' }],
      }),
    });
    const horizon = { first: monday, last: addDays(monday, 350) };
    const travel = await loadTravel(territory, estimate);
    const scene = buildScene(territory, horizon, {
      repDays: repDaysOf(territory, horizon),
      series: visitsDue(territory, horizon),
      calls: [],
      travel,
    });
    const { problem } = compileProblem(scene, travel);
    const firsts = [1, 2, 3].map((seed) => solve(problem, { seed, pace: steadyPace(1), shouldStop: () => true, onProgress: () => {} }));
    expect(firsts.map(({ solution }) => solution.slots.filter((visits) => visits.length === 0).length)).toEqual([0, 0, 0]);
  });
});
