import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { polygon } from '@turf/helpers';
import { z } from 'zod';
import type { Location } from '../../domain/customer.ts';
import type { Territory } from '../../domain/territory.ts';
import { most } from '../reading/bounds.ts';
import { listOf, objectOf } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { parseSource } from '../reading/parse-source.ts';
import type { Source } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';

/** The document of a boundary: a GeoJSON polygon of rings of longitude and latitude, the outer ring first. */
export const BoundaryDocument = objectOf({
  type: z.literal('Polygon'),
  coordinates: listOf(listOf(listOf(z.number(), { least: 2, most: 4 }), { most: most.positions }), { least: 1 }),
});

/** Reads the boundary of a territory; null where it has none, and after findings. */
export function readBoundary(source: Source, findings: Findings): Territory['boundary'] {
  if (source.value === undefined) return null;
  const document = parseSource(BoundaryDocument, source, findings);
  if (document === null) return null;
  const before = findings.count;
  document.coordinates.forEach((ring, i) => {
    const isClosed = ring.length >= 4 && String(ring[0]) === String(ring.at(-1));
    if (!isClosed) findings.report(territoryErrors.boundaryInvalid({ at: source.placeOf(['coordinates', i]) }));
  });
  const positions = document.coordinates.reduce((sum, ring) => sum + ring.length, 0);
  if (positions > most.positions) {
    findings.report(valueErrors.listTooLong({ at: source.placeOf([]), entries: positions, most: most.positions, of: 'positions' }));
  }
  if (findings.count > before) return null;
  return document.coordinates.map((ring) => ring.map(([lng = 0, lat = 0]) => ({ lat, lng })));
}

/** Whether a location is inside a boundary or on it. */
export function isInside(boundary: readonly (readonly Location[])[], { lat, lng }: Location): boolean {
  return booleanPointInPolygon([lng, lat], polygonOf(boundary));
}

/** Polygons by boundary: each customer is checked against the same one. */
const polygons = new WeakMap<object, ReturnType<typeof polygon>>();

function polygonOf(boundary: readonly (readonly Location[])[]): ReturnType<typeof polygon> {
  const made = polygons.get(boundary) ?? polygon(boundary.map((ring) => ring.map((corner) => [corner.lng, corner.lat])));
  polygons.set(boundary, made);
  return made;
}
