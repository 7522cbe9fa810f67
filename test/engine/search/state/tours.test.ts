import { describe, expect, it } from 'vitest';
import { GreedyRecreate } from '../../../../src/engine/search/operators/recreate/greedy.ts';
import { AnyRuin } from '../../../../src/engine/search/operators/ruin/any-ruin.ts';
import { Tours } from '../../../../src/engine/search/state/tours.ts';
import { createRandom } from '../../../../src/kernel/random.ts';
import { randomProblem } from '../../../support/random-problem.ts';

describe('the numbers of states', () => {
  it('begin anew after the last one, without any effect on a search', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const [usual, short] = [undefined, 60].map((last) => solutionOf(seed, last));
      expect(short).toEqual(usual);
    }
  });
});

function solutionOf(seed: number, lastVersion?: number) {
  const tours = new Tours(randomProblem(seed, { slots: 6, days: 4, series: 10, places: 8 }), lastVersion);
  const random = createRandom(seed);
  const [ruin, recreate] = [new AnyRuin(tours, random), new GreedyRecreate(tours, random)];
  recreate.construct();
  tours.mark();
  for (let step = 0; step < 100; step++) {
    const removedFrom = tours.bank.size;
    const [of, before] = [step % 10, tours.total];
    const { stay } = ruin.ruin(of);
    recreate.recreate(of, { removedFrom, stay, limit: Infinity });
    if (tours.total <= before) tours.mark();
    else tours.undo();
  }
  return tours.copy();
}
