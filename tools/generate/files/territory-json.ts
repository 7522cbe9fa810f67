import type { Territory } from '../../../src/domain/territory.ts';

/** The text of `territory.json`, with the boundary on one line. A policy that is not a preset has its own file. */
export function territoryJson({ id, name, timeZone, policy, calendar, boundary }: Territory, isPreset: boolean): string {
  const ring = boundary?.[0]?.map(({ lat, lng }) => [lng, lat]) ?? [];
  const document = {
    id,
    name,
    timeZone,
    setting: 'town',
    coordinates: 'wgs84',
    ...(isPreset ? { policy: policy.id } : {}),
    calendar: { workdays: calendar.workdays, holidays: ['holidays/2026.json'] },
  };
  const body = JSON.stringify(document, null, 2).replace(/\n}$/, '');
  return `${body},\n  "boundary": ${JSON.stringify({ type: 'Polygon', coordinates: [ring] })}\n}\n`;
}
