import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { perSecond, priceOf } from '../../../src/rules/obligation/prices.ts';

describe('priceOf', () => {
  it('is the price, or beyond all prices under a must', () => {
    expect(priceOf(90)).toBe(90);
    expect(priceOf('must')).toBe(FORBIDDEN);
  });
});

describe('perSecond', () => {
  it('is a sixtieth of the price of a minute, or beyond all prices under a must', () => {
    expect(perSecond(90)).toBe(1.5);
    expect(perSecond('must')).toBe(FORBIDDEN / 60);
  });
});
