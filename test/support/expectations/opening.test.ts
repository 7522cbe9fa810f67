import { describe, expect, it } from 'vitest';
import { isOpen, readOpenings } from './opening.ts';

const hour = (from: number, until: number) => ({ from: from * 3600, until: until * 3600 });

describe('readOpenings', () => {
  it('reads ranges and lists of weekdays, each with its hours', () => {
    const openings = readOpenings('Mo-We,Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00');
    expect(new Set(openings.keys())).toEqual(new Set([1, 2, 3, 5, 6]));
    expect(openings.get(5)).toEqual([hour(8, 12), hour(14, 18)]);
  });

  it('takes hours without weekdays for every day', () => {
    expect([...readOpenings('08:00-20:00').keys()]).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(readOpenings('24/7').get(7)).toEqual([hour(0, 24)]);
  });

  it('lets a later part replace earlier ones on its days', () => {
    const openings = readOpenings('Mo-Su 08:00-20:00; We off; PH off');
    expect(openings.get(3)).toEqual([]);
    expect(openings.get(4)).toEqual([hour(8, 20)]);
  });

  it('goes over the end of the week and of the day', () => {
    const openings = readOpenings('Sa-Mo 18:00-02:00');
    expect(new Set(openings.keys())).toEqual(new Set([6, 7, 1]));
    expect(openings.get(7)).toEqual([hour(18, 26)]);
  });

  it('joins hours that touch', () => {
    expect(readOpenings('08:00-12:00,12:00-18:00').get(1)).toEqual([hour(8, 18)]);
  });

  it('says what it does not understand', () => {
    expect(() => readOpenings('Mo-Fr early')).toThrow('early');
    expect(() => readOpenings('Mx 08:00-12:00')).toThrow('Mx');
    expect(() => readOpenings('Mo 08:00')).toThrow('08:00');
  });
});

describe('isOpen', () => {
  it('wants the whole stretch in one opening', () => {
    const openings = readOpenings('Mo 08:00-12:00,14:00-18:00');
    expect(isOpen(openings, 1, hour(8, 12))).toBe(true);
    expect(isOpen(openings, 1, hour(11, 15))).toBe(false);
    expect(isOpen(openings, 2, hour(8, 12))).toBe(false);
  });
});
