import module from 'gcoord';
import { z } from 'zod';
import type { Location } from '../../domain/customer.ts';
import type { Findings } from './findings.ts';
import { type Source, partOf } from './source.ts';
import { valueErrors } from './value-errors.ts';

/** The systems of coordinates: of GPS and OpenStreetMap, of Chinese maps such as Amap, of Baidu. */
export const coordinateSystems = ['wgs84', 'gcj02', 'bd09'] as const;

/** The schema of a declared system. */
export const coordinateSystem = z.enum(coordinateSystems);

/** A system of coordinates. */
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** Time zones of China, whose maps use systems of their own. */
const CHINESE_ZONES: ReadonlySet<string> = new Set([
  'Asia/Shanghai',
  'Asia/Chongqing',
  'Asia/Chungking',
  'Asia/Harbin',
  'Asia/Urumqi',
  'PRC',
]);

/**
 * Reports a territory in China that declares no system of coordinates: there the same numbers mean places half a
 * kilometre apart. Elsewhere coordinates are WGS-84 by default. The points themselves do not show their system.
 */
export function checkCoordinateSystem(territory: Source, findings: Findings): void {
  const zone = partOf(territory, 'timeZone').value;
  const system = partOf(territory, 'coordinates');
  if (typeof zone !== 'string' || !CHINESE_ZONES.has(zone) || system.value !== undefined) return;
  findings.report(valueErrors.coordinatesUndeclared({ at: system.placeOf([]), choices: coordinateSystems }));
}

/** Its types declare a default export, but the module itself holds the functions. */
const gcoord = module as unknown as typeof module.default;

const NAMES = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Converts a location to WGS-84, to within half a metre. Outside China all systems are the same, and the location stays as it is. */
export function toWgs84({ lat, lng }: Location, system: CoordinateSystem): Location {
  if (system === 'wgs84' || isOutsideChina({ lat, lng })) return { lat, lng };
  const [east, north] = gcoord.transform([lng, lat], NAMES[system], gcoord.WGS84);
  const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return { lat: rounded(north), lng: rounded(east) };
}

/** Whether a location is outside the box in which the Chinese systems shift coordinates. */
function isOutsideChina({ lat, lng }: Location): boolean {
  const [east, north] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return east === lng && north === lat;
}
