import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { VisitSeries } from '../../../src/domain/visit.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';
import { companions } from '../../../src/rules/stop/companions.ts';
import {
  aCompanion,
  aCustomer,
  aReview,
  aRound,
  aScene,
  aSeries,
  at,
  aTerritory,
  aVisitStop,
  between,
  breachesOf,
  monday,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const tuesday = day('2026-12-08');
const c1 = aCustomer();
const territory = aTerritory({ customers: [c1] });
const afternoons = aCompanion({ hours: dailyHours(between('14:00', '17:00')), daysOff: [tuesday] });
const first = { days: { first: monday, last: tuesday } };
const agreed = [{ day: monday, from: at('10:00'), until: at('10:10'), with: null }];

describe('stop/companions, obligation', () => {
  it('is the hours of the companion, but where a time is agreed on', () => {
    const [led, fixed] = [
      aSeries({ customer: c1, companion: afternoons }),
      aSeries({ customer: c1, companion: afternoons, times: agreed }),
    ];
    const scene = aScene({ territory, horizon: { first: monday, last: tuesday }, series: [led, fixed] });
    const hours: readonly (readonly [number, unknown])[] = [
      [monday, [between('14:00', '17:00')]],
      [tuesday, []],
    ];
    expect(obligationOf(companions, scene)).toEqual(
      new Map([
        [led, new Map(hours)],
        [fixed, new Map()],
      ]),
    );
  });
});

describe('stop/companions, compiled', () => {
  const terms = (given: Partial<VisitSeries>) =>
    termsOf(companions, aScene({ territory, series: [aSeries({ customer: c1, ...first, ...given })] }), 'must');

  it('leaves the hours of the companion, and no day off', () => {
    expect(terms({ companion: afternoons })).toEqual([
      { term: 'windows', series: 0, day: 0, windows: [between('14:00', '17:00')] },
      { term: 'windows', series: 0, day: 1, windows: [] },
    ]);
  });

  it('demands nothing without a companion, or with one who always has time', () => {
    expect([...terms({}), ...terms({ companion: aCompanion() })]).toEqual([]);
  });

  it('demands nothing where a time is agreed on', () => {
    expect(terms({ companion: afternoons, times: agreed })).toEqual([]);
  });
});

describe('stop/companions, audited', () => {
  const judge = (on: string, start: string, given: Partial<VisitSeries> = {}) => {
    const days = [aRound({ day: day(on), stops: [aVisitStop(c1, { start })] })];
    const series = [aSeries({ customer: c1, companion: afternoons, ...given })];
    return breachesOf(companions, aReview({ territory, series, days }), 'must');
  };

  it('accepts a visit while the companion has time, or at the time agreed on', () => {
    expect([...judge('2026-12-07', '14:00'), ...judge('2026-12-07', '10:00', { times: agreed })]).toEqual([]);
  });

  it('finds visits before, after, and on days off', () => {
    expect([...judge('2026-12-07', '13:55'), ...judge('2026-12-07', '16:55'), ...judge('2026-12-08', '15:00')]).toHaveLength(3);
    expect(judge('2026-12-07', '13:55').map((breach) => textOf(companions, breach))).toEqual([
      'c1 is visited from 13:55 to 14:05 on 2026-12-07, when the companion g1 has no time.',
    ]);
  });
});
