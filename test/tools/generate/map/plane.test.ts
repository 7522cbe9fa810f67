import { describe, expect, it } from 'vitest';
import { apart, planeAround } from '../../../../tools/generate/map/plane.ts';
import { greatCircle } from '../../../../src/travel/distance.ts';

const origin = { lat: 32.46, lng: 119.98 };
const { locate, place } = planeAround(origin);

describe('planeAround', () => {
  it('finds the place of a location again, to a tenth of a metre', () => {
    const point = { east: 1234, north: -5678 };
    expect(apart(place(locate(point)), point)).toBeLessThan(0.1);
  });

  it('measures within a thousandth of the great circle over ten kilometres', () => {
    const [here, there] = [
      { east: -6000, north: 8000 },
      { east: 0, north: 0 },
    ];
    // 6 and 8 km: 10 km.
    expect(Math.abs(greatCircle(locate(here), locate(there)) - 10_000)).toBeLessThan(10);
  });
});
