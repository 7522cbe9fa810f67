import { describe, expect, it } from 'vitest';
import { Answers } from '../../../../src/engine/search/state/answers.ts';

describe('the answers of an insertion', () => {
  it('have a cell of their own in small problems, and share a bounded number of cells in large ones', () => {
    const cells = (answers: Answers) => new Set(Array.from({ length: 12 }, (_, at) => answers.cellOf(Math.floor(at / 3), at % 3))).size;
    const small = new Answers(4, 3);
    expect([small.cells.length, cells(small)]).toEqual([64, 12]);
    const large = new Answers(4, 3, 8);
    expect([large.cells.length, cells(large)]).toEqual([32, 8]);
    expect(new Answers(5000, 2000).cells.byteLength).toBe(2 ** 24);
  });
});
