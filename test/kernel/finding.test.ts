import { describe, expect, it } from 'vitest';
import { formatFinding, PlanningError, refuse } from '../../src/kernel/finding.ts';
import { policyErrors } from '../../src/contract/policy/errors.ts';
import { fileErrors } from '../../src/contract/reading/file-errors.ts';
import { valueErrors } from '../../src/contract/reading/value-errors.ts';
import { territoryErrors } from '../../src/contract/territory/errors.ts';

const at = { file: 'customers.csv', row: 14, column: 'tier' };

describe('an error of a catalogue', () => {
  it('makes a finding that says where, what, with which value, and what to do', () => {
    expect(policyErrors.tierUnknown({ at, value: 'Keyy', choices: ['key', 'small'] })).toEqual({
      code: 'TIER_UNKNOWN',
      kind: 'invalid',
      at,
      message: 'There is no such tier',
      hint: 'Did you mean "key"?',
      value: 'Keyy',
    });
  });

  it('lists the names that would do when none is near', () => {
    expect(policyErrors.tierUnknown({ at, value: 'gold', choices: ['A', 'B'] }).hint).toBe('Use one of: A, B.');
  });

  it('shows twelve names at most', () => {
    const known = Array.from({ length: 13 }, (_, i) => `tier-${i}`);
    expect(policyErrors.tierUnknown({ at, value: 'gold', choices: known }).hint).toMatch(/tier-11, … \(13 in all\)\.$/);
  });

  it('does not look for what was meant among very many names', () => {
    const known = Array.from({ length: 1001 }, (_, i) => `tier-${i}`);
    expect(policyErrors.tierUnknown({ at, value: 'teir-1', choices: known }).hint).toMatch(/^Use one of/);
    expect(policyErrors.tierUnknown({ at, value: 'teir-1', choices: known.slice(1) }).hint).toBe('Did you mean "tier-1"?');
  });

  it('shows the control characters of whatever it quotes', () => {
    const bad = 'a\u001b[31m\n\u0085\u2028\u202e';
    const finding = policyErrors.tierUnknown({ at: { file: bad, column: bad, pointer: bad }, value: bad, choices: [bad.repeat(2)] });
    const seen = String.raw`a\u001b[31m\u000a\u0085\u2028\u202e`;
    expect(finding).toMatchObject({ at: { file: seen, column: seen, pointer: seen }, value: seen, hint: `Did you mean "${seen}${seen}"?` });
    const long = valueErrors.textTooLong({ at, value: '\u001b'.repeat(10_000), most: 10 });
    expect(String(long.value).length).toBeLessThanOrEqual(200);
  });

  it('leaves the value out where there is none', () => {
    expect(valueErrors.coordinateMissing({ at })).not.toHaveProperty('value');
  });
});

describe('PlanningError', () => {
  it('holds all findings, and its message has a line for each', () => {
    const findings = [
      policyErrors.tierUnknown({ at, value: 'Keyy', choices: ['key'] }),
      valueErrors.fieldMissing({ at: { file: 'territory.json', pointer: '/name' }, expected: 'text' }),
    ];
    const error = new PlanningError(findings);
    expect(error.findings).toEqual(findings);
    expect(error.message.split('\n')).toEqual([
      'customers.csv:14 tier: There is no such tier (Keyy). Did you mean "key"?',
      'territory.json /name: A value is missing here. Give text.',
    ]);
  });
});

describe('refuse', () => {
  it('throws when there is any finding and not otherwise', () => {
    expect(() => refuse([])).not.toThrow();
    expect(() => refuse([territoryErrors.nobodyAtWork({ at: { file: '--from' } })])).toThrow(PlanningError);
  });
});

describe('formatFinding', () => {
  it('leaves out what a place does not have', () => {
    expect(formatFinding(fileErrors.columnTwice({ at: { file: 'reps.csv', row: 1, column: 'id' }, first: '工号' }))).toBe(
      'reps.csv:1 id: This heading means the same as "工号". Remove one of the two columns.',
    );
  });
});

describe('the hint of an unknown name', () => {
  const hintOf = (value: string, choices: readonly string[] | ReadonlySet<string>) =>
    territoryErrors.customerUnknown({ at: { file: 'history.csv', row: 2, column: 'customer' }, value, choices }).hint;

  it('gives a number its zeros back that a spreadsheet dropped, even among very many names', () => {
    expect(hintOf('123', ['00123', '124'])).toBe('Did you mean "00123"?');
    expect(hintOf('123.0', ['123', '124'])).toBe('Did you mean "123"?');
    expect(hintOf('0123', ['123'])).toBe('Did you mean "123"?');
    const many = new Set(Array.from({ length: 5000 }, (_, i) => String(i).padStart(8, '0')));
    expect(hintOf('4711', many)).toBe('Did you mean "00004711"?');
    expect(hintOf('9999', many)).toMatch(/^Use one of/);
  });
});
