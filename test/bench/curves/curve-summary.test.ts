import { describe, expect, it } from 'vitest';
import { curvePoints, curveRows } from '../../../bench/curves/curve-summary.ts';

const at = (seconds: number, seed: number, cost: number) => ({ name: 'week', seconds, seed, cost, requiredUnserved: seed - 1 });
const runs = [at(1, 1, 120), at(1, 2, 110), at(5, 1, 100), at(5, 2, 104)];

describe('curvePoints', () => {
  it('measures each point against the least cost of the curve', () => {
    const [first, last] = curvePoints(runs, {});
    expect(first).toMatchObject({ seconds: 1, cost: { median: 115, least: 110, most: 120 }, requiredUnserved: 1 });
    expect(last?.over.median).toBeCloseTo(2, 9);
  });

  it('measures against the reference where there is one', () => {
    const references = { week: { cost: 80, model: 'a', seconds: 60, seed: 1, commit: null } };
    const points = curvePoints(runs, references);
    expect(points[1]?.over.least).toBeCloseTo(25, 9);
    expect(curveRows(points, references)).toEqual([
      { case: 'week', reference: 80, '1 s': '43.75 (37.50 … 50.00)', '5 s': '27.50 (25.00 … 30.00)', 'required unserved': 1 },
    ]);
  });
});
