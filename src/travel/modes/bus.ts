import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** City bus, stop to stop, with the walks at both ends. */
export const bus: Mode = {
  id: 'bus',
  label: { en: 'bus', zh: '公交车' },
  ownVehicle: false,
  profile: 'car',
  speed: { town: 17, country: 24 },
  circuity: { town: 1.36, country: 1.38 },
  overhead: minutes(13),
  source:
    '2026-11: 16–18 km/h in the vehicle, medians of two public feeds, 24 in the country (assumed); circuity of roads, fitted on 20,000 pairs of OpenStreetMap places; 7 minutes of waiting and 6 of walking',
};
