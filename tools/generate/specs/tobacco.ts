import { keptHistory } from '../kept-history.ts';
import type { TerritorySpec } from '../spec.ts';
import { BEFORE_WEEK, secondWeek, wholeMonth } from './december.ts';
import { countryBeat, tobaccoGround, townBeat } from './tobacco-beats.ts';

/** The territory of the tobacco preset. */
export const tobaccoTerritory: TerritorySpec = {
  ...tobaccoGround,
  id: 'tobacco',
  name: '澄埠',
  purpose:
    'Two customer managers of a tobacco company, one in town with an e-bike and one in the country with an e-bike and a motorbike, each with customers of their own. Whoever has parked may walk on to the shops around. For planning a week and for planning the month.',
  seed: 7,
  beats: [
    { ...townBeat, modes: ['walk'] },
    { ...countryBeat, vehicles: ['e-bike', 'motorbike'], modes: ['walk'] },
  ],
  history: keptHistory('tobacco'),
  historyUntil: BEFORE_WEEK,
  horizons: [secondWeek, { ...wholeMonth, file: 'expect-month.json' }],
};
