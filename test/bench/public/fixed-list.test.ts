import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BENCHMARKS, SETS, fixedSet, missingFiles } from '../../../bench/public/fixed-list.ts';
import { judgeRoutes } from '../../../bench/public/judge-routes.ts';
import { readRouting } from '../../../bench/public/read-routing.ts';

describe('fixedSet', () => {
  it('has few instances, half of the VRPTW with long routes', () => {
    const counts = Object.fromEntries(SETS.map((set) => [set, fixedSet(set, '').length]));
    expect(counts).toEqual({ cvrp: 6, 'vrptw-1': 6, 'vrptw-2': 6, pcvrptw: 2, pvrp: 12 });
  });

  it('names the files that are missing', () => {
    expect(missingFiles(fixedSet('pcvrptw', '/nowhere'))).toEqual(['/nowhere/pcvrptw/R2_10_7.vrp', '/nowhere/pcvrptw/RC1_10_4.vrp']);
  });
});

describe.runIf(existsSync(BENCHMARKS))('solutions that come with instances', () => {
  const entries = [...fixedSet('cvrp', BENCHMARKS), ...fixedSet('pcvrptw', BENCHMARKS)];

  it.each(entries)('$name: the checker finds the published cost and nothing wrong', ({ file, reference }) => {
    const lines = readFileSync(file.replace('.vrp', '.sol'), 'utf8').split('\n');
    const routes = lines
      .filter((line) => line.startsWith('Route'))
      .map((line) => {
        const [, stops = ''] = line.split(':');
        return stops
          .trim()
          .split(/\s+/)
          .map((stop) => Number(stop) - 1);
      });
    expect(judgeRoutes(readRouting(file), routes)).toEqual({ cost: reference, unserved: 0, wrong: [] });
  });
});
