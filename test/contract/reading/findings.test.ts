import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileErrors } from '../../../src/contract/reading/file-errors.ts';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { valueErrors } from '../../../src/contract/reading/value-errors.ts';
import type { Finding } from '../../../src/kernel/finding.ts';

/** A finding in a row, or in no row for 0. */
const at = (file: string, row: number): Finding =>
  valueErrors.dateInvalid({ at: row === 0 ? { file } : { file, row }, value: '2026-02-30' });

const collected = (found: readonly Finding[]): Findings => {
  const findings = new Findings();
  findings.reportAll(found);
  return findings;
};

const anyFindings = fc.array(
  fc.tuple(fc.constantFrom('customers.csv', 'reps.csv'), fc.nat({ max: 300 })).map(([file, row]) => at(file, row)),
  { maxLength: 260 },
);

describe('findings', () => {
  it('are listed file by file in the order of their rows', () => {
    const found = [at('reps.csv', 3), at('customers.csv', 9), at('reps.csv', 2)];
    expect(collected(found).inOrder()).toEqual([found[2], found[0], found[1]]);
  });

  it('are listed up to a hundred, and beyond that counted from the first that is not', () => {
    const found = Array.from({ length: 200_000 }, (_, i) => at('customers.csv', i + 2));
    const findings = collected(found);
    expect(findings.inOrder()).toEqual([
      ...found.slice(0, 100),
      fileErrors.moreFindings({ at: found[100]?.at ?? { file: '' }, more: 199_900 }),
    ]);
    expect(findings.count).toBe(200_000);
    expect(findings.rows.get('customers.csv')?.size).toBe(200_000);
  });

  it('of two parts are the same as of both in turn', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (first, second) => {
        const added = collected(first);
        added.add(collected(second));
        const whole = collected([...first, ...second]);
        expect(added.inOrder()).toEqual(whole.inOrder());
        expect(added.count).toBe(whole.count);
        expect(added.rows).toEqual(whole.rows);
        expect(added.areInRowsOf(new Set(['reps.csv']))).toBe(
          [...first, ...second].every(({ at: { file, row } }) => file === 'reps.csv' && row !== undefined),
        );
      }),
    );
  });

  it('show names of the input cut, however long they are', () => {
    const long = 'x'.repeat(100_000);
    const finding = valueErrors.fieldUnknown({ at: { file: long, column: long, pointer: long }, value: long, choices: [long, long] });
    expect(JSON.stringify(finding).length).toBeLessThan(4000);
  });
});
