import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pvrpSet } from '../../../bench/public/pvrp-set.ts';
import { folderWith } from '../temporary-folder.ts';
import { tinyFiles } from './tiny-instance.ts';

describe('pvrpSet', () => {
  it('lists instances with a reference in the order of their names, those of inner folders too', () => {
    const folder = folderWith({ ...tinyFiles, 'new/p2.txt': '', 'new/p2.res': '7.5', 'p10.txt': '', 'p10.res': '8', 'p11.txt': '' });
    expect(pvrpSet(folder)).toEqual([
      { name: 'p2', file: join(folder, 'new/p2.txt'), reference: 7.5 },
      { name: 'p10', file: join(folder, 'p10.txt'), reference: 8 },
      { name: 'tiny', file: join(folder, 'tiny.txt'), reference: 24 },
    ]);
  });

  it('leaves p13 out, whose reference is odd', () => {
    expect(pvrpSet(folderWith({ 'p13.txt': '', 'p13.res': '9' }))).toEqual([]);
  });

  it('is null where there is no folder', () => {
    expect(pvrpSet('/nowhere/at/all')).toBeNull();
  });
});
