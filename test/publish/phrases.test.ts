import { describe, expect, it } from 'vitest';
import { distanceName } from '../../src/publish/phrases.ts';

describe('distanceName', () => {
  it('tells kilometres with one decimal, and short ways in tens of metres', () => {
    expect([1543, 149, 95, 94, 46, 0].map((metres) => distanceName(metres, 'en'))).toEqual([
      '1.5 km',
      '0.1 km',
      '0.1 km',
      '90 m',
      '50 m',
      '0 m',
    ]);
    expect([1500, 40].map((metres) => distanceName(metres, 'zh'))).toEqual(['1.5 公里', '40 米']);
  });
});
