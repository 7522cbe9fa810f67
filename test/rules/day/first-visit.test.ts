import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../src/domain/policy.ts';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { firstVisit } from '../../../src/rules/day/first-visit.ts';
import {
  aCustomer,
  aDuty,
  aPolicy,
  aRep,
  aReview,
  aRound,
  aScene,
  at,
  aTerritory,
  aVisitStop,
  between,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const withDuties = (...duties: readonly Duty[]) => aTerritory({ policy: aPolicy({ duties }) });
const duty = (start: string, end: string) => aDuty({ id: `duty at ${start}`, from: at(start), until: at(end) });

describe('day/first-visit, obligation', () => {
  it('is the time, and the days on which the rep is in the field by then', () => {
    const open = aScene({ horizon: onlyMonday });
    expect(obligationOf(firstVisit, open)).toEqual({ by: at('09:30'), days: new Set(open.repDays) });
    const busy = aScene({ territory: withDuties(duty('09:00', '10:00')), horizon: onlyMonday });
    expect(obligationOf(firstVisit, busy)).toEqual({ by: at('09:30'), days: new Set() });
  });
});

describe('day/first-visit, compiled', () => {
  const compile = (territory = aTerritory(), stance: 'must' | number = 60) =>
    termsOf(firstVisit, aScene({ territory, horizon: onlyMonday }), stance);

  it('caps the first start under a must', () => {
    expect(compile(aTerritory(), 'must')).toEqual([
      { term: 'aggregate', slot: 0, of: 'first', side: 'above', limit: at('09:30'), price: FORBIDDEN },
    ]);
  });

  it('prices a late first start by the minute', () => {
    expect(compile()).toMatchObject([{ limit: at('09:30'), price: 1 }]); // 60 s a minute
  });

  it('lets off a day whose opening duty lasts that long', () => {
    expect(compile(withDuties(duty('08:00', '09:30')))).toEqual([]);
    expect(compile(withDuties(duty('08:00', '09:29')))).toHaveLength(1);
  });

  it('lets off a day with a duty in the field at that time', () => {
    expect(compile(withDuties(duty('09:00', '10:00')))).toEqual([]);
    expect(compile(withDuties(duty('10:00', '11:00')))).toHaveLength(1);
  });

  it('lets off a rep whose shift starts later', () => {
    expect(compile(aTerritory({ reps: [aRep({ shift: between('13:00', '18:00') })] }))).toEqual([]);
  });
});

describe('day/first-visit, audited', () => {
  const [c1, c2] = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
  const judge = (start: string, territory = aTerritory()) => {
    const days = [aRound({ stops: [aVisitStop(c1, { start }), aVisitStop(c2, { start: '14:00' })] })];
    return breachesOf(firstVisit, aReview({ territory, horizon: onlyMonday, days }), 60);
  };

  it('accepts a first visit on time, however late the others are', () => {
    expect(judge('09:30')).toEqual([]);
  });

  it('counts the minutes by which the first visit is late', () => {
    const breaches = judge('09:42');
    expect(breaches).toMatchObject([{ units: 12, cost: 720 }]); // 12 × 60
    expect(breaches.map((breach) => textOf(firstVisit, breach))).toEqual([
      'r1 starts the first visit at 09:42 on 2026-12-07, 12 min after 09:30.',
    ]);
  });

  it('lets off the same days', () => {
    expect(judge('10:30', withDuties(duty('08:00', '10:00')))).toEqual([]);
  });

  it('leaves out days without visits', () => {
    expect(breachesOf(firstVisit, aReview({ horizon: onlyMonday }), 60)).toEqual([]);
  });
});
