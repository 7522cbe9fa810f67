import { describe, expect, it } from 'vitest';
import { errorCatalogues } from '../../scripts/docs/error-catalogues.ts';

describe.each(errorCatalogues)('the error catalogue $path', ({ errors }) => {
  const entries = Object.values(errors);

  it('names each code after its key', () => {
    const codes = Object.keys(errors).map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
    expect(entries.map(({ code }) => code)).toEqual(codes);
  });

  it('gives every error a title and says when it happens', () => {
    for (const { title, when } of entries) {
      expect(title).toMatch(/^[A-Z]/);
      expect(when).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('the error catalogues', () => {
  it('have no code twice', () => {
    const codes = errorCatalogues.flatMap(({ errors }) => Object.values(errors).map(({ code }) => code));
    expect(codes).toEqual([...new Set(codes)]);
  });
});
