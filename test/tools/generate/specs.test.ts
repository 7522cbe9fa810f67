import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureSpecs } from '../../../tools/generate/specs.ts';

const folder = join(import.meta.dirname, '../../../fixtures');

describe('fixtureSpecs', () => {
  it('has a spec for every fixture but the one that is written by hand', () => {
    const kept = readdirSync(folder).filter((id) => id !== 'hamlet-4');
    expect(fixtureSpecs.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  });

  it('has reps with one vehicle, with two, with a vehicle and free modes, and with free modes only', () => {
    const reps = fixtureSpecs.flatMap((spec) => [...(spec.by === 'team' ? spec.reps : spec.beats)]);
    const kinds = new Set(
      reps.map(({ vehicles, modes }) => `${Math.min(vehicles.length, 2)} vehicles, ${Math.min(modes.length, 2)} modes`),
    );
    expect([...kinds].toSorted()).toEqual([
      '0 vehicles, 2 modes',
      '1 vehicles, 0 modes',
      '1 vehicles, 1 modes',
      '1 vehicles, 2 modes',
      '2 vehicles, 1 modes',
    ]);
  });

  it('has a seed of its own for each', () => {
    expect(new Set(fixtureSpecs.map(({ seed }) => seed)).size).toBe(fixtureSpecs.length);
  });
});
