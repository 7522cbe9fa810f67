import { describe, expect, it } from 'vitest';
import { medianOf, spreadOf } from '../../../bench/report/spread.ts';

describe('the spread of measurements', () => {
  it('has its median in the middle, whatever the order', () => {
    expect(medianOf([9, 1, 2])).toBe(2);
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(medianOf([9, 1, 4, 2])).toBe(3); // (2 + 4) / 2
  });

  it('tells mean and both ends besides', () => {
    expect(spreadOf([9, 1, 2])).toEqual({ median: 2, mean: 4, least: 1, most: 9 });
  });
});
