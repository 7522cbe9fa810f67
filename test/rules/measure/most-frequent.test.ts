import { describe, expect, it } from 'vitest';
import { mostFrequent } from '../../../src/rules/measure/most-frequent.ts';

describe('mostFrequent', () => {
  it('counts how often the most frequent value comes up', () => {
    expect(mostFrequent(['r1', 'r2', 'r1'])).toBe(2);
    expect(mostFrequent([1, 2, 3])).toBe(1);
    expect(mostFrequent([])).toBe(0);
  });
});
