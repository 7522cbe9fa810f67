import { describe, expect, it } from 'vitest';
import { minutes } from '../../../src/kernel/units.ts';
import { dwellMinimum } from '../../../src/rules/stop/dwell-minimum.ts';
import {
  aCustomer,
  aReview,
  aRound,
  aScene,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const c1 = aCustomer({ id: 'c1' });
const territory = aTerritory({ customers: [c1, aCustomer({ id: 'c2' })] });

describe('stop/dwell-minimum, obligation', () => {
  it('is the shortest stay', () => {
    expect(obligationOf(dwellMinimum, aScene({ territory }))).toEqual({ least: 480 });
  });
});

describe('stop/dwell-minimum, compiled', () => {
  it('gives each series the least stay', () => {
    expect(termsOf(dwellMinimum, aScene({ territory }), 'must', { least: minutes(8) })).toEqual([
      { term: 'dwell', series: 0, least: 480 },
      { term: 'dwell', series: 1, least: 480 },
    ]);
  });
});

describe('stop/dwell-minimum, audited', () => {
  const stay = (end: string) => {
    const days = [aRound({ stops: [aVisitStop(c1, { start: '09:00', end })] })];
    return breachesOf(dwellMinimum, aReview({ territory, horizon: onlyMonday, days }), 'must', { least: minutes(8) });
  };

  it('accepts the least stay', () => {
    expect(stay('09:08')).toEqual([]);
  });

  it('finds a shorter one', () => {
    // 09:07:59 − 09:00 is a second short of eight minutes: seven full ones.
    expect(stay('09:07:59').map((breach) => textOf(dwellMinimum, breach))).toEqual([
      'The visit of c1 on 2026-12-07 lasts 7 min; the least is 8 min.',
    ]);
  });
});
