import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureSpecs } from '../../src/generate/specs.ts';

const folder = join(import.meta.dirname, '../../fixtures');

describe('fixtureSpecs', () => {
  it('makes every fixture but the one that is written by hand', () => {
    const kept = readdirSync(folder).filter((id) => id !== 'hamlet-4');
    expect(fixtureSpecs.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  });

  it('throws dice of its own for each', () => {
    expect(new Set(fixtureSpecs.map(({ seed }) => seed)).size).toBe(fixtureSpecs.length);
  });
});
