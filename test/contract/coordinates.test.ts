import { describe, expect, it } from 'vitest';
import { toWgs84 } from '../../src/contract/coordinates.ts';
import { greatCircle } from '../../src/travel/distance.ts';
import { findingsOf, read, territoryJson } from './territory-files.ts';

// The Oriental Pearl Tower in Shanghai: OpenStreetMap has it at 31.2397, 121.4998; Amap and Baidu show it elsewhere.
const tower = { lat: 31.2397, lng: 121.4998 };
const onAmap = { lat: 31.23778, lng: 121.50436 };
const onBaidu = { lat: 31.24355, lng: 121.51087 };

describe('toWgs84', () => {
  it('brings points of Chinese maps to where they are, within 30 m of what another map says', () => {
    expect(greatCircle(toWgs84(onAmap, 'gcj02'), tower)).toBeLessThan(30);
    expect(greatCircle(toWgs84(onBaidu, 'bd09'), tower)).toBeLessThan(30);
  });

  it('leaves WGS-84 alone', () => {
    expect(toWgs84(tower, 'wgs84')).toEqual(tower);
  });

  it('agrees with itself: the same place by way of either system', () => {
    const [a, b] = [toWgs84(onAmap, 'gcj02'), toWgs84(onBaidu, 'bd09')];
    expect(greatCircle(a, b)).toBeLessThan(30);
  });
});

describe('a territory', () => {
  it('is read in the system that it declares, customers, reps and boundary', () => {
    const ring = [
      [121.3, 31.1],
      [121.5, 31.1],
      [121.5, 31.3],
      [121.3, 31.3],
      [121.3, 31.1],
    ];
    const boundary = { type: 'Polygon', coordinates: [ring] };
    const plain = read(territoryJson({ boundary }));
    const amap = read(territoryJson({ boundary, coordinates: 'gcj02' }));
    const off = (a: typeof tower | undefined, b: typeof tower | undefined) => (a && b ? greatCircle(a, b) : 0);
    // GCJ-02 is off by 482 m in Shanghai.
    for (const distance of [
      off(plain.customers[0]?.location, amap.customers[0]?.location),
      off(plain.reps[0]?.start, amap.reps[0]?.start),
      off(plain.boundary?.[0]?.[0], amap.boundary?.[0]?.[0]),
    ]) {
      expect(distance).toBeGreaterThan(400);
      expect(distance).toBeLessThan(600);
    }
  });

  it('in China has to say which it is', () => {
    expect(findingsOf(territoryJson({ coordinates: undefined }))).toMatchObject([
      { code: 'COORDINATES_UNDECLARED', at: { file: 'territory.json', pointer: '/coordinates' } },
    ]);
    expect(read(territoryJson({ coordinates: undefined, timeZone: 'Europe/Berlin' })).timeZone).toBe('Europe/Berlin');
  });
});
