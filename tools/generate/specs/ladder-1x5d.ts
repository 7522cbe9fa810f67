import { keptHistory } from '../kept-history.ts';
import type { TerritorySpec } from '../spec.ts';
import { BEFORE_WEEK, secondWeek } from './december.ts';
import { countryBeat, tobaccoGround } from './tobacco-beats.ts';

/** The lowest rung of the ladder of sizes. */
export const ladder1x5d: TerritorySpec = {
  ...tobaccoGround,
  id: 'ladder-1x5d',
  name: '北荡',
  purpose: 'One rep in the country, one week: the lowest rung of the ladder of sizes.',
  seed: 8,
  beats: [{ ...countryBeat, customers: 196, office: { east: 0, north: 0 } }],
  history: keptHistory('ladder-1x5d'),
  historyUntil: BEFORE_WEEK,
  horizons: [secondWeek],
};
