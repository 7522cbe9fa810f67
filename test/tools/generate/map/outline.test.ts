import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../tools/generate/map/outline.ts';

describe('outlineOf', () => {
  it('draws a square of 707 m around a single point, against the clock, and closes it', () => {
    // 500 m to each corner: 353.6 m east or west, north or south.
    const ring = outlineOf([{ east: 0, north: 0 }]).map(({ east, north }) => [Math.round(east), Math.round(north)]);
    expect(ring).toEqual([
      [-354, -354],
      [354, -354],
      [354, 354],
      [-354, 354],
      [-354, -354],
    ]);
  });

  it('leaves out points that lie between others', () => {
    const corners = [
      { east: 0, north: 0 },
      { east: 1000, north: 0 },
      { east: 0, north: 1000 },
      { east: 1000, north: 1000 },
    ];
    expect(outlineOf([...corners, { east: 500, north: 500 }])).toEqual(outlineOf(corners));
  });
});
