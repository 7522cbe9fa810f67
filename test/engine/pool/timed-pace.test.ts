import { describe, expect, it } from 'vitest';
import { timedPace } from '../../../src/engine/pool/timed-pace.ts';
import { pacedBy } from '../../../src/engine/search/pace.ts';

/** A clock in milliseconds that tests set. */
const clock = { now: 0 };

describe('timedPace', () => {
  it('follows the time when steps become faster', () => {
    clock.now = 0;
    const { pace } = timedPace(1000, () => clock.now);
    expect(pace(0)).toBe(0);
    clock.now = 500;
    expect(pace(100)).toBe(0.5);
    clock.now = 750;
    // Ten times as fast: 1000 steps in half the time.
    expect(pace(1100)).toBe(0.75);
    clock.now = 760;
    // Extrapolated between two looks: 0.75 + 40 steps of 0.25 / 1000.
    expect(pace(1140)).toBeCloseTo(0.76, 6);
  });

  it('ends with its time, and not before', () => {
    clock.now = 0;
    const { pace } = timedPace(1000, () => clock.now);
    clock.now = 990;
    expect(pace(10)).toBe(0.99);
    clock.now = 999;
    expect(pace(1000)).toBeLessThan(1);
    clock.now = 1000;
    expect(pace(1001)).toBe(1);
  });

  it('records what makes the same shares again without a clock', () => {
    clock.now = 0;
    const { pace, changes } = timedPace(1000, () => clock.now);
    const all = Array.from({ length: 150 }, (_, look) => {
      clock.now = look ** 1.37;
      return pace(64 * look);
    });
    const endedAt = 64 * all.findIndex((share) => share === 1);
    const again = pacedBy(changes, endedAt);
    const shares = all.slice(0, endedAt / 64 + 1);
    expect(shares.map((_, look) => again(64 * look))).toEqual(shares);
    // A record stays short however long the search.
    expect(changes.length).toBeLessThanOrEqual(50);
  });
});
