import { describe, expect, it } from 'vitest';
import { type Day, addDays } from '../../../src/domain/calendar.ts';
import { forgottenCustomers } from '../../../src/domain/figures/forgotten-customers.ts';
import type { Frequency } from '../../../src/domain/policy.ts';
import {
  aCustomer,
  aFrequency,
  aPastVisit,
  aPlan,
  aPlannedDay,
  aPolicy,
  aTerritory,
  aVisitStop,
  monday,
  week,
} from '../../support/builders.ts';

const sixteen = aFrequency({ maxGapDays: 16 });
const shop = aCustomer({ id: 'c1' });

/** Forgotten customers after a week, of which the history has one visit so many days before its first day. */
function forgottenAfter(days: number, { frequency = sixteen, planned = false }: { frequency?: Frequency; planned?: boolean } = {}) {
  const policy = aPolicy({ frequencies: [frequency] });
  const last: Day = addDays(monday, -days);
  const territory = aTerritory({ customers: [shop], policy, history: [aPastVisit({ day: last })] });
  const stops = planned ? [aVisitStop(shop, { start: '09:00' })] : [];
  return forgottenCustomers(aPlan({ horizon: week, days: [aPlannedDay({ day: monday, stops })] }), territory).map((one) => one.days);
}

describe('forgottenCustomers', () => {
  it('lists whoever is without a visit for longer than the longest gap at the end of the plan', () => {
    // The week ends on Friday, four days after its Monday.
    expect(forgottenAfter(12)).toEqual([]);
    expect(forgottenAfter(13)).toEqual([17]);
    expect(forgottenAfter(40, { planned: true })).toEqual([]);
  });

  it('allows two cycles where the policy has no longest gap', () => {
    const weekly = aFrequency({ maxGapDays: null, cycle: { every: 'days', length: 7 } });
    expect(forgottenAfter(10, { frequency: weekly })).toEqual([]);
    expect(forgottenAfter(11, { frequency: weekly })).toEqual([15]);
  });

  it('knows no regular visits of calls, spot checks and walk-ins', () => {
    expect(forgottenAfter(90, { frequency: aFrequency({ kind: 'call' }) })).toEqual([]);
    expect(forgottenAfter(90, { frequency: aFrequency({ sample: 3 }) })).toEqual([]);
    expect(forgottenAfter(90, { frequency: aFrequency({ count: { bound: 'atMost', visits: 1 } }) })).toEqual([]);
  });

  it('puts the longest first and whoever was never visited last, unless nothing is known of the past', () => {
    const customers = ['c1', 'c2', 'c3'].map((id) => aCustomer({ id, status: 'retained' }));
    const policy = aPolicy({ frequencies: [sixteen] });
    const history = [aPastVisit({ customer: 'c2', day: addDays(monday, -20) }), aPastVisit({ customer: 'c3', day: addDays(monday, -30) })];
    const plan = aPlan({ horizon: week });
    const found = forgottenCustomers(plan, aTerritory({ customers, policy, history }));
    expect(found.map(({ customer, days }) => [customer, days])).toEqual([
      ['c3', 34],
      ['c2', 24],
      ['c1', null],
    ]);
    expect(forgottenCustomers(plan, aTerritory({ customers, policy, history: [] }))).toEqual([]);
  });
});
