import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** On the back of a hired motorbike: quick to hail, and not held up where cars are. */
export const mopedTaxi: Mode = {
  id: 'moped-taxi',
  label: { en: 'moped taxi', zh: '摩的' },
  ownVehicle: false,
  profile: 'moped',
  speed: { town: 22, country: 32 },
  circuity: { town: 1.32, country: 1.36 },
  overhead: minutes(3),
  source:
    '2026-11: speeds of a motorbike (assumed); circuity fitted on 20,000 pairs of OpenStreetMap places; three minutes to hail one (assumed)',
};
