import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsIn, sizeOfJson } from '../../../src/contract/reading/size-of-text.ts';

const valuesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, part) => sum + valuesOf(part), 1) : 1;
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

describe('the size of a text', () => {
  it('is that of the JSON in it, as text and as bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        const { depth, values } = sizeOfJson(json);
        // Half of them may be empty lists, which count twice.
        expect(values).toBeGreaterThanOrEqual(valuesOf(value));
        expect(values).toBeLessThanOrEqual(2 * valuesOf(value));
        expect(depth).toBe(depthOf(value));
        expect(sizeOfJson(new TextEncoder().encode(json))).toEqual({ depth, values });
      }),
    );
  });

  it('is the number of cells of a table, whatever separates or quotes them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '\t', '"', '\n', '\r', '客'), maxLength: 6 });
    const table = fc.integer({ min: 2, max: 4 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns })));
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n', '\r'), (rows, delimiter, newline) => {
        const headings = ['h', 'h', 'h', 'h'].slice(0, rows[0]?.length ?? 2);
        const csv = stringify([headings, ...rows], { delimiter, record_delimiter: newline, quoted: true });
        // After the last line end, one more empty cell begins.
        expect(cellsIn(csv)).toBe((1 + rows.length) * headings.length + 1);
      }),
    );
  });
});
