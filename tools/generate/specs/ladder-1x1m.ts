import { day } from '../../../src/domain/calendar.ts';
import { keptHistory } from '../kept-history.ts';
import type { TerritorySpec } from '../spec.ts';
import { BEFORE_MONTH, wholeMonth } from './december.ts';
import { tobaccoGround, townBeat } from './tobacco-beats.ts';

/** The second rung of the ladder of sizes. */
export const ladder1x1m: TerritorySpec = {
  ...tobaccoGround,
  id: 'ladder-1x1m',
  name: '澄埠',
  purpose: 'One rep in town, one month with two days of leave: the second rung of the ladder of sizes.',
  seed: 4,
  beats: [{ ...townBeat, customers: 244, leave: [day('2026-12-24'), day('2026-12-25')] }],
  history: keptHistory('ladder-1x1m'),
  historyUntil: BEFORE_MONTH,
  horizons: [wholeMonth],
};
