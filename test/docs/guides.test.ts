import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Code that a guide shows of a file: blocks whose first line is a comment with the file's path. */
function excerptsIn(guide: string): readonly { readonly path: string; readonly code: string }[] {
  const blocks = readFileSync(guide, 'utf8').matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```$/gms);
  return Array.from(blocks, ([, path = '', code = '']) => ({ path, code }));
}

const excerpts = globSync('docs/guides/*.md').flatMap((guide) => excerptsIn(guide).map((excerpt) => ({ guide, ...excerpt })));

describe('the guides', () => {
  it('show code as it stands', () => {
    expect(excerpts.length).toBeGreaterThan(0);
    for (const { path, code } of excerpts) expect(readFileSync(path, 'utf8')).toContain(code);
  });
});
