import { describe, expect, it } from 'vitest';
import { minutesOver } from '../../../src/rules/measure/minutes-over.ts';
import { perSecond } from '../../../src/rules/obligation/prices.ts';

describe('minutesOver', () => {
  it('counts minutes and rounds their cost to whole seconds', () => {
    // 61 s = 1.01… min; 61 × 90 ÷ 60 = 91.5
    expect(minutesOver(61, 90)).toEqual({ units: 61 / 60, cost: 92 });
  });

  it('costs what the search makes of each second', () => {
    for (let over = 1; over <= 7200; over++) {
      for (const price of [1, 7, 30, 90, 100]) expect(minutesOver(over, price).cost).toBe(Math.round(over * perSecond(price)));
    }
  });

  it('has no cost under a must', () => {
    expect(minutesOver(120, 'must')).toEqual({ units: 2 });
  });
});
