import { Insertion } from '../../src/engine/search/state/insertion.ts';
import { GreedyRecreate } from '../../src/engine/search/operators/recreate/greedy.ts';
import { AnyRuin } from '../../src/engine/search/operators/ruin/any-ruin.ts';
import { assert } from '../../src/kernel/assert.ts';
import { createRandom } from '../../src/kernel/random.ts';
import type { MicroCase } from './micro-case.ts';
import { type SettledProblem, toursOf } from './settled-problem.ts';

/** Changes of a slot in one call, and series probed after each. */
const CHANGES = 16;
const PROBES = 64;
/** Steps in one call. */
const STEPS = 64;

/** The inner loops of the search on one problem. */
export const searchCases = (settled: SettledProblem): readonly MicroCase[] => [insertionCase(settled), stepCase(settled)];

/**
 * Probes: the best position of a series on a slot that has just lost a visit, so that no earlier answer is known.
 * The series are those near to the visit that left.
 */
function insertionCase(settled: SettledProblem): MicroCase {
  const { neighbours, visits, series, slots } = settled.problem;
  const tours = toursOf(settled);
  const { slotOf } = tours.placement;
  const random = createRandom(2);
  const insertion = new Insertion(tours, random.next);
  const served = settled.solution.slots.flat().filter((v) => (visits.series[v] ?? 0) < series.firstDuty);
  const probed = Math.min(PROBES, neighbours.count);
  assert(served.length > 0, 'There are visits to take out.');
  const leaving = Array.from({ length: CHANGES }, () => served[random.below(served.length)] ?? 0);
  return {
    name: `insertion, ${slots.labelled.includes(1) ? 'labelled' : 'simple'} rows`,
    unit: 'probes',
    perCall: CHANGES * probed,
    run: () => {
      let sum = 0;
      for (const v of leaving) {
        const slot = slotOf[v] ?? 0;
        const near = (visits.series[v] ?? 0) * neighbours.count;
        tours.take(v);
        tours.sweep();
        for (let k = 0; k < probed; k++) sum += insertion.probe(neighbours.nearest[near + k] ?? 0, slot);
        tours.undo();
      }
      return sum;
    },
  };
}

/** Steps of ruin, recreate and undo, all from the same fair solution: what a step costs when the search is cold. */
function stepCase(settled: SettledProblem): MicroCase {
  const tours = toursOf(settled);
  const random = createRandom(3);
  const ruin = new AnyRuin(tours, random);
  const recreate = new GreedyRecreate(tours, random);
  return {
    name: 'ruin and recreate',
    unit: 'steps',
    perCall: STEPS,
    run: () => {
      let sum = 0;
      for (let step = 0; step < STEPS; step++) {
        const series = random.below(settled.problem.series.count);
        const removedFrom = tours.bank.size;
        const { stay } = ruin.ruin(series);
        recreate.recreate(series, { removedFrom, stay, limit: Infinity });
        sum += tours.total;
        tours.undo();
      }
      return sum;
    },
  };
}
