import { describe, expect, it } from 'vitest';
import type { HonestResult } from '../../../bench/hostile-load/honest-callers.ts';
import { count, emptyTally, noteBreakdown, rowsOf } from '../../../bench/hostile-load/tally.ts';
import { barsOf } from '../../../bench/hostile-load/verdict.ts';

const sample = (all: number) => ({ at: 0, main: 100, all, processes: 4 });
const memory = [sample(200), sample(2000), sample(300)];
const honest: HonestResult = { tally: emptyTally(), plans: [900], statuses: [5, 6], refusals: 0, retired: 0, complaints: [] };
const unmet = (changes: Partial<Parameters<typeof barsOf>[0]>) =>
  barsOf({ honest, hostile: emptyTally(), memory, isAlive: true, ...changes })
    .filter(({ met }) => !met)
    .map(({ bar }) => bar);

describe('the bars of the hostile load', () => {
  it('are met by quick answers, little memory and no complaint', () => {
    expect(unmet({})).toEqual([]);
  });

  it('name what is too slow, too large, lost or dead', () => {
    expect(unmet({ honest: { ...honest, statuses: [1500] } })).toEqual(['p99 of an honest status below 1 s']);
    expect(unmet({ honest: { ...honest, plans: [] } })).toEqual(['p99 of an honest small plan below 10 s']);
    expect(unmet({ honest: { ...honest, complaints: ['Plan 1 is gone.'] } })).toEqual(['no plan lost, no wrong answer']);
    expect(unmet({ memory: [sample(200), sample(2000), sample(1900)] })).toEqual(['memory falls below half of its peak afterwards']);
    expect(unmet({ isAlive: false })).toEqual(['the process lives']);
  });

  it('take a refusal for now for no breakdown', () => {
    const hostile = emptyTally();
    noteBreakdown(hostile, { kind: 'a', status: 503, body: '' }, true);
    expect(unmet({ hostile })).toEqual([]);
    noteBreakdown(hostile, { kind: 'a', status: 500, body: '{}' }, true);
    noteBreakdown(hostile, { kind: 'a', status: 503, body: '' }, false);
    expect(hostile.breakdowns.map(({ status }) => status)).toEqual([500, 503]);
    expect(unmet({ hostile })).toEqual(['no 500']);
  });
});

describe('a tally', () => {
  it('has a row for each kind with its answers and times', () => {
    const tally = emptyTally();
    count(tally, 'b', 200, 10);
    count(tally, 'a', 'hung up', null);
    count(tally, 'b', 404, 30);
    expect(rowsOf(tally)).toEqual([
      { kind: 'a', requests: 1, answers: '1 × hung up', 'median ms': null, 'p99 ms': null },
      { kind: 'b', requests: 2, answers: '1 × 200, 1 × 404', 'median ms': 30, 'p99 ms': 30 },
    ]);
  });
});
