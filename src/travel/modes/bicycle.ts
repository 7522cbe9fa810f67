import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** The rep's own bicycle. */
export const bicycle: Mode = {
  id: 'bicycle',
  label: { en: 'bicycle', zh: '自行车' },
  ownVehicle: true,
  profile: 'bicycle',
  speed: { town: 12, country: 12 },
  circuity: { town: 1.28, country: 1.3 },
  overhead: minutes(0.5),
  source:
    '2026-11: 11–12 km/h end to end with lights; circuity fitted on 20,000 pairs of OpenStreetMap places; half a minute to lock (assumed)',
};
