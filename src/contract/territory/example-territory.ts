import type { z } from 'zod';
import type { TerritoryInput } from './territory-document.ts';

/** The smallest sample territory in one document, as an example. */
export const exampleTerritory: z.input<typeof TerritoryInput> = {
  id: 'hamlet-4',
  name: '四户村',
  timeZone: 'Asia/Shanghai',
  setting: 'town',
  coordinates: 'wgs84',
  policy: 'tobacco',
  calendar: { workdays: [1, 2, 3, 4, 5] },
  customers: [
    { id: 'h1', name: '北一便利店', location: { lat: 32.467904, lng: 119.98 }, tier: 'A', hours: 'Mo-Su 08:00-20:00' },
    { id: 'h2', name: '北二便利店', location: { lat: 32.475808, lng: 119.98 }, tier: 'B' },
    { id: 'h3', name: '北三便利店', location: { lat: 32.483712, lng: 119.98 }, tier: 'C', hours: 'Mo-Su 09:20-21:00' },
    { id: 'h4', name: '南一便利店', location: { lat: 32.452096, lng: 119.98 }, tier: 'C' },
  ],
  reps: [
    {
      id: 'r1',
      name: '安四户',
      post: 'account-manager',
      start: { lat: 32.46, lng: 119.98 },
      vehicles: ['e-bike'],
      shifts: 'Mo-Fr 08:00-17:30',
    },
  ],
  history: [
    { customer: 'h3', day: '2026-10-27', rep: 'r1' },
    { customer: 'h2', day: '2026-11-17', rep: 'r1' },
    { customer: 'h4', day: '2026-11-20', rep: 'r1' },
    { customer: 'h1', day: '2026-11-26', rep: 'r1' },
  ],
};
