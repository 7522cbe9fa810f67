import { describe, expect, it } from 'vitest';
import { callsDue, visitsDue } from '../../src/demand/visits-due.ts';
import { day, monthOf } from '../../src/domain/calendar.ts';
import { keyAccounts } from '../../src/policies/key-accounts.ts';
import { aContact, aCustomer, aPastVisit, aRep, aTerritory, between, week } from '../support/builders.ts';

const shift = between('08:30', '17:30');
const reps = [aRep({ id: 'r1', shift, vehicles: ['car'], manager: 'm1' }), aRep({ id: 'm1', role: 'manager', shift, vehicles: ['car'] })];
const contacts = [aContact({ id: 'handling', role: 'handling' }), aContact({ id: 'head', role: 'office-head' })];
const tiers = ['A1', 'A2', 'B1', 'B2', 'C'];
const customers = tiers.map((tier, i) => aCustomer({ id: `c${i + 1}`, tier, contacts, requiredRep: 'r1' }));
const territory = aTerritory({ policy: keyAccounts, customers, reps });
const december = monthOf(week.first);

const countsOf = (kind: string, due: ReturnType<typeof visitsDue>) =>
  due
    .filter((series) => series.kind === kind)
    .map(({ customer, contact, visits }) => [customer.tier, contact?.role, visits.filter(({ required }) => required).length]);

describe('the key-accounts preset', () => {
  it('returns to A1, A2, B1 and B2 four, three, two times and once a month', () => {
    expect(countsOf('return', visitsDue(territory, december))).toEqual([
      ['A1', 'handling', 4],
      ['A2', 'handling', 3],
      ['B1', 'handling', 2],
      ['B2', 'handling', 1],
      ['C', undefined, 1],
    ]);
  });

  it('does not count ordinary business visits among them', () => {
    const first = { customer: 'c1', contact: 'handling', rep: 'r1' };
    const from7th = { first: week.first, last: december.last };
    const left = (kind: 'ordinary' | 'return') => {
      const history = ['2026-12-01', '2026-12-02', '2026-12-04'].map((on) => aPastVisit({ ...first, kind, day: day(on) }));
      return countsOf('return', visitsDue({ ...territory, history }, from7th))[0]?.[2];
    };
    expect(left('ordinary')).toBe(4);
    // Three of four are made, the last on the 4th: gaps of twelve days want one by the 16th and one by the 28th.
    expect(left('return')).toBe(2);
  });

  it('calls A1 twice a week, A2 and B1 once, B2 and C every other week', () => {
    // The two weeks from 30 November are one of the cycles of two weeks, counted from 1 January 2024.
    const twoWeeks = { first: day('2026-11-30'), last: day('2026-12-11') };
    expect(countsOf('call', callsDue(territory, twoWeeks))).toEqual([
      ['A1', 'handling', 4],
      ['A2', 'handling', 2],
      ['B1', 'handling', 2],
      ['B2', 'handling', 1],
      ['C', 'handling', 1],
    ]);
  });

  it('sends the direct manager to the head of the office once a month', () => {
    const visits = visitsDue(territory, december);
    expect(countsOf('manager', visits)).toEqual(tiers.slice(0, 4).map((tier) => [tier, 'office-head', 1]));
    expect(new Set(visits.filter(({ kind }) => kind === 'manager').flatMap(({ makers }) => makers))).toEqual(new Set(['m1']));
  });
});
