import module from 'gcoord';
import { z } from 'zod';
import type { Location } from '../../domain/customer.ts';
import type { Findings } from './findings.ts';
import { type Source, partOf } from './source.ts';
import { valueErrors } from './value-errors.ts';

/** The systems that coordinates come in: GPS and OpenStreetMap, Chinese maps such as Amap, and Baidu. */
export const coordinateSystems = ['wgs84', 'gcj02', 'bd09'] as const;

/** How a document declares its coordinates. */
export const coordinateSystem = z.enum(coordinateSystems);

/** A system of coordinates. */
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** Time zones of the country whose maps have systems of their own. */
const CHINESE_ZONES: ReadonlySet<string> = new Set([
  'Asia/Shanghai',
  'Asia/Chongqing',
  'Asia/Chungking',
  'Asia/Harbin',
  'Asia/Urumqi',
  'PRC',
]);

/**
 * Checks that a territory in China says what its coordinates are: there the same numbers mean places half a kilometre
 * apart. Elsewhere they are WGS-84 unless it says otherwise. Where points lie tells nothing.
 */
export function checkDeclared(territory: Source, findings: Findings): void {
  const zone = partOf(territory, 'timeZone').value;
  const declared = partOf(territory, 'coordinates');
  if (typeof zone !== 'string' || !CHINESE_ZONES.has(zone) || declared.value !== undefined) return;
  findings.report(valueErrors.coordinatesUndeclared({ at: declared.placeOf([]), choices: coordinateSystems }));
}

/** What its types call a default export is the module itself. */
const gcoord = module as unknown as typeof module.default;

const NAMES = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** A location of some system as WGS-84; off by less than half a metre. Outside China all systems are one: there it stays as it is. */
export function toWgs84({ lat, lng }: Location, system: CoordinateSystem): Location {
  if (system === 'wgs84' || isOutsideChina({ lat, lng })) return { lat, lng };
  const [east, north] = gcoord.transform([lng, lat], NAMES[system], gcoord.WGS84);
  const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return { lat: rounded(north), lng: rounded(east) };
}

/** Outside the box that the Chinese systems are defined in, GCJ-02 shifts nothing. */
function isOutsideChina({ lat, lng }: Location): boolean {
  const [east, north] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return east === lng && north === lat;
}
