import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { shift } from '../../../src/rules/day/shift.ts';
import {
  aCustomer,
  aDuty,
  aPolicy,
  aReview,
  aRound,
  aScene,
  at,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const c1 = aCustomer();
const scene = aScene({ horizon: onlyMonday });
const end = { term: 'aggregate', slot: 0, of: 'end', side: 'above' };

describe('day/shift, obligation', () => {
  it('is the end of the field time and the most overtime', () => {
    const limit = { until: at('17:00'), overtime: minutes(45) };
    expect(obligationOf(shift, scene, { mostOvertime: minutes(45) })).toEqual(new Map([[scene.repDays[0], limit]]));
  });

  it('has no overtime where a duty closes the day', () => {
    const policy = aPolicy({ duties: [aDuty({ id: 'summary', from: at('13:30'), until: at('17:00') })] });
    const closing = aScene({ territory: aTerritory({ policy }), horizon: onlyMonday });
    expect(obligationOf(shift, closing)).toEqual(new Map([[closing.repDays[0], { until: at('13:30'), overtime: 0 }]]));
  });
});

describe('day/shift, compiled', () => {
  it('caps the end of the day under a must', () => {
    expect(termsOf(shift, scene, 'must', { mostOvertime: minutes(45) })).toEqual([{ ...end, limit: at('17:00'), price: FORBIDDEN }]);
  });

  it('prices overtime by the minute, up to its cap', () => {
    expect(termsOf(shift, scene, 90, { mostOvertime: minutes(45) })).toEqual([
      { ...end, limit: at('17:45'), price: FORBIDDEN },
      { ...end, limit: at('17:00'), price: 1.5 }, // 90 s a minute
    ]);
  });

  it('allows no overtime at the expense of a duty that closes the day', () => {
    const policy = aPolicy({ duties: [aDuty({ id: 'summary', from: at('13:30'), until: at('17:00') })] });
    const closing = aScene({ territory: aTerritory({ policy }), horizon: onlyMonday });
    expect(termsOf(shift, closing, 90)).toEqual([{ ...end, limit: at('13:30'), price: FORBIDDEN }]);
  });

  it('allows none where duties take all of the day', () => {
    const policy = aPolicy({ duties: [aDuty({ id: 'training', from: at('08:00'), until: at('17:00') })] });
    const full = aScene({ territory: aTerritory({ policy }), horizon: onlyMonday });
    expect(termsOf(shift, full, 90)).toEqual([{ ...end, limit: at('17:00'), price: FORBIDDEN }]);
  });
});

describe('day/shift, audited', () => {
  /** A day with one visit, ten minutes from home. */
  const judge = (visitEnds: string, stance: 'must' | number) => {
    const days = [aRound({ stops: [aVisitStop(c1, { start: '16:30', end: visitEnds })] })];
    return breachesOf(shift, aReview({ horizon: onlyMonday, days }), stance);
  };

  it('accepts a return on time', () => {
    expect(judge('16:50', 90)).toEqual([]); // back at 17:00
  });

  it('counts minutes of overtime', () => {
    // Back at 17:10: 10 minutes at 90 s each
    const breaches = judge('17:00', 90);
    expect(breaches).toMatchObject([{ units: 10, cost: 900 }]);
    expect(breaches.map((breach) => textOf(shift, breach))).toEqual([
      'r1 is back at 17:10 on 2026-12-07, 10 min after the end of the field time.',
    ]);
  });

  it('rejects it under a must', () => {
    expect(judge('17:00', 'must')).toHaveLength(1);
  });
});
