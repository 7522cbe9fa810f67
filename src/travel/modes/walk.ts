import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** On foot. */
export const walk: Mode = {
  id: 'walk',
  label: { en: 'walk', zh: '步行' },
  ownVehicle: false,
  profile: 'foot',
  speed: { town: 4.8, country: 4.8 },
  circuity: { town: 1.2, country: 1.28 },
  overhead: minutes(0.5),
  source: '2026-11: routing engines’ default speed; circuity fitted on 20,000 pairs of OpenStreetMap places; half a minute for an entrance',
};
