import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { aboveZero, coresOf, countOf, namesOf, seedsUpTo } from '../../../bench/report/options.ts';

describe('options of benchmarks', () => {
  it('take seconds with a fraction, but not none, nothing or words', () => {
    expect(aboveZero('0.5')).toBe(0.5);
    for (const written of ['0', '-1', '', ' ', 'ten', 'Infinity']) expect(() => aboveZero(written)).toThrow(InvalidArgumentError);
  });

  it('take whole counts of at least one', () => {
    expect(countOf('3')).toBe(3);
    for (const written of ['0', '1.5', '-2', '1e3', '']) expect(() => countOf(written)).toThrow(InvalidArgumentError);
  });

  it('count seeds from one', () => {
    expect(seedsUpTo('3')).toEqual([1, 2, 3]);
  });

  it('take names apart at commas, and refuse a gap', () => {
    expect(namesOf('p01, p14')).toEqual(['p01', 'p14']);
    expect(() => namesOf('p01,,p14')).toThrow(InvalidArgumentError);
  });

  it('count cores from one for people and from nought for the system', () => {
    expect(coresOf('2')).toEqual([1]);
    expect(coresOf('1,2')).toEqual([0, 1]);
    for (const written of ['0', '1,1', 'all']) expect(() => coresOf(written)).toThrow(InvalidArgumentError);
  });
});
