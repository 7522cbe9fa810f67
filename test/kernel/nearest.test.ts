import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/kernel/nearest.ts';

describe('nearest', () => {
  it('forgives case, blanks, dashes and underscores', () => {
    expect(nearest('Required Rep', ['required_rep', 'preferred_rep'])).toBe('required_rep');
  });

  it('counts two exchanged letters as one mistake', () => {
    expect(nearest('teir', ['tier', 'name'])).toBe('tier');
  });

  it('allows one mistake in three letters and no more', () => {
    expect(nearest('stetus', ['status'])).toBe('status');
    expect(nearest('gold', ['status'])).toBeNull();
  });

  it('does not take one letter for another', () => {
    expect(nearest('B', ['A'])).toBeNull();
    expect(nearest('b', ['A', 'B'])).toBe('B');
  });

  it('takes four letters or more for the beginning of a name', () => {
    expect(nearest('day/fewest', ['day/most-visits', 'day/fewest-visits'])).toBe('day/fewest-visits');
    expect(nearest('day', ['day/most-visits'])).toBeNull();
  });

  it('takes the nearest of several', () => {
    expect(nearest('end_lat', ['start_lat', 'end_lng', 'end_lat'])).toBe('end_lat');
  });

  it('finds nothing among nothing', () => {
    expect(nearest('tier', [])).toBeNull();
  });
});
