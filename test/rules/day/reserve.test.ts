import { describe, expect, it } from 'vitest';
import type { VisitSeries } from '../../../src/domain/visit.ts';
import { type Seconds, hours, minutes } from '../../../src/kernel/units.ts';
import { reserve } from '../../../src/rules/day/reserve.ts';
import {
  aCustomer,
  aDuty,
  aPolicy,
  aRequest,
  aReview,
  aRound,
  aScene,
  aSeries,
  at,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const [c1, c2] = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
const territory = aTerritory({ customers: [c1, c2] });
/** A visit of c2 that came up on the day. */
const adHoc = (dwell: Seconds) =>
  aSeries({ customer: c2, origin: { by: 'request', request: aRequest({ customer: 'c2', source: 'ad-hoc' }) }, dwell });
const promise = aSeries({ customer: c2, origin: { by: 'request', request: aRequest({ customer: 'c2', source: 'promise' }) } });

const limits = (territory = aTerritory(), length = minutes(30)) =>
  termsOf(reserve, aScene({ territory }), 60, { length }).map((term) => 'limit' in term && term.limit);

describe('day/reserve, obligation', () => {
  it('is the reserve of each day and the visits that may use it', () => {
    const emergency = adHoc(minutes(20));
    const scene = aScene({ territory, horizon: onlyMonday, series: [aSeries(), emergency, promise] });
    expect(obligationOf(reserve, scene, { length: minutes(30) })).toEqual({
      reserveOf: new Map([[scene.repDays[0], { by: at('16:30'), most: minutes(30) }]]),
      stayOf: new Map([[emergency, minutes(20)]]),
    });
  });
});

describe('day/reserve, compiled', () => {
  it('has the rep back before the reserve begins', () => {
    expect(termsOf(reserve, aScene({ horizon: onlyMonday }), 60, { length: minutes(30) })).toEqual([
      { term: 'aggregate', slot: 0, of: 'end', side: 'above', limit: at('16:30'), price: 1 },
    ]);
  });

  it('keeps less on a short day', () => {
    // Three of nine hours on Monday: 30 ÷ 3 = 10 minutes before 11:00.
    const briefing = aDuty({ days: { on: 'weekdays', weekdays: [1] }, from: at('11:00'), until: at('17:00') });
    const territory = aTerritory({ policy: aPolicy({ duties: [briefing] }) });
    expect(limits(territory)).toEqual([at('10:50'), at('16:30'), at('16:30'), at('16:30'), at('16:30')]);
  });

  it('never begins before the field time does', () => {
    expect(limits(aTerritory(), hours(12))[0]).toBe(at('08:00'));
  });

  it('lets ad-hoc visits use it by their stay, and no others', () => {
    const series = [aSeries(), adHoc(minutes(20)), promise];
    const [term] = termsOf(reserve, aScene({ territory, horizon: onlyMonday, series }), 60, { length: minutes(30) });
    expect(term).toMatchObject({ limit: at('16:30'), eased: { by: { per: Int32Array.from([0, 1200, 0]) }, most: minutes(30) } });
  });
});

describe('day/reserve, audited', () => {
  /** A visit until a clock time, ten minutes from home. */
  const judge = (end: string) => {
    const days = [aRound({ stops: [aVisitStop(c1, { start: '16:00', end })] })];
    return breachesOf(reserve, aReview({ horizon: onlyMonday, days }), 60, { length: minutes(30) });
  };

  it('accepts a return before it begins', () => {
    expect(judge('16:20')).toEqual([]);
  });

  it('counts the minutes of it that are used, and those beyond', () => {
    const breaches = judge('16:35'); // back at 16:45
    expect(breaches).toMatchObject([{ units: 15, cost: 900 }]); // 15 × 60
    expect(breaches.map((breach) => textOf(reserve, breach))).toEqual([
      'r1 is back at 16:45 on 2026-12-07; to keep the rest of the reserve it should be 16:30.',
    ]);
    expect(judge('17:00')).toMatchObject([{ units: 40 }]); // back at 17:10, ten minutes late
  });

  it('is drawn on by ad-hoc visits, up to the whole of it', () => {
    // c1 until 16:10, ten minutes of way, c2 until 16:40, back at 16:50: twenty minutes into the reserve.
    const judgeBoth = (series: VisitSeries) => {
      const stops = [aVisitStop(c1, { start: '16:00' }), aVisitStop(c2, { start: '16:20', end: '16:40' })];
      const review = aReview({ territory, horizon: onlyMonday, series: [aSeries({ customer: c1 }), series], days: [aRound({ stops })] });
      return breachesOf(reserve, review, 60, { length: minutes(30) });
    };
    expect(judgeBoth(adHoc(minutes(20)))).toEqual([]);
    expect(judgeBoth(adHoc(minutes(15)))).toMatchObject([{ units: 5 }]);
    expect(judgeBoth(promise)).toMatchObject([{ units: 20 }]);
  });

  it('is not drawn on beyond itself', () => {
    const stops = [aVisitStop(c2, { start: '16:00', end: '17:00' })];
    const review = aReview({ territory, horizon: onlyMonday, series: [adHoc(hours(1))], days: [aRound({ stops })] });
    expect(breachesOf(reserve, review, 60, { length: minutes(30) })).toMatchObject([{ units: 10 }]); // back at 17:10
  });
});
