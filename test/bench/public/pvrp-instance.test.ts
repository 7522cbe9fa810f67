import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPvrp } from '../../../bench/public/pvrp-instance.ts';
import { folderWith } from '../temporary-folder.ts';
import { tinyFiles } from './tiny-instance.ts';

describe('readPvrp', () => {
  it('reads days from the highest bit down', () => {
    const { customers } = readPvrp(join(folderWith(tinyFiles), 'tiny.txt'), 'tiny');
    // Two days: 3 is 11, both; 1 is 01, the second; 2 is 10, the first.
    expect(customers.map(({ patterns }) => patterns)).toEqual([[[0, 1]], [[1], [0]], [[1], [0]]]);
  });

  it('leaves customers out who are never visited', () => {
    const file = join(folderWith({ 'idle.txt': '1 1 2 1\n0 9\n0 0 0 0 0 0 0\n1 3 0 1 1 1 1 1\n2 5 0 1 1 0 1 1\n' }), 'idle.txt');
    expect(readPvrp(file, 'idle').customers.map(({ id }) => id)).toEqual([1]);
  });
});
