import type { TerritorySpec } from '../spec.ts';
import { BEFORE_WEEK, secondWeek, wholeMonth } from './december.ts';
import { countryBeat, tobaccoGround, townBeat } from './tobacco-beats.ts';

/** The territory of the tobacco preset. */
export const tobaccoTerritory: TerritorySpec = {
  ...tobaccoGround,
  id: 'tobacco',
  name: '澄埠',
  purpose:
    'Two customer managers of a tobacco company, one in town and one in the country, each with customers of their own. For planning a week and for planning the month.',
  seed: 7,
  beats: [townBeat, countryBeat],
  historyUntil: BEFORE_WEEK,
  horizons: [secondWeek, { ...wholeMonth, file: 'expect-month.json' }],
};
