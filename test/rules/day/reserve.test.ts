import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/engine/problem/terms.ts';
import { hours, minutes } from '../../../src/kernel/units.ts';
import { reserve } from '../../../src/rules/day/reserve.ts';
import {
  aCustomer,
  aDuty,
  aPolicy,
  aReview,
  aRound,
  aScene,
  aTerritory,
  aVisitStop,
  at,
  breachesOf,
  onlyMonday,
  termsOf,
  told,
} from '../../support/builders.ts';

const limits = (territory = aTerritory(), length = minutes(30)) =>
  termsOf(reserve, aScene({ territory }), 60, { length }).map((term) => 'limit' in term && term.limit);

describe('day/reserve, compiled', () => {
  it('has the rep back before the reserve begins', () => {
    expect(termsOf(reserve, aScene({ horizon: onlyMonday }), 60, { length: minutes(30) })).toEqual([
      { term: 'aggregate', slot: 0, of: 'end', side: 'above', limit: at('16:30'), price: 1 },
    ]);
    expect(termsOf(reserve, aScene({ horizon: onlyMonday }), 'must')).toMatchObject([{ limit: at('16:30'), price: FORBIDDEN }]);
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
});

describe('day/reserve, audited', () => {
  const c1 = aCustomer();
  /** A visit until a clock time, ten minutes from home. */
  const judge = (end: string) => {
    const days = [aRound({ stops: [aVisitStop(c1, { start: '16:00', end })] })];
    return breachesOf(reserve, aReview({ horizon: onlyMonday, days }), 60, { length: minutes(30) });
  };

  it('is content with a return before it begins', () => {
    expect(judge('16:20')).toEqual([]);
  });

  it('counts the minutes of it that are used, and those beyond', () => {
    const breaches = judge('16:35'); // back at 16:45
    expect(breaches).toMatchObject([{ units: 15, cost: 900 }]); // 15 × 60
    expect(breaches.map((breach) => told(reserve, breach))).toEqual([
      'r1 is back at 16:45 on 2026-12-07; to keep the reserve it would be 16:30.',
    ]);
    expect(judge('17:00')).toMatchObject([{ units: 40 }]); // back at 17:10, ten minutes late
  });
});
