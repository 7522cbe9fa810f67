import { describe, expect, it } from 'vitest';
import { openRequests } from '../../src/demand/open-requests.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Customer } from '../../src/domain/customer.ts';
import type { Campaign, VisitRequest } from '../../src/domain/request.ts';
import type { PastVisit } from '../../src/domain/territory.ts';
import { aCampaign, aContact, aCustomer, aPastVisit, aRequest, week } from '../support/builders.ts';

interface Given {
  readonly customer?: Customer;
  readonly requests?: readonly VisitRequest[];
  readonly past?: readonly PastVisit[];
  readonly campaigns?: readonly Campaign[];
}

const open = ({ customer = aCustomer(), requests = [], past = [], campaigns = [] }: Given) =>
  openRequests({ territory: { campaigns }, horizon: week, customer, requests, past });
const idsOf = (given: Given) => open(given).map(({ id }) => id);

describe('openRequests', () => {
  it('leaves out what a past visit has answered', () => {
    const requests = [aRequest({ id: 'q1' }), aRequest({ id: 'q2' })];
    expect(idsOf({ requests, past: [aPastVisit({ requests: ['q1'] })] })).toEqual(['q2']);
  });

  it('leaves out what begins after the horizon', () => {
    expect(idsOf({ requests: [aRequest({ due: { first: day('2026-12-12'), last: day('2026-12-20') } })] })).toEqual([]);
  });
});

describe('openRequests: follow-ups', () => {
  const promised = aPastVisit({ day: day('2026-12-01'), kind: 'return', contact: 'p1', followUp: day('2026-12-09') });

  it('make a promise of a past visit due, with the same person and kind', () => {
    expect(open({ past: [promised] })).toMatchObject([
      {
        id: 'follow-up-return-2026-12-01',
        contact: 'p1',
        kind: 'return',
        source: 'follow-up',
        due: { first: day('2026-12-02'), last: day('2026-12-09') },
        required: true,
      },
    ]);
  });

  it('are over with the next visit of the kind to that person', () => {
    const later = { ...promised, day: day('2026-12-03'), followUp: null };
    expect(idsOf({ past: [promised, later] })).toEqual([]);
    expect(idsOf({ past: [promised, { ...later, kind: 'call' }] })).toHaveLength(1);
    expect(idsOf({ past: [promised, { ...later, contact: null }] })).toHaveLength(1);
  });

  it('are due at once when the promise was for the same day', () => {
    expect(open({ past: [{ ...promised, followUp: promised.day }] })[0]?.due).toEqual({ first: promised.day, last: promised.day });
  });
});

describe('openRequests: campaigns', () => {
  // Christmas, Friday 25 December 2026, told between 30 and 14 days before: 25 November to 11 December.
  const christmas = aCampaign({ leadDays: { least: 14, most: 30 }, audience: { tiers: ['A'], tags: [], statuses: [], contact: null } });

  it('reach each customer of the audience, some days before', () => {
    expect(open({ campaigns: [christmas] })).toMatchObject([
      { id: 'christmas', source: 'campaign', purpose: 'Christmas', due: { first: day('2026-11-25'), last: day('2026-12-11') } },
    ]);
    expect(idsOf({ campaigns: [christmas], customer: aCustomer({ tier: 'B' }) })).toEqual([]);
    expect(idsOf({ campaigns: [christmas], customer: aCustomer({ status: 'lost' }) })).toEqual([]);
  });

  it('are one for each person with the role', () => {
    const customer = aCustomer({ contacts: [aContact({ id: 'li' }), aContact({ id: 'wu', role: 'warehouse' }), aContact({ id: 'he' })] });
    const leaders = { ...christmas, audience: { ...christmas.audience, contact: 'leader' } };
    expect(idsOf({ customer, campaigns: [leaders] })).toEqual(['christmas/li', 'christmas/he']);
  });

  it('are answered by a visit of their kind in their time', () => {
    expect(idsOf({ campaigns: [christmas], past: [aPastVisit({ day: day('2026-11-26') })] })).toEqual([]);
    expect(idsOf({ campaigns: [christmas], past: [aPastVisit({ day: day('2026-11-24') })] })).toHaveLength(1);
    expect(idsOf({ campaigns: [christmas], past: [aPastVisit({ day: day('2026-11-26'), kind: 'call' })] })).toHaveLength(1);
  });

  it('are over when their day is', () => {
    expect(idsOf({ campaigns: [{ ...christmas, day: day('2026-12-06') }] })).toEqual([]);
  });
});
