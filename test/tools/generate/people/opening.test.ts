import { describe, expect, it } from 'vitest';
import { hoursText } from '../../../../tools/generate/files/hours-text.ts';
import { drawOpening } from '../../../../tools/generate/people/opening.ts';
import { createRandom } from '../../../../src/kernel/random.ts';

const random = createRandom(3);
const openings = Array.from({ length: 400 }, () => drawOpening(random));

describe('drawOpening', () => {
  it('leaves the hours of about a quarter of the shops unknown', () => {
    // 24 of 100 shops: 96 of 400, give or take.
    const unknown = openings.filter((hours) => hours === null);
    expect(unknown.length).toBeGreaterThan(70);
    expect(unknown.length).toBeLessThan(125);
  });

  it('has shops that close at noon, on a working day, on holidays, and shops that open late', () => {
    const texts = openings.map(hoursText);
    for (const habit of ['12:00,13:30-', '; We off', '; PH off', '09:00-']) {
      expect(texts.some((text) => text.includes(habit))).toBe(true);
    }
  });
});
