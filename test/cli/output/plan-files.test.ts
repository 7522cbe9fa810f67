import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNames } from '../../../src/cli/output/plan-files.ts';
import { repId } from '../../../src/kernel/ids.ts';

const namesOf = (...ids: readonly string[]) => [...fileNames(ids.map(repId)).values()];

describe('names of reps’ files', () => {
  it('keep letters of all languages and nothing that a disk refuses', () => {
    expect(namesOf('li-1', '王芳', 'a/b', '../x')).toEqual(['li-1', '王芳', 'a_b', '.._x']);
  });

  it('differ where ids differ, also on disks that do not tell capital letters from small ones', () => {
    expect(namesOf('a/b', 'a_b', 'A?B', 'a_b-2')).toEqual(['a_b', 'a_b-2', 'A_B-3', 'a_b-2-2']);
  });

  it('are different, short and free of separators for any ids', () => {
    const ids = fc.uniqueArray(
      fc.oneof(fc.string({ minLength: 1, maxLength: 300, unit: 'binary' }), fc.string({ minLength: 1, maxLength: 2 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(ids, (all) => {
        const names = namesOf(...all);
        expect(new Set(names.map((name) => name.normalize().toLowerCase())).size).toBe(all.length);
        for (const name of names) {
          expect(Buffer.byteLength(`${name}.html`)).toBeLessThan(256);
          expect(name).not.toMatch(/[/\\\0]/);
        }
      }),
    );
  });
});
