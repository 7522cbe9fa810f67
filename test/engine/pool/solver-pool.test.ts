import { afterAll, describe, expect, it } from 'vitest';
import { type Budget, SolverPool } from '../../../src/engine/pool/solver-pool.ts';
import { randomProblem } from '../../support/random-problem.ts';

const problem = randomProblem(3, { slots: 5, days: 4, series: 12, places: 8 });
const pools = { one: new SolverPool(1), two: new SolverPool(2) };
const search = (pool: SolverPool, budget: Budget) => pool.start({ problems: [problem], seed: 1, budget, onProgress: () => {} }).done;

afterAll(async () => {
  await pools.one.close();
  await pools.two.close();
});

describe('a lone problem', () => {
  it('is searched in the same way by any number of threads, given the same work', async () => {
    const [one, two] = await Promise.all([search(pools.one, { work: 400 }), search(pools.two, { work: 400 })]);
    expect(one.runs).toHaveLength(2);
    expect(one).toEqual(two);
  });

  it('gives all of its time to one search where there is a single thread, and can be replayed by two', async () => {
    const timed = await search(pools.one, { seconds: 0.2 });
    expect(timed.runs).toHaveLength(1);
    expect(await search(pools.two, { replay: timed.runs })).toEqual(timed);
  });

  it('keeps a second thread busy', async () => {
    const timed = await search(pools.two, { seconds: 0.2 });
    expect(timed.runs).toHaveLength(2);
    expect((await search(pools.one, { replay: timed.runs })).solutions).toEqual(timed.solutions);
  });
});
