import { describe, expect, it } from 'vitest';
import { PlanningError, errorCatalogue, errors, refuse } from '../../src/kernel/errors.ts';
import { formatFinding } from '../../src/kernel/finding.ts';

const at = { file: 'customers.csv', row: 14, column: 'tier' };

describe('errors', () => {
  it('makes a finding that says where, what, with which value, and what to do', () => {
    expect(errors.tierUnknown({ at, value: 'Keyy', choices: ['key', 'small'] })).toEqual({
      code: 'TIER_UNKNOWN',
      kind: 'invalid',
      at,
      message: 'There is no such tier',
      hint: 'Did you mean "key"?',
      value: 'Keyy',
    });
  });

  it('lists the names that would do when none is near', () => {
    expect(errors.tierUnknown({ at, value: 'gold', choices: ['A', 'B'] }).hint).toBe('Use one of: A, B.');
  });

  it('shows twelve names at most', () => {
    const known = Array.from({ length: 13 }, (_, i) => `tier-${i}`);
    expect(errors.tierUnknown({ at, value: 'gold', choices: known }).hint).toMatch(/tier-11, … \(13 in all\)\.$/);
  });

  it('does not look for what was meant among very many names', () => {
    const known = Array.from({ length: 1001 }, (_, i) => `tier-${i}`);
    expect(errors.tierUnknown({ at, value: 'teir-1', choices: known }).hint).toMatch(/^Use one of/);
    expect(errors.tierUnknown({ at, value: 'teir-1', choices: known.slice(1) }).hint).toBe('Did you mean "tier-1"?');
  });

  it('leaves the value out where there is none', () => {
    expect(errors.coordinateMissing({ at })).not.toHaveProperty('value');
  });

  it('names each code after its key', () => {
    const codes = Object.keys(errors).map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
    expect(Object.values(errors).map(({ code }) => code)).toEqual(codes);
  });

  it('gives every entry a title and says when it happens', () => {
    for (const { title, when } of errorCatalogue) {
      expect(title).toMatch(/^[A-Z]/);
      expect(when).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('PlanningError', () => {
  it('carries all findings and tells each on a line of its own', () => {
    const findings = [
      errors.tierUnknown({ at, value: 'Keyy', choices: ['key'] }),
      errors.fieldMissing({ at: { file: 'territory.json', pointer: '/name' }, expected: 'text' }),
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
    expect(() => refuse([errors.nothingDue({ at: { file: '--from' } })])).toThrow(PlanningError);
  });
});

describe('formatFinding', () => {
  it('leaves out what a place does not have', () => {
    expect(formatFinding(errors.columnTwice({ at: { file: 'reps.csv', row: 1, column: 'id' }, first: '工号' }))).toBe(
      'reps.csv:1 id: This heading means the same as "工号". Remove one of the two columns.',
    );
  });
});
