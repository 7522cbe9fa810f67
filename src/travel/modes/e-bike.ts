import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** The rep's own electric bicycle. */
export const eBike: Mode = {
  id: 'e-bike',
  label: { en: 'e-bike', zh: '电动自行车' },
  ownVehicle: true,
  profile: 'bicycle',
  speed: { town: 15, country: 18 },
  circuity: { town: 1.28, country: 1.3 },
  overhead: minutes(0.5),
  source:
    '2026-11: 15 km/h for private ones in town, legal cap 25, 18 in the country (assumed); circuity fitted on 20,000 pairs of OpenStreetMap places; half a minute to lock (assumed)',
};
