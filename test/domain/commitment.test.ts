import { describe, expect, it } from 'vitest';
import { isPromised } from '../../src/domain/commitment.ts';
import { aCommitment } from '../support/builders.ts';

describe('isPromised', () => {
  it('holds for announced and confirmed visits', () => {
    const held = (['planned', 'announced', 'confirmed'] as const).map((firmness) => isPromised(aCommitment({ firmness })));
    expect(held).toEqual([false, true, true]);
  });
});
