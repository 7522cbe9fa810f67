import { describe, expect, it } from 'vitest';
import { callsDue, visitsDue } from '../../src/demand/visits-due.ts';
import { day, monthOf } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { firstVisitBy } from '../../src/domain/visit.ts';
import { hours } from '../../src/kernel/units.ts';
import { tobaccoLifecycle } from '../../src/policies/tobacco-lifecycle.ts';
import { aCustomer, aPastVisit, aRep, aTerritory, between, onlyMonday, week } from '../support/builders.ts';

const reps = [aRep({ shift: between('08:30', '17:30'), vehicles: ['e-bike'] })];
const december = monthOf(day('2026-12-08'));
const won = aCustomer({ id: 'c4', tier: 'B', status: 'new', since: day('2026-11-30') });
const customers = [
  ...['A', 'B', 'C'].map((tier, i) => aCustomer({ id: `c${i + 1}`, tier })),
  won,
  aCustomer({ id: 'c5', tier: 'A', status: 'lost' }),
  aCustomer({ id: 'c6', tier: 'A', status: 'potential' }),
];
const territory = aTerritory({ policy: tobaccoLifecycle, reps, customers });

describe('the tobacco-lifecycle preset', () => {
  it('has visits by status: retained ones by tier, new, lost and potential ones by status', () => {
    expect(visitsDue(territory, december).map(({ customer, visits }) => [customer.id, visits.length])).toEqual([
      ['c1', 3],
      ['c2', 2],
      ['c3', 1],
      ['c4', 2],
      ['c5', 1],
      ['c6', 1],
    ]);
  });

  it('requires a first visit of new customers within ten days, which a week that holds the tenth day requires', () => {
    const requiredOf = (history = territory.history) =>
      visitsDue({ ...territory, customers: [won], history }, week).map(({ visits }) => visits.filter(({ required }) => required).length);
    const [frequency] = tobaccoLifecycle.frequencies;
    expect(frequency && firstVisitBy(frequency, won, null)).toBe(day('2026-12-10'));
    expect(requiredOf()).toEqual([1]);
    // Who was seen since is only behind or ahead of the pace.
    expect(requiredOf([aPastVisit({ customer: 'c4', day: day('2026-12-02') })])).toEqual([0]);
  });

  it('has calls to A customers, except lost and potential ones', () => {
    expect(callsDue(territory, december).map(({ customer, visits }) => [customer.id, visits.length])).toEqual([['c1', 1]]);
  });

  it('keeps customer data current in the last half hour of the day', () => {
    // 08:30 to 17:00 less an hour of lunch.
    expect(repDaysOf(territory, onlyMonday).map(({ fieldTime }) => fieldTime)).toEqual([hours(7.5)]);
  });
});
