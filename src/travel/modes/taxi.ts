import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** Taxi or hailed car: as fast as a car, without parking. */
export const taxi: Mode = {
  id: 'taxi',
  label: { en: 'taxi', zh: '出租车' },
  ownVehicle: false,
  profile: 'car',
  speed: { town: 26.4, country: 40 },
  circuity: { town: 1.36, country: 1.38 },
  overhead: minutes(5),
  source:
    '2026-11: median of 200 Shanghai car trips, 40 km/h in the country (assumed); circuity fitted on 20,000 pairs of OpenStreetMap places; five minutes to hail one',
};
