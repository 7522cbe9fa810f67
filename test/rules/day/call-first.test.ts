import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../../src/terms/terms.ts';
import { minutes } from '../../../src/kernel/units.ts';
import type { VisitStop } from '../../../src/domain/plan.ts';
import { callFirst } from '../../../src/rules/day/call-first.ts';
import {
  aCustomer,
  aDuty,
  aFrequency,
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
  monday,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const c1 = aCustomer({ id: 'c1' });
const c2 = aCustomer({ id: 'c2' });
const c3 = aCustomer({ id: 'c3' });
// Ten minutes for calls of five: two a day.
const phoning = aDuty({ id: 'calls', from: at('08:00'), until: at('08:10'), callsAhead: minutes(5) });
const agreed = aRequest({ id: 'q1', customer: 'c2', appointment: { day: monday, at: at('10:00'), early: minutes(0), mostWait: null } });
const territory = aTerritory({ customers: [c1, c2, c3], requests: [agreed], policy: aPolicy({ duties: [phoning] }) });

describe('day/call-first, obligation', () => {
  it('is the calls of each day and the series to call', () => {
    const [ordinary, fixed] = [aSeries({ customer: c1 }), aSeries({ customer: c2, origin: { by: 'request', request: agreed } })];
    const scene = aScene({ territory, series: [ordinary, fixed], horizon: onlyMonday });
    expect(obligationOf(callFirst, scene)).toEqual({ mostCalls: new Map([[scene.repDays[0], 2]]), calledAhead: new Set([ordinary]) });
  });

  it('is empty where no duty is for calls', () => {
    expect(obligationOf(callFirst, aScene())).toMatchObject({ mostCalls: new Map() });
  });
});

describe('day/call-first, compiled', () => {
  it('counts visits that need a call against the time for calls', () => {
    const series = [
      aSeries({ customer: c1 }),
      aSeries({ customer: c2, origin: { by: 'request', request: agreed } }),
      aSeries({ customer: c3, frequency: aFrequency({ kind: 'walk-in' }) }),
    ];
    const scene = aScene({ territory, series, horizon: onlyMonday });
    expect(termsOf(callFirst, scene, 600)).toEqual([
      { term: 'aggregate', slot: 0, of: { per: Int32Array.of(1, 0, 0) }, side: 'above', limit: 2, price: 600 },
    ]);
    expect(termsOf(callFirst, scene, 'must')).toMatchObject([{ price: FORBIDDEN }]);
  });

  it('demands nothing where no duty is for calls', () => {
    expect(termsOf(callFirst, aScene(), 600)).toEqual([]);
  });
});

describe('day/call-first, audited', () => {
  const judge = (...kinds: readonly { readonly kind?: 'walk-in'; readonly answers?: VisitStop['answers'] }[]) => {
    const stops = [c1, c2, c3].map((customer, i) => ({ ...aVisitStop(customer, { start: `${9 + i}:00`.padStart(5, '0') }), ...kinds[i] }));
    return breachesOf(callFirst, aReview({ territory, horizon: onlyMonday, days: [aRound({ stops })] }), 600);
  };

  it('finds visits beyond the calls that there is time for', () => {
    const breaches = judge({}, {}, {});
    expect(breaches).toMatchObject([{ units: 1 }]);
    expect(breaches.map((breach) => textOf(callFirst, breach))).toEqual([
      'r1 has 3 visits on 2026-12-07 that need a call ahead; there is time for 2 calls.',
    ]);
  });

  it('needs no call for walk-ins and appointments', () => {
    expect(judge({}, {}, { kind: 'walk-in' })).toEqual([]);
    expect(judge({}, { answers: [{ request: agreed.id, purpose: '' }] }, {})).toEqual([]);
  });
});
