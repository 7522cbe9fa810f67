import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOfWorkbook } from '../../../src/cli/files/workbook-size.ts';
import { archive, sheetRow, workbookOf } from '../../support/archive.ts';
import { beatplan, folderOf } from '../beatplan.ts';

const headings = sheetRow(1, { A: 'id', B: 'lat', C: 'lng' });

describe('the size of a workbook', () => {
  it('reaches from the first cell to the last row and column with a value', () => {
    expect(sizeOfWorkbook(workbookOf(headings + sheetRow(10, { A: 'c1' })))).toEqual({ cells: 30, last: 'C10' });
    expect(sizeOfWorkbook(workbookOf(headings + sheetRow(1_048_576, { XFD: 'x' })))).toEqual({ cells: 2 ** 34, last: 'XFD1048576' });
  });

  it('passes over empty rows at the end, as spreadsheet programs leave them', () => {
    const empty = '<row r="1048575" ht="15"/><row r="1048576"><c r="A1048576" s="1"/></row>';
    expect(sizeOfWorkbook(workbookOf(headings + empty))).toEqual({ cells: 4, last: 'C1' });
  });

  it('counts the places of cells without a value', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}" s="1"/></row>`).join('');
    expect(sizeOfWorkbook(workbookOf(rows))?.cells).toBe(2000 * 16_384);
  });

  it('is none beyond the last cell of any spreadsheet program', () => {
    expect(sizeOfWorkbook(workbookOf(sheetRow(1_048_577, { A: 'x' })))).toBeNull();
    expect(sizeOfWorkbook(workbookOf(sheetRow(1, { XFE: 'x' })))).toBeNull();
    expect(sizeOfWorkbook(workbookOf(sheetRow(1, { ['A'.repeat(1_000_000)]: 'x' })))).toBeNull();
    expect(sizeOfWorkbook(workbookOf(`<row r="${'9'.repeat(400)}"/>`))).toBeNull();
  });

  it('is none where a few bytes unpack to more than 400 MB', () => {
    // Each file alone is within the limit.
    const spaces = new Uint8Array(110_000_000).fill(32);
    const bomb = archive({ 'xl/a.xml': spaces, 'xl/b.xml': spaces, 'xl/c.xml': spaces, 'xl/d.xml': spaces });
    expect(bomb.length).toBeLessThan(500_000);
    expect(sizeOfWorkbook(bomb)).toBeNull();
  });

  it('is found or none, whatever the bytes', () => {
    const book = workbookOf(headings + sheetRow(3, { A: 'c1' }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { maxLength: 8 }), fc.nat(book.length), (changes, length) => {
        const damaged = book.slice(0, length);
        for (const [at, byte] of changes) if (at < length) damaged[at] = byte;
        const size = sizeOfWorkbook(damaged);
        expect(size === null || size.cells >= 0).toBe(true);
      }),
    );
  });
});

describe('a workbook with a cell far away', () => {
  it('is a finding that names the cell', async () => {
    const folder = await folderOf(new Map([['beat.xlsx', workbookOf(headings + sheetRow(1_048_576, { XFD: 'x' }))]]));
    const { code, stderr } = await beatplan(['validate', '.'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('reaches to cell XFD1048576');
  });
});
