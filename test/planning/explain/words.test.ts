import { describe, expect, it } from 'vitest';
import { clockDown, clockUp, lengthDown, lengthInFull, lengthUp } from '../../../src/planning/explain/words.ts';

describe('lengths in sentences', () => {
  it('are in steps of five minutes, so that visits which differ by minutes share a sentence', () => {
    expect([46, 48, 50].map((length) => lengthUp(length * 60))).toEqual(['0:50', '0:50', '0:50']);
    expect([20, 22, 24].map((length) => lengthDown(length * 60))).toEqual(['0:20', '0:20', '0:20']);
    expect(lengthUp(3600 + 60)).toBe('1:05');
  });

  it('are to the minute where they are short, or written down by somebody', () => {
    expect([lengthUp(61), lengthDown(299), lengthDown(-5)]).toEqual(['0:02', '0:04', '0:00']);
    expect(lengthInFull(52 * 60)).toBe('0:52');
  });

  it('never turn a need into less than what is free', () => {
    for (let need = 1; need < 200; need++) {
      expect([need, lengthUp(need * 60) >= lengthDown((need - 1) * 60)]).toEqual([need, true]);
    }
  });

  it('round clock times into the time that somebody has', () => {
    expect([clockUp(8 * 3600 + 61), clockDown(17 * 3600 + 299)]).toEqual(['08:05', '17:00']);
  });
});
