import { describe, expect, it } from 'vitest';
import { readSolomon } from '../../../bench/public/read-solomon.ts';
import { TINY_SOLOMON } from './tiny-routing.ts';

describe('readSolomon', () => {
  it('has all times and distances in tenths', () => {
    const instance = readSolomon(TINY_SOLOMON);
    expect(instance).toMatchObject({ name: 'tiny', vehicles: 2, capacity: 2, window: { from: 0, until: 400 }, scale: 10 });
    expect(instance.customers[1]).toEqual({ demand: 1, service: 10, window: { from: 200, until: 300 }, prize: null });
    expect([...instance.legs.subarray(0, 4)]).toEqual([0, 30, 40, 50]);
  });

  it('cuts distances off and does not round them', () => {
    const { legs } = readSolomon(TINY_SOLOMON.replace('1      3          0', '1      2          2'));
    expect(legs[1]).toBe(28); // 2.828…
  });
});
