import { describe, expect, it } from 'vitest';
import { specFor } from '../../../tools/generate/spec-for.ts';

describe('specFor', () => {
  it('gives a rep 250 customers by default', () => {
    expect(specFor({ name: 'x', seed: 1 }).beats.map(({ customers }) => customers)).toEqual([250]);
  });

  it('shares customers out evenly, with reps in town and in the country in turn', () => {
    // 500 = 167 + 167 + 166.
    const { beats } = specFor({ name: 'x', seed: 1, customers: 500, reps: 3 });
    expect(beats.map(({ customers, setting }) => [customers, setting])).toEqual([
      [167, 'town'],
      [167, 'country'],
      [166, 'town'],
    ]);
  });

  it('takes one rep for every 250 customers', () => {
    // 2000 ÷ 250.
    expect(specFor({ name: 'x', seed: 1, customers: 2000 }).beats).toHaveLength(8);
  });

  it('puts offices well apart', () => {
    const offices = specFor({ name: 'x', seed: 1, customers: 1000 }).beats.map(({ office }) => `${office.east} ${office.north}`);
    expect(new Set(offices).size).toBe(4);
  });

  it('refuses more customers than a rep can visit, with the range', () => {
    expect(() => specFor({ name: 'x', seed: 1, customers: 900, reps: 2 })).toThrow('This must be from 40 to 800 for 2 reps (900)');
  });

  it('refuses reps without customers', () => {
    expect(() => specFor({ name: 'x', seed: 1, customers: 5, reps: 1 })).toThrow('This must be from 20 to 400 for 1 rep (5)');
  });
});
