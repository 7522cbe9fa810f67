import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pvrpProblem, verifyPvrp } from '../../../bench/public/pvrp-adapter.ts';
import { readPvrp } from '../../../bench/public/pvrp-instance.ts';
import { folderWith } from '../temporary-folder.ts';
import { tinyFiles } from './tiny-instance.ts';

const tiny = readPvrp(join(folderWith(tinyFiles), 'tiny.txt'), 'tiny');
const problem = pvrpProblem(tiny);
/** Visits are numbered by customer: 0 and 1 of customer 1, 2 of customer 2, 3 of customer 3. A day is a slot. */
const verdict = (slots: readonly (readonly number[])[]) => verifyPvrp(tiny, problem, { cost: 0, slots });

describe('verifyPvrp', () => {
  it('measures the distance by the instance, not by what the solution claims', () => {
    expect(
      verdict([
        [0, 2],
        [1, 3],
      ]),
    ).toEqual({ distance: 24, unserved: 0, wrong: [] }); // 3 + 2 + 5, 3 + 7 + 4
  });

  it('counts customers who are not seen at all', () => {
    expect(verdict([[0, 2], [1]])).toEqual({ distance: 16, unserved: 1, wrong: [] }); // 3 + 2 + 5, 3 + 3
  });

  it('finds customers on days that they do not allow', () => {
    expect(verdict([[0, 2], [3]]).wrong).toEqual(['customer 1 on days 0']);
  });

  it('finds vehicles that carry too much', () => {
    expect(verdict([[0, 2, 3], [1]]).wrong).toEqual(['load 3 on slot 0']);
  });
});
