import { describe, expect, it } from 'vitest';
import { randomPvrp } from '../../../bench/micro/random-pvrp.ts';
import { searchCases } from '../../../bench/micro/search-cases.ts';
import { settle } from '../../../bench/micro/settled-problem.ts';
import { pvrpProblem } from '../../../bench/public/pvrp-adapter.ts';

const instance = randomPvrp({ seed: 1, customers: 24 });
const casesAnew = () => searchCases(settle(pvrpProblem(instance)));

describe('micro-benchmarks of the search', () => {
  it('start from the same instance for the same seed', () => {
    expect(randomPvrp({ seed: 1, customers: 24 })).toEqual(instance);
    expect(randomPvrp({ seed: 2, customers: 24 })).not.toEqual(instance);
  });

  it('do the same work whenever they are run', () => {
    const sums = (cases: ReturnType<typeof casesAnew>) => cases.map(({ run }) => [run(), run(), run()]);
    expect(sums(casesAnew())).toEqual(sums(casesAnew()));
  });

  it('leave the tours as they were, so that every call measures the same', () => {
    const [insertion] = casesAnew();
    expect(insertion?.run()).toBe(insertion?.run());
  });
});
