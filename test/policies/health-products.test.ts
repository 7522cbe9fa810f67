import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { day, monthOf } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { repPlansOf } from '../../src/domain/rep-plan.ts';
import { hours, seconds } from '../../src/kernel/units.ts';
import { healthProducts } from '../../src/policies/health-products.ts';
import { aCampaign, aContact, aCustomer, aPastVisit, aRep, aTerritory, at, between, week } from '../support/builders.ts';

const rep = aRep({ shift: between('08:30', '17:30'), vehicles: ['car'] });
const december = monthOf(week.first);
const people = ['leader', 'in-charge', 'sales', 'warehouse'].map((role) => aContact({ id: role, role }));
const dealer = aCustomer({ tags: ['dealer'], contacts: people });
const metOf = (territory: Parameters<typeof aTerritory>[0], horizon = december) =>
  visitsDue(aTerritory({ policy: healthProducts, customers: [dealer], reps: [rep], ...territory }), horizon).map(({ contact, visits }) => [
    contact?.role,
    visits.filter(({ required }) => required).length,
  ]);

describe('the health-products preset', () => {
  it("meets a dealer's leader three times a month, and the others as well", () => {
    expect(metOf({})).toEqual([
      ['leader', 3],
      ['in-charge', 2],
      ['sales', 1],
      ['warehouse', 1],
    ]);
  });

  it('counts for the leader only visits that met the leader', () => {
    // Three visits in the first days of the month; one of them met the leader, so that two are left of three.
    const history = ['leader', 'warehouse', 'warehouse'].map((contact, i) => aPastVisit({ contact, day: day(`2026-12-0${i + 1}`) }));
    const rest = { first: week.first, last: december.last };
    expect(metOf({ history }, rest)).toEqual([
      ['leader', 2],
      ['in-charge', 2],
      ['sales', 1],
    ]);
  });

  it('visits shops by tier, and demands nothing of the contacts they have', () => {
    const shops = [
      aCustomer({ id: 'c1', tier: 'A', tags: ['shop'] }),
      aCustomer({ id: 'c2', tier: 'B', tags: ['shop'], contacts: people }),
    ];
    expect(metOf({ customers: shops })).toEqual([
      [undefined, 2],
      [undefined, 1],
    ]);
  });

  it('announces a campaign to leaders a month ahead', () => {
    const audience = { tiers: [], tags: ['dealer'], statuses: [], contact: 'leader' };
    const campaign = aCampaign({ id: 'promotion', day: day('2027-01-15'), leadDays: { least: 30, most: 42 }, audience });
    const due = visitsDue(aTerritory({ policy: healthProducts, customers: [dealer], reps: [rep], campaigns: [campaign] }), december)
      .filter(({ origin }) => origin.by === 'request')
      .flatMap(({ contact, visits }) => visits.map(({ days }) => [contact?.role, days]));
    // 15 January less 42 and less 30 days.
    expect(due).toEqual([['leader', { first: day('2026-12-04'), last: day('2026-12-16') }]]);
  });

  it('works eight hours a day without overtime', () => {
    const params = Object.fromEntries(healthProducts.rules.map((instance) => [instance.rule, instance.params]));
    expect([params['day/most-work'], params['day/shift']]).toEqual([{ most: hours(8) }, { mostOvertime: seconds(0) }]);
    const [repDay] = repDaysOf(aTerritory({ policy: healthProducts, reps: [rep] }), week);
    // 08:30 to 17:30 less lunch, the day's plan and the paperwork.
    expect(repDay?.fieldTime).toBe(hours(9) - hours(1) - 20 * 60 - 30 * 60);
  });

  it('hands the week in on Friday, two hours before the end of work', () => {
    const plans = repPlansOf(aTerritory({ policy: healthProducts, reps: [rep] }), rep, week);
    expect(plans.find(({ span }) => span === 'week')?.due).toEqual({ day: day('2026-12-04'), clock: at('15:30') });
  });
});
