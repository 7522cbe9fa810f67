import { describe, expect, it } from 'vitest';
import { waitTerm } from '../../../src/rules/customer/wait-term.ts';
import { week } from '../../support/builders.ts';

describe('waitTerm', () => {
  // The week has five days: the wait is a gap from six days before it.
  const { before, between, open } = waitTerm(0, week, (days) => 100 * days);

  it('prices the days until the first visit', () => {
    expect(before).toBe(-6);
    expect([0, 1, 4].map((first) => between(first + 6))).toEqual([0, 100, 400]);
  });

  it('prices the whole plan where there is no visit', () => {
    expect(open(5 + 6)).toBe(500);
  });

  it('has no price for gaps between visits and after the last one', () => {
    expect([1, 2, 3, 4, 5].flatMap((days) => [between(days), open(days)])).toEqual(Array<number>(10).fill(0));
  });
});
