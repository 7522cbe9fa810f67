import { describe, expect, it } from 'vitest';
import { meanGaps, peerFaults, summarizeCase } from '../../../bench/peers/peer-summary.ts';
import type { TurnRun } from '../../../bench/public/run-in-turn.ts';

const aRun = (file: string, name: string, run: Partial<TurnRun['run']>): TurnRun => ({
  file,
  solver: { name, command: [] },
  run: { seed: 1, best: 100, unserved: 0, bad: '', elapsed: 1, details: {}, ...run },
});

describe('summarizeCase', () => {
  it('adds up the costs of its files and takes the median over the seeds', () => {
    const runs = [100, 110, 120].flatMap((best, index) => [
      aRun('a', 'ours', { seed: index + 1, best }),
      aRun('b', 'ours', { seed: index + 1, best: 90 }),
    ]);
    expect(summarizeCase({ name: 'week', files: ['a', 'b'], reference: 160 }, runs).gaps).toEqual({ ours: 25 }); // 110 + 90
  });

  it('measures against the least cost where there is no reference', () => {
    const runs = [aRun('a', 'ours', { best: 100 }), aRun('a', 'peer', { best: 110 }), aRun('b', 'peer', { best: 1 })];
    const { reference, gaps } = summarizeCase({ name: 'a', files: ['a'], reference: null }, runs);
    expect(reference).toBe(100);
    expect(gaps['ours']).toBe(0);
    expect(gaps['peer']).toBeCloseTo(10, 9);
  });

  it('has no gap for a solver with an invalid run, and does not measure against it', () => {
    const runs = [aRun('a', 'ours', {}), aRun('a', 'peer', { best: 50, unserved: 1 })];
    expect(summarizeCase({ name: 'a', files: ['a'], reference: null }, runs)).toMatchObject({
      reference: 100,
      gaps: { ours: 0, peer: null },
    });
    expect(peerFaults(runs)).toEqual(['a, peer, seed 1: 1 unserved']);
  });
});

describe('meanGaps', () => {
  it('counts cases on which all solvers are valid', () => {
    const cases = [
      { name: 'a', reference: 1, gaps: { ours: 1, peer: 2 } },
      { name: 'b', reference: 1, gaps: { ours: 3, peer: 2 } },
      { name: 'c', reference: 1, gaps: { ours: 3, peer: null } },
    ];
    expect(meanGaps(cases)).toEqual({ counted: 2, gaps: { ours: 2, peer: 2 } });
  });
});
