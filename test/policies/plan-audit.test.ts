import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { day, monthOf } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { repPlansOf } from '../../src/domain/rep-plan.ts';
import { minutes } from '../../src/kernel/units.ts';
import { planAudit } from '../../src/policies/plan-audit.ts';
import { aCustomer, aRep, aTerritory, at, between, week } from '../support/builders.ts';

const shift = between('08:30', '17:30');
const rep = aRep({ id: 'r1', shift, vehicles: ['car'], manager: 'm1' });
const manager = aRep({ id: 'm1', role: 'manager', shift, vehicles: ['car'] });

describe('the plan-audit preset', () => {
  it('plans for each customer the stay that was planned for it, and else that of its tier', () => {
    const customers = [aCustomer({ id: 'c1', dwell: minutes(105) }), aCustomer({ id: 'c2' }), aCustomer({ id: 'c3', tier: 'C' })];
    const series = visitsDue(aTerritory({ policy: planAudit, customers, reps: [rep] }), monthOf(week.first));
    expect(series.map(({ customer, dwell }) => [customer.id, dwell / 60])).toEqual([
      ['c1', 105],
      ['c2', 60],
      ['c3', 40],
    ]);
  });

  it('has the manager look in at three customers a week, unannounced', () => {
    const customers = Array.from({ length: 8 }, (_, i) => aCustomer({ id: `c${i + 1}`, requiredRep: 'r1' }));
    const checks = visitsDue(aTerritory({ policy: planAudit, customers, reps: [rep, manager] }), week).filter(
      ({ kind }) => kind === 'inspection',
    );
    expect(checks.flatMap(({ visits }) => visits)).toHaveLength(3);
    expect(new Set(checks.map(({ customer }) => customer.id)).size).toBe(3);
    expect(checks.flatMap(({ makers }) => makers)).toEqual(['m1', 'm1', 'm1']);
  });

  it('has no spot checks where there is no manager', () => {
    const series = visitsDue(aTerritory({ policy: planAudit, reps: [rep] }), week);
    expect(series.map(({ kind }) => kind)).toEqual(['ordinary']);
  });

  it("has next month's plan made on the last working day, and handed in before the month begins", () => {
    const territory = aTerritory({ policy: planAudit, reps: [rep] });
    const last = day('2026-12-31');
    expect(repDaysOf(territory, { first: last, last }).flatMap(({ duties }) => duties.map(({ duty }) => duty.id))).toEqual([
      'month-plan',
      'visit-records',
    ]);
    // 1 December 2026 is a Tuesday.
    expect(repPlansOf(territory, rep, week)[0]).toMatchObject({ span: 'month', due: { day: day('2026-11-30'), clock: at('17:30') } });
  });

  it('prices a change of an approved plan at an hour, and 20 times that where the customer has confirmed', () => {
    expect(planAudit.rules.find(({ rule }) => rule === 'plan/keep-promises')).toMatchObject({
      price: minutes(60),
      params: { announced: 4, confirmed: 20 },
      tag: 'stated',
    });
  });
});
