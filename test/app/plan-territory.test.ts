import { describe, expect, it } from 'vitest';
import { planTerritory } from '../../src/app/plan-territory.ts';
import { day, weekdayOf } from '../../src/domain/calendar.ts';
import type { VisitStop } from '../../src/domain/plan.ts';
import { commitmentsOf } from '../../src/domain/plan.ts';
import type { RuleInstance } from '../../src/domain/policy.ts';
import { dailyHours } from '../../src/domain/visiting-hours.ts';
import { minutes } from '../../src/kernel/units.ts';
import { planText } from '../../src/publish/text/plan-text.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import {
  aCompanion,
  aContact,
  aCustomer,
  aDuty,
  aFrequency,
  aPolicy,
  aRep,
  aRequest,
  aTerritory,
  at,
  between,
  monday,
  week,
} from '../support/builders.ts';

const must = (rule: string): RuleInstance => ({ rule, price: 'must', params: {}, tag: 'added' });
const weekly = { cycle: { every: 'days', length: 7 } } as const;

// A dealer whose leader has an hour in the morning and whose salesman leads the way to a shop in the afternoon.
const dealer = aCustomer({
  id: 'c1',
  requiredRep: 'r1',
  tags: ['dealer'],
  contacts: [aContact({ id: 'li', hours: dailyHours(between('09:00', '10:00')) }), aContact({ id: 'wu', role: 'warehouse' })],
});
const shop = aCustomer({ id: 'c2', requiredRep: 'r1', tags: ['shop'], companion: 'g1' });
const territory = aTerritory({
  customers: [dealer, shop],
  reps: [aRep({ id: 'r1', manager: 'm1' }), aRep({ id: 'm1', role: 'manager' })],
  companions: [aCompanion({ id: 'g1', hours: dailyHours(between('14:00', '16:00')) })],
  requests: [
    aRequest({ id: 'talk', kind: 'return', appointment: { day: day('2026-12-09'), at: at('12:00'), early: minutes(10), mostWait: null } }),
  ],
  policy: aPolicy({
    frequencies: [
      aFrequency({ id: 'leader', tags: ['dealer'], contact: 'leader', ...weekly }),
      aFrequency({ id: 'warehouse', tags: ['dealer'], contact: 'warehouse', ...weekly }),
      aFrequency({ id: 'shops', tags: ['shop'], ...weekly }),
      aFrequency({ id: 'manager', kind: 'manager', ...weekly }),
    ],
    rules: [
      ...['day/shift', 'stop/opening-hours', 'stop/companions', 'stop/allowed-rep', 'stop/allowed-area'].map(must),
      { ...must('stop/appointments'), params: { early: minutes(5) } },
      { rule: 'customer/frequency', price: minutes(20), params: {}, tag: 'added' },
    ],
  }),
});

describe('a territory with contacts, appointments, companions and a manager', () => {
  it('is planned so that each is met by whom and when it has to be', { timeout: 30_000 }, async () => {
    const { plan } = await planTerritory(territory, {
      horizon: week,
      travel: estimate,
      endPlaces: new Map(),
      seed: 1,
      budget: { work: 20 },
      workers: 1,
    });
    const visits = plan.days.flatMap(({ rep, day: on, stops }) =>
      stops.filter((stop): stop is VisitStop => stop.type === 'visit').map((stop) => ({ rep, on, ...stop })),
    );
    expect(plan.unserved).toEqual([]);
    const of = (name: string) => visits.filter(({ visit }) => visit.includes(name));

    expect(of('leader')).toMatchObject([{ rep: 'r1', contact: 'li' }]);
    expect(of('leader').every(({ start, end }) => start >= at('09:00') && end <= at('10:00'))).toBe(true);
    // Wednesday at noon, ten minutes early: the talk is the visit to the warehouse, since the leader has no time then.
    expect(of('warehouse')).toEqual([]);
    expect(of('request')).toMatchObject([
      { on: day('2026-12-09'), rep: 'r1', contact: 'wu', kind: 'ordinary', start: at('11:50'), end: at('12:10') },
    ]);
    expect(of('request')[0]?.answers).toEqual([{ request: 'talk', purpose: '' }]);
    expect(of('shops').every(({ start, end }) => start >= at('14:00') && end <= at('16:00'))).toBe(true);
    expect(of('manager').map(({ rep, kind }) => [rep, kind])).toEqual([
      ['m1', 'manager'],
      ['m1', 'manager'],
    ]);
    expect(visits.every(({ on }) => on >= monday && weekdayOf(on) <= 5)).toBe(true);
    expect(commitmentsOf(plan, 'planned')).toHaveLength(visits.length);
  });
});

describe('a territory whose manager joins the reps', () => {
  const joined = {
    ...territory,
    policy: {
      ...territory.policy,
      frequencies: [
        ...territory.policy.frequencies.filter(({ kind }) => kind !== 'manager'),
        aFrequency({ id: 'together', kind: 'manager', joint: true, dwell: minutes(5), ...weekly }),
        aFrequency({ id: 'calls', kind: 'call', dwell: minutes(10), ...weekly }),
      ],
    },
  };
  const options = { horizon: week, travel: estimate, endPlaces: new Map(), seed: 1, workers: 1 };

  it('has each joint visit at the time of a stop of the rep, and the calls made', { timeout: 30_000 }, async () => {
    const { plan, run } = await planTerritory(joined, { ...options, budget: { work: 40 } });
    const visits = plan.days.flatMap(({ rep, day: on, stops }) =>
      stops.flatMap((stop) => (stop.type === 'visit' ? [{ rep, on, customer: stop.customer, start: stop.start, end: stop.end }] : [])),
    );
    const together = visits.filter(({ rep }) => rep === 'm1');
    expect(plan.unserved).toEqual([]);
    expect(together.map(({ customer }) => customer).toSorted()).toEqual(['c1', 'c2']);
    for (const { on, customer, start, end } of together) {
      const stops = visits.filter((other) => other.rep === 'r1' && other.on === on && other.customer === customer);
      expect(stops.some((stop) => stop.start <= start && end <= stop.end)).toBe(true);
    }
    expect(plan.days.flatMap(({ rep, calls }) => calls.map(({ customer }) => `${rep} ${customer}`)).toSorted()).toEqual(['r1 c1', 'r1 c2']);

    const again = await planTerritory(joined, { ...options, budget: { replay: run.searches } });
    expect(again.plan).toEqual(plan);
  });
});

describe('a territory with a duty on a day off', () => {
  // In the stores on Saturday from nine to five, and a customer who is behind with visits and would welcome one then.
  const inStore = aDuty({
    id: 'store',
    days: { on: 'weekdays', weekdays: [6] },
    ifNonWorking: 'keep',
    from: at('09:00'),
    until: at('17:00'),
  });
  const busy = aTerritory({
    customers: [dealer],
    policy: aPolicy({
      duties: [inStore],
      frequencies: [aFrequency({ count: { bound: 'atLeast', visits: 31 }, tags: ['dealer'] })],
      rules: [
        must('day/duties'),
        { rule: 'day/shift', price: 1, params: { mostOvertime: minutes(180) }, tag: 'added' },
        { rule: 'customer/frequency', price: minutes(20), params: {}, tag: 'added' },
      ],
    }),
  });

  it('has a day for the duty alone in the plan and in its text', { timeout: 30_000 }, async () => {
    const horizon = { first: monday, last: day('2026-12-13') };
    const { plan, kpis, cost } = await planTerritory(busy, {
      horizon,
      travel: estimate,
      endPlaces: new Map(),
      seed: 1,
      budget: { work: 20 },
      workers: 1,
    });
    const [saturday, ...sunday] = plan.days.filter(({ day: on }) => on > week.last);
    expect(sunday).toEqual([]);
    expect(saturday?.stops).toMatchObject([{ type: 'duty', duty: 'store', start: at('09:00'), end: at('17:00') }]);
    expect(plan.days.filter(({ stops }) => stops.some(({ type }) => type === 'visit'))).toHaveLength(5);

    const words = { reason: () => inStore.title, rule: () => inStore.title, sentence: () => inStore.title, mode: () => inStore.title };
    const text = planText({ plan, territory: busy, cost, kpis, words }, { language: 'en', details: true }).split('\n');
    const heading = text.indexOf('Sat 12 Dec · r1');
    expect(text[heading + 2]?.trim()).toBe('09:00–17:00  store');
    expect(text.some((line) => line.startsWith('  Sat 12 Dec       0 '))).toBe(true);
  });
});
