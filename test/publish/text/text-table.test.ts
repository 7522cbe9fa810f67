import { describe, expect, it } from 'vitest';
import { textTable } from '../../../src/publish/text/text-table.ts';

describe('textTable', () => {
  it('aligns left and right, two blanks apart', () => {
    expect(
      textTable(
        [
          ['a', '1'],
          ['bbb', '22'],
        ],
        ['left', 'right'],
      ),
    ).toEqual(['a     1', 'bbb  22']);
  });

  it('counts Chinese letters as two places', () => {
    // 客户 takes four places, as abcd does.
    expect(
      textTable(
        [
          ['客户', 'x'],
          ['abcd', 'y'],
        ],
        ['left', 'left'],
      ),
    ).toEqual(['客户  x', 'abcd  y']);
  });

  it('leaves no blanks at the end of a line', () => {
    expect(
      textTable(
        [
          ['a', ''],
          ['b', 'long'],
        ],
        ['left', 'left'],
      ),
    ).toEqual(['a', 'b  long']);
  });
});
