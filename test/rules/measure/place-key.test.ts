import { describe, expect, it } from 'vitest';
import { placeKey } from '../../../src/rules/measure/place-key.ts';

describe('placeKey', () => {
  it('is the same for the same place, and no other', () => {
    const place = { lat: 31.2, lng: 121.4 };
    expect(placeKey({ ...place })).toBe(placeKey(place));
    expect(placeKey({ lat: 121.4, lng: 31.2 })).not.toBe(placeKey(place));
  });
});
