import { describe, expect, it } from 'vitest';
import { callsDue, visitsDue } from '../../src/demand/visits-due.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Frequency } from '../../src/domain/policy.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { repId } from '../../src/kernel/ids.ts';
import { minutes } from '../../src/kernel/units.ts';
import {
  aCommitment,
  aCompanion,
  aContact,
  aCustomer,
  aFrequency,
  aPastVisit,
  aPolicy,
  aRep,
  aRequest,
  aTerritory,
  at,
  monday,
  week,
} from '../support/builders.ts';

const territoryWith = (frequencies: readonly Frequency[], given: Partial<Territory> = {}) =>
  aTerritory({ policy: aPolicy({ frequencies }), ...given });
const weekly = (given: Partial<Frequency>) => aFrequency({ cycle: { every: 'days', length: 7 }, ...given });

describe('series by contact', () => {
  // A dealer with a leader, two salesmen and nobody known in the warehouse.
  const contacts = [aContact({ id: 'li' }), aContact({ id: 'wu', role: 'sales' }), aContact({ id: 'he', role: 'sales' })];
  const dealer = aCustomer({ contacts });
  const frequencies = ['leader', 'sales', 'warehouse'].map((role) => weekly({ id: role, contact: role }));
  const due = () =>
    visitsDue(territoryWith(frequencies, { customers: [dealer] }), week).map(
      ({ contact, origin }) => `${origin.by === 'frequency' ? origin.frequency.id : ''}: ${contact?.id ?? 'any contact'}`,
    );

  it('are one for each person of the role, and one for any contact where none is known', () => {
    expect(due()).toEqual(['leader: li', 'sales: wu', 'sales: he', 'warehouse: any contact']);
  });

  it('count only visits that met the person', () => {
    const onTuesday = { first: day('2026-12-08'), last: week.last };
    const left = (contact: string | null) =>
      visitsDue(territoryWith(frequencies, { customers: [dealer], history: [aPastVisit({ day: monday, contact })] }), onTuesday).map(
        (series) => series.contact?.id ?? null,
      );
    expect(left('li')).toEqual(['wu', 'he']);
    expect(left('wu')).toEqual(['li', 'he']); // a series for any contact counts any visit: that of the warehouse is done
    expect(left(null)).toEqual(['li', 'wu', 'he']);
  });
});

describe('series by kind', () => {
  // A1 of the key accounts: four returns a month, two calls a week, one visit of the manager a month.
  const keyAccount = [
    aFrequency({ id: 'returns', kind: 'return', count: { bound: 'atLeast', visits: 4 } }),
    weekly({ id: 'calls', kind: 'call', count: { bound: 'atLeast', visits: 2 }, dwell: minutes(10) }),
    aFrequency({ id: 'managers', kind: 'manager' }),
  ];
  const reps = [
    aRep({ id: 'r1', manager: 'm1' }),
    aRep({ id: 'r2', manager: 'm2' }),
    aRep({ id: 'm1', role: 'manager' }),
    aRep({ id: 'm2', role: 'manager' }),
  ];
  const customer = aCustomer({ requiredRep: 'r1' });
  const territory = territoryWith(keyAccount, { reps, customers: [customer] });

  it('keep ordinary visits and returns apart', () => {
    // By Friday 11: 4 × 9 ÷ 23 = 1.57 returns.
    const returns = (kind: 'ordinary' | 'return') =>
      visitsDue({ ...territory, history: [aPastVisit({ kind })] }, week).find((series) => series.kind === 'return');
    expect(returns('ordinary')?.visits).toHaveLength(4);
    expect(returns('return')?.visits).toHaveLength(3);
  });

  it('have calls apart from visits, with a time of their own', () => {
    expect(visitsDue(territory, week).map(({ kind }) => kind)).toEqual(['return', 'manager']);
    expect(callsDue(territory, week)).toMatchObject([
      { kind: 'call', dwell: minutes(10), visits: [{ required: true }, { required: true }] },
    ]);
  });

  it('are made by the rep and by the direct manager', () => {
    const makers = visitsDue(territory, week).map(({ kind, makers: ids }) => [kind, ids]);
    expect(makers).toEqual([
      ['return', ['r1', 'r2']], // that the customer requires r1 is a rule's to say
      ['manager', ['m1']],
    ]);
  });

  it('have no visits of managers where there is no manager', () => {
    expect(visitsDue({ ...territory, reps: [aRep()] }, week).map(({ kind }) => kind)).toEqual(['return']);
  });
});

describe('series by post', () => {
  const bySenior = aFrequency({ id: 'senior', posts: ['senior'], count: { bound: 'atLeast', visits: 4 } });
  const byJunior = aFrequency({ id: 'junior', posts: ['junior'], count: { bound: 'atLeast', visits: 2 } });
  const reps = [aRep({ id: 'r1', post: 'senior' }), aRep({ id: 'r2', post: 'junior', areas: ['north'] })];

  it('are for those who have it', () => {
    const [series] = visitsDue(territoryWith([bySenior, byJunior], { reps }), week);
    expect(series).toMatchObject({ origin: { frequency: { id: 'senior' } }, makers: ['r1'] });
  });

  it('are the first that a rep may keep', () => {
    const [series] = visitsDue(territoryWith([bySenior, byJunior], { reps: reps.slice(1) }), week);
    expect(series).toMatchObject({ origin: { frequency: { id: 'junior' } }, makers: ['r2'] });
  });
});

describe('series of requests', () => {
  const contacts = [aContact({ id: 'li' })];
  const series = (given: Parameters<typeof aRequest>[0], more: Partial<Territory> = {}) =>
    visitsDue(territoryWith([], { customers: [aCustomer({ contacts })], requests: [aRequest(given)], ...more }), week)[0];

  it('have the request, the contact and the makers', () => {
    expect(series({ contact: 'li', kind: 'return', rep: 'r7' })).toMatchObject({
      kind: 'return',
      contact: { id: 'li' },
      origin: { by: 'request', request: { id: 'q1' } },
      makers: [repId('r7')],
      times: null,
    });
  });

  it('follow the frequencies of their customer', () => {
    const customers = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
    const requests = [aRequest({ customer: 'c1', kind: 'return' })];
    const all = visitsDue(territoryWith([aFrequency()], { customers, requests }), week);
    expect(all.map(({ customer, origin }) => `${customer.id} ${origin.by}`)).toEqual(['c1 frequency', 'c1 request', 'c2 frequency']);
  });

  it('stand for a visit of the frequency that is due anyway', () => {
    // One visit a week is due, and a request asks for one of the same kind by Friday.
    const territory = territoryWith([weekly({})], { requests: [aRequest()] });
    const due = visitsDue(territory, week).map(({ origin, visits }) => [origin.by, visits.length]);
    // The frequency has nothing left to do, but its gaps are kept.
    expect(due).toEqual([
      ['frequency', 0],
      ['request', 1],
    ]);
    expect(visitsDue({ ...territory, requests: [aRequest({ kind: 'return' })] }, week).map(({ origin }) => origin.by)).toEqual([
      'frequency',
      'request',
    ]);
  });

  it('keep an appointment, and are there early', () => {
    // At 10:00, ten minutes early, for half an hour: there from 09:50 to 10:30.
    const appointment = { day: monday, at: at('10:00'), early: minutes(10), mostWait: minutes(20) };
    expect(series({ appointment, dwell: minutes(30) })).toMatchObject({
      dwell: minutes(40),
      times: [{ day: monday, from: at('09:50'), until: at('10:30'), with: null }],
      visits: [{ days: { first: monday, last: monday }, required: true }],
    });
  });

  it('are calls where the request is to call', () => {
    const territory = territoryWith([], { requests: [aRequest({ kind: 'call' })] });
    expect(visitsDue(territory, week)).toEqual([]);
    expect(callsDue(territory, week)).toHaveLength(1);
  });
});

describe('series with a companion', () => {
  const customers = [aCustomer({ companion: 'g1' })];
  const companions = [aCompanion({ id: 'g1' }), aCompanion({ id: 'g2' })];
  const frequencies = [aFrequency(), aFrequency({ id: 'calls', kind: 'call' })];

  it('take the customer’s own, or the one that the request names; calls need none', () => {
    const territory = territoryWith(frequencies, { customers, companions, requests: [aRequest({ kind: 'return', companion: 'g2' })] });
    expect(visitsDue(territory, week).map(({ companion }) => companion?.id)).toEqual(['g1', 'g2']);
    expect(callsDue(territory, week).map(({ companion }) => companion)).toEqual([null]);
  });
});

describe('series with commitments', () => {
  it('hold those of their kind in the horizon, by day', () => {
    const held = (date: string, kind: 'ordinary' | 'return' = 'ordinary') => aCommitment({ day: day(date), kind });
    const commitments = [held('2026-12-10'), held('2026-12-08'), held('2026-12-09', 'return'), held('2026-12-14')];
    const [series] = visitsDue(territoryWith([aFrequency()], { commitments }), week);
    expect(series?.commitments.map((one) => one.day)).toEqual([day('2026-12-08'), day('2026-12-10')]);
  });
});

describe('walk-ins and prospects', () => {
  it('are wanted at most, and never required', () => {
    const walkIns = aFrequency({ kind: 'walk-in', statuses: ['potential'], count: { bound: 'atMost', visits: 1 } });
    const prospect = aCustomer({ status: 'potential' });
    const visits = visitsDue(territoryWith([walkIns], { customers: [prospect] }), { first: day('2026-12-01'), last: day('2026-12-31') });
    expect(visits).toMatchObject([{ kind: 'walk-in', visits: [{ required: false, weight: 1 }] }]);
  });
});
