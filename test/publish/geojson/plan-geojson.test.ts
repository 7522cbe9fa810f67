import { describe, expect, it } from 'vitest';
import { planGeojson } from '../../../src/publish/geojson/plan-geojson.ts';
import type { PublishedPlan } from '../../../src/publish/published-plan.ts';
import { hamlet, publishedHamlet } from '../hamlet-plan.ts';

const kinds = (published: PublishedPlan) => planGeojson(published).features.map(({ properties }) => properties['kind']);

describe('planGeojson', () => {
  it('has the base, the routes with their legs, the stops, and who is left out', () => {
    expect(kinds(publishedHamlet)).toEqual(['base', 'route', 'leg', 'leg', 'leg', 'duty', 'visit', 'visit', 'duty', 'unserved']);
  });

  it('writes longitude first, and numbers visits as the day has them', () => {
    const [shop, mill] = planGeojson(publishedHamlet).features.filter(({ properties }) => properties['kind'] === 'visit');
    const location = hamlet.customers[0]?.location;
    expect(shop?.geometry).toEqual({ type: 'Point', coordinates: [location?.lng, location?.lat] });
    expect(shop?.properties).toMatchObject({ order: 1, customer: 'c1', name: '=便民超市', start: '2026-12-07T08:40:00+08:00' });
    expect(mill?.properties).toMatchObject({ order: 2, required: false });
  });

  it('is GeoJSON: every position on earth, every line with two of them, every ring closed', () => {
    for (const { type, geometry } of planGeojson(publishedHamlet).features) {
      expect(type).toBe('Feature');
      const rings =
        geometry.type === 'Point'
          ? [[geometry.coordinates]]
          : geometry.type === 'LineString'
            ? [geometry.coordinates]
            : geometry.coordinates;
      for (const ring of rings) {
        expect(ring.length).toBeGreaterThanOrEqual({ Point: 1, LineString: 2, Polygon: 4 }[geometry.type]);
        expect(ring.every(([lng = 999, lat = 999]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90)).toBe(true);
        if (geometry.type === 'Polygon') expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  });

  it('draws outlines right-handed: outer rings counterclockwise, holes clockwise', () => {
    const square = (size: number) =>
      [
        [0, 0],
        [size, 0],
        [size, size],
        [0, size],
        [0, 0],
      ].map(([lat = 0, lng = 0]) => ({ lat: 30 + lat, lng: 110 + lng }));
    const clockwise = square(4);
    for (const boundary of [
      [clockwise, square(1)],
      [clockwise.toReversed(), square(1).toReversed()],
    ]) {
      const [outline] = planGeojson({ ...publishedHamlet, territory: { ...hamlet, boundary } }).features;
      if (outline?.geometry.type !== 'Polygon') throw new Error('The outline is no polygon.');
      const areas = outline.geometry.coordinates.map(signedArea);
      expect(areas.map(Math.sign)).toEqual([1, -1]);
    }
  });
});

/** Above zero for rings that run counterclockwise. */
const signedArea = (ring: readonly (readonly number[])[]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)) / 2, 0);
