import module from 'gcoord';
import { describe, expect, it } from 'vitest';
import { toWgs84 } from '../../../src/contract/reading/coordinates.ts';
import { greatCircle } from '../../../src/travel/distance.ts';
import { findingsOf, read, territoryJson } from '../territory-files.ts';

/** What its types call a default export is the module itself. */
const gcoord = module as unknown as typeof module.default;

// The Oriental Pearl Tower in Shanghai: OpenStreetMap has it at 31.2397, 121.4998; Amap and Baidu show it elsewhere.
const tower = { lat: 31.2397, lng: 121.4998 };
const onAmap = { lat: 31.23778, lng: 121.50436 };
const onBaidu = { lat: 31.24355, lng: 121.51087 };

// Points that converters between the systems publish as their tests: WGS-84, then the same place in GCJ-02.
const published = [
  ['Shanghai', { lat: 31.1774276, lng: 121.5272106 }, { lat: 31.17530398364597, lng: 121.531541859215 }],
  ['Shenzhen', { lat: 22.543847, lng: 113.912316 }, { lat: 22.540796131694766, lng: 113.9171764808363 }],
  ['Beijing', { lat: 39.911954, lng: 116.377817 }, { lat: 39.91334545536069, lng: 116.38404722455657 }],
] as const;

describe('toWgs84', () => {
  it.each(published)('brings a published point in %s back within a metre', (_, wgs84, gcj02) => {
    expect(greatCircle(toWgs84(gcj02, 'gcj02'), wgs84)).toBeLessThan(1);
  });

  it('goes from Baidu to GCJ-02 and on', () => {
    // 116.404, 39.915 on Baidu's map is 116.39762729, 39.90865674 on Amap's.
    const byBaidu = toWgs84({ lat: 39.915, lng: 116.404 }, 'bd09');
    const byAmap = toWgs84({ lat: 39.90865674, lng: 116.39762729 }, 'gcj02');
    expect(greatCircle(byBaidu, byAmap)).toBeLessThan(1);
  });

  it('undoes what maps do, all over China', () => {
    for (let lat = 20; lat < 52; lat += 4) {
      for (let lng = 80; lng < 132; lng += 4) {
        for (const system of ['gcj02', 'bd09'] as const) {
          const [east, north] = gcoord.transform([lng, lat], gcoord.WGS84, system === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09);
          expect(greatCircle(toWgs84({ lat: north, lng: east }, system), { lat, lng })).toBeLessThan(1);
        }
      }
    }
  });

  it.each(['gcj02', 'bd09'] as const)('does not move points outside China, whatever %s says', (system) => {
    const paris = { lat: 48.8566, lng: 2.3522 };
    expect(toWgs84(paris, system)).toEqual(paris);
  });

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
