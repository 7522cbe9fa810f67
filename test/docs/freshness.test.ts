import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents } from '../../scripts/write-docs.ts';

describe.each(documents)('$path', ({ path, text }) => {
  it('is what "npm run docs" would write', () => {
    expect(readFileSync(path, 'utf8')).toBe(text());
  });
});
