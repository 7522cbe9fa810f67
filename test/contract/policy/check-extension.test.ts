import { describe, expect, it } from 'vitest';
import { findingsOf, territoryJson } from '../territory-files.ts';

const extending = (changes: object) => findingsOf(territoryJson({ policy: { extends: 'tobacco', ...changes } }));

describe('checkExtension', () => {
  it('reports the removal of an entry that the preset does not have', () => {
    expect(extending({ remove: ['plan/even-load', 'month-sumary'] })).toMatchObject([
      { code: 'REMOVAL_UNKNOWN', at: { pointer: '/policy/remove/1' }, value: 'month-sumary', hint: 'Did you mean "monthly-summary"?' },
    ]);
  });

  it('reports an entry that is removed and changed', () => {
    expect(extending({ remove: ['day/reserve'], rules: [{ rule: 'day/reserve', length: 'PT10M' }] })).toMatchObject([
      { code: 'REMOVED_AND_GIVEN', at: { pointer: '/policy/remove/0' }, value: 'day/reserve' },
    ]);
  });

  it('guesses which entry was meant to be changed', () => {
    const findings = extending({ duties: [{ id: 'moning-meeting', until: '08:20' }] });
    expect(findings).toContainEqual({
      code: 'ENTRY_UNKNOWN',
      kind: 'invalid',
      at: { file: 'territory.json', pointer: '/policy/duties/0/id' },
      value: 'moning-meeting',
      message: 'The preset has no such entry to change, and this entry is not complete',
      hint: 'Did you mean "morning-meeting"?',
    });
    // What it lacks to stand alone is told as well.
    expect(findings.map(({ code, at }) => `${code} ${at.pointer}`)).toContain('FIELD_MISSING /policy/duties/0/title');
  });

  it('takes a complete entry for a new one, however near its name', () => {
    expect(extending({ tiers: [{ id: 'AA', dwell: 'PT20M', unserved: 'PT8H' }] })).toEqual([]);
  });

  it('reports removals without a preset', () => {
    expect(findingsOf(territoryJson({ policy: { remove: ['day/reserve'] } }))).toContainEqual(
      expect.objectContaining({
        code: 'FIELD_MISSING',
        at: { file: 'territory.json', pointer: '/policy/extends' },
        hint: 'Give the preset from which "remove" removes entries.',
      }),
    );
  });
});
