import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MONTHS } from '../../../bench/curves/curve-cases.ts';
import { REFERENCES, lowered, readReferences, writeReferences } from '../../../bench/curves/references.ts';
import { folderWith } from '../temporary-folder.ts';

const run = { name: 'week', cost: 100, model: 'a', seconds: 5, seed: 1, commit: null };

describe('lowered', () => {
  const before = lowered({}, run);

  it('takes the first cost of a case', () => {
    expect(before).toEqual({ week: { cost: 100, model: 'a', seconds: 5, seed: 1, commit: null } });
  });

  it('takes a lower cost and no higher one', () => {
    expect(lowered(before, { ...run, cost: 99 })['week']?.cost).toBe(99);
    expect(lowered(before, { ...run, cost: 101 })).toBe(before);
    expect(lowered(before, { ...run, seed: 2 })).toBe(before);
  });

  it('begins anew under another model', () => {
    expect(lowered(before, { ...run, model: 'b', cost: 200 })['week']).toMatchObject({ model: 'b', cost: 200 });
  });
});

describe('references', () => {
  it('come back from the file as they were written', () => {
    const file = join(folderWith({}), 'references.json');
    const all = lowered(lowered({}, run), { ...run, name: 'month' });
    writeReferences(file, all);
    expect(readReferences(file)).toEqual(all);
    expect(Object.keys(readReferences(file))).toEqual(['month', 'week']);
  });

  it('are committed for the named months and nothing else', () => {
    const names = MONTHS.map((month) => `${month}-month`);
    expect(names).toEqual(expect.arrayContaining(Object.keys(readReferences(REFERENCES))));
  });
});
