import { describe, expect, it } from 'vitest';
import { readVrplib } from '../../../bench/public/read-vrplib.ts';
import { TINY_CVRP, TINY_PCVRPTW } from './tiny-routing.ts';

describe('readVrplib', () => {
  it('rounds distances of the capacitated VRP and gives it more vehicles than its loads need', () => {
    const instance = readVrplib(TINY_CVRP);
    expect([...instance.legs.subarray(0, 4)]).toEqual([0, 3, 4, 5]); // 3.16 is 3
    expect(instance).toMatchObject({ name: 'tiny', vehicles: 5, capacity: 2, window: null, scale: 1 });
    expect(instance.customers[0]).toEqual({ demand: 1, service: 0, window: null, prize: null });
  });

  it('reads windows, services and prizes in tenths', () => {
    const instance = readVrplib(TINY_PCVRPTW);
    expect(instance).toMatchObject({ vehicles: 2, window: { from: 0, until: 400 }, scale: 1 });
    expect(instance.customers[2]).toEqual({ demand: 1, service: 10, window: { from: 0, until: 300 }, prize: 90 });
  });

  it('refuses types that it cannot read', () => {
    expect(() => readVrplib(TINY_CVRP.replace('TYPE : CVRP', 'TYPE : HFVRP'))).toThrow('type');
  });
});
