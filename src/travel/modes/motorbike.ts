import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** The rep's own motorbike. */
export const motorbike: Mode = {
  id: 'motorbike',
  label: { en: 'motorbike', zh: '摩托车' },
  ownVehicle: true,
  profile: 'moped',
  speed: { town: 22, country: 32 },
  circuity: { town: 1.32, country: 1.36 },
  overhead: minutes(1),
  source:
    '2026-11: speeds assumed between e-bike and car; circuity fitted on 20,000 pairs of OpenStreetMap places; a minute to park (assumed)',
};
