import { minutes } from '../../kernel/units.ts';
import type { Mode } from '../mode.ts';

/** A bicycle hired by the ride: found, unlocked, and left where the ride ends. */
export const sharedBicycle: Mode = {
  id: 'shared-bicycle',
  label: { en: 'shared bicycle', zh: '共享单车' },
  ownVehicle: false,
  profile: 'bicycle',
  speed: { town: 12, country: 12 },
  circuity: { town: 1.28, country: 1.3 },
  overhead: minutes(4),
  source:
    '2026-11: rides of 1.5 km take 11.7 minutes on average in Chinese cities (2023 report), which at a bicycle’s 12 km/h leaves four minutes to find, unlock and lock one; circuity fitted on 20,000 pairs of OpenStreetMap places',
};
