import { describe, expect, it } from 'vitest';
import { faultsOf, summarizeInstance, summarizeSet } from '../../../bench/public/pvrp-summary.ts';
import type { SolverRun } from '../../../bench/public/solver-process.ts';

const aRun = (run: Partial<SolverRun>): SolverRun => ({ seed: 1, best: 100, unserved: 0, bad: '', elapsed: 1, details: {}, ...run });

/** An instance of reference 100, so that a gap in percent is the cost less 100. */
const anInstance = (ours: readonly Partial<SolverRun>[], rival: readonly Partial<SolverRun>[] | null) => ({
  name: 'p01',
  reference: 100,
  ours: ours.map(aRun),
  rival: rival?.map(aRun) ?? null,
});

describe('summarizeInstance', () => {
  it('gives gaps in percent of the reference', () => {
    const { ours } = summarizeInstance({ ...anInstance([{ best: 204 }, { best: 202 }], null), reference: 200 });
    expect(ours.mean).toBeCloseTo(1.5, 9); // (2 % + 1 %) / 2
    expect(ours.best).toBeCloseTo(1, 9);
  });

  it('leaves runs out that are wrong, incomplete or without an answer, and counts them', () => {
    const { ours } = summarizeInstance(
      anInstance([{ best: 90, bad: 'load 7' }, { best: 80, unserved: 1 }, { best: null, bad: 'crash' }, {}], null),
    );
    expect(ours).toEqual({ mean: 0, best: 0, invalid: 3 });
  });

  it('has no gap without a valid run', () => {
    expect(summarizeInstance(anInstance([{ best: null, bad: 'crash' }], null)).ours).toEqual({ mean: null, best: null, invalid: 1 });
  });

  it.each([
    ['win', [{ best: 101 }], [{ best: 102 }]],
    ['loss', [{ best: 102 }], [{ best: 101 }]],
    ['tie', [{ best: 101.001 }], [{ best: 101.002 }]], // 0.001 %: references have two decimals
    ['win', [{ best: 109 }], [{ best: 101, unserved: 2 }]],
    ['loss', [{ best: 101, bad: 'dur ' }], [{ best: 109 }]],
    ['tie', [{ unserved: 1 }], [{ bad: 'load' }]],
  ] as const)('is a %s by fewer invalid runs, then by the mean', (outcome, ours, rival) => {
    expect(summarizeInstance(anInstance(ours, rival)).outcome).toBe(outcome);
  });

  it('has no outcome without a rival', () => {
    expect(summarizeInstance(anInstance([{}], null))).toMatchObject({ rival: null, outcome: null });
  });
});

describe('summarizeSet', () => {
  it('takes means over the instances on which both have a valid run', () => {
    const set = summarizeSet(
      [
        anInstance([{ best: 101 }, { best: 103 }], [{ best: 104 }, { best: 106 }]),
        anInstance([{ best: 104 }], [{ best: 103 }]),
        anInstance([{ best: 150 }], [{ best: 100, unserved: 1 }]),
      ].map(summarizeInstance),
    );
    expect(set).toMatchObject({ counted: 2, wins: 2, losses: 1, ties: 0 });
    expect(set.ours?.mean).toBeCloseTo(3, 9); // (2 + 4) / 2
    expect(set.ours?.best).toBeCloseTo(2.5, 9); // (1 + 4) / 2
    expect(set.rival?.mean).toBeCloseTo(4, 9); // (5 + 3) / 2
  });

  it('has no means of nothing', () => {
    expect(summarizeSet([])).toEqual({ counted: 0, ours: null, rival: null, wins: 0, losses: 0, ties: 0 });
  });
});

describe('faultsOf', () => {
  it('names instance, side and seed of each invalid run', () => {
    expect(faultsOf(anInstance([{}, { seed: 2, unserved: 3 }], [{ bad: 'load 7' }]))).toEqual([
      'p01, ours, seed 2: 3 customers unserved',
      'p01, rival, seed 1: load 7',
    ]);
  });
});
