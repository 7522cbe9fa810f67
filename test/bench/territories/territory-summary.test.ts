import { describe, expect, it } from 'vitest';
import { type TimedPlan, improvements } from '../../../bench/territories/plan-timed.ts';
import { caseRows, settledAfter, summarizeCase } from '../../../bench/territories/territory-summary.ts';

const aPlan = (plan: Partial<TimedPlan>): TimedPlan => ({
  seed: 1,
  cost: 36_000,
  visits: 30,
  requiredUnserved: 0,
  optionalUnserved: 4,
  travelHours: 2,
  elapsed: 10,
  searched: 8,
  stepsPerSecond: 5000,
  endedAtWork: 40_000,
  trace: [{ seconds: 1, cost: 36_000 }],
  ...plan,
});

describe('improvements', () => {
  it('keep the first report and those cheaper than all before', () => {
    const points = [300, 280, 280, 290, 270].map((cost, seconds) => ({ seconds, cost }));
    expect(improvements(points).map(({ seconds }) => seconds)).toEqual([0, 1, 4]);
  });
});

describe('settledAfter', () => {
  it('is the first moment within one percent of the long run', () => {
    const trace = [
      { seconds: 1, cost: 1020 },
      { seconds: 2, cost: 1010 },
      { seconds: 3, cost: 1000 },
    ];
    expect(settledAfter(trace, 1000)).toBe(2); // 1000 × 1.01 = 1010
    expect(settledAfter(trace, 980)).toBeNull(); // 980 × 1.01 = 989.8
  });
});

describe('summarizeCase', () => {
  it('holds costs against the long run, in percent', () => {
    const runs = [36_720, 36_360, 35_640].map((cost) => aPlan({ cost }));
    // 36,720 ÷ 36,000 is 2 % more, 36,360 is 1 % more, 35,640 is 1 % less.
    const { over } = summarizeCase({ name: 'week', longCost: 36_000, runs });
    expect(over.median).toBeCloseTo(1, 9);
    expect(over.least).toBeCloseTo(-1, 9);
    expect(over.most).toBeCloseTo(2, 9);
  });

  it('tells of the worst run for what must not be', () => {
    const runs = [0, 3, 1].map((requiredUnserved) => aPlan({ requiredUnserved }));
    expect(summarizeCase({ name: 'week', longCost: 36_000, runs }).requiredUnserved).toBe(3);
  });

  it('is settled when more than half of the runs are', () => {
    const settled = (costs: readonly number[]) =>
      summarizeCase({ name: 'week', longCost: 36_000, runs: costs.map((cost) => aPlan({ trace: [{ seconds: 1.5, cost }] })) }).settledAfter;
    expect(settled([36_000, 36_100, 39_000])).toBe(1.5);
    expect(settled([36_000, 39_000])).toBeNull();
  });

  it('has no speed where every search was too short to tell', () => {
    expect(summarizeCase({ name: 'week', longCost: 36_000, runs: [aPlan({ stepsPerSecond: null })] }).stepsPerSecond).toBeNull();
  });
});

describe('caseRows', () => {
  it('tell costs in hours of working time', () => {
    const summary = summarizeCase({ name: 'week', longCost: 36_000, runs: [aPlan({ cost: 36_180 })] });
    expect(caseRows([summary])).toEqual([
      {
        case: 'week',
        'long run': '10.0 h',
        'over it %': '0.50 (0.50 … 0.50)',
        'required unserved': 0,
        'optional unserved': 4,
        'travel h': '2.0',
        'within 1 % after': '1.0 s',
        'steps/s': 5000,
        'searched s': '8.0',
        'in all s': '10.0',
      },
    ]);
  });
});
