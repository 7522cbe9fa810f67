import { describe, expect, it } from 'vitest';
import { frequenciesFor } from '../../src/domain/frequency-for.ts';
import { day } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { present } from '../../src/kernel/assert.ts';
import { formatClock } from '../../src/kernel/units.ts';
import { general } from '../../src/policies/general.ts';
import { aCustomer, aRep, aTerritory, between } from '../support/builders.ts';

const reps = [
  aRep({ id: 's1', post: 'senior-representative', shift: between('08:30', '17:30') }),
  aRep({ id: 'r1', post: 'representative' }),
  aRep({ id: 'm1', post: 'sales-manager', role: 'manager' }),
];

const dutiesOn = (date: string) => {
  const at = day(date);
  const repDay = present(repDaysOf(aTerritory({ policy: general, reps }), { first: at, last: at })[0], date);
  return repDay.duties.map(({ duty, from }) => `${duty.id} ${formatClock(from)}`);
};

const idsFor = (given: Parameters<typeof aCustomer>[0]) => frequenciesFor({ policy: general, reps }, aCustomer(given)).map(({ id }) => id);

describe('the general preset', () => {
  it('calls ahead every morning, and reports every evening', () => {
    expect(dutiesOn('2026-12-08')).toEqual(['calls-ahead 08:30', 'visit-reports 17:00']);
  });

  it("plans the next month at the month's end", () => {
    // 31 October 2026 is a Saturday. Plan and reports share the last two hours.
    expect(dutiesOn('2026-10-30')).toContain('month-plan 15:30');
  });

  it('counts visits by the post of the rep', () => {
    expect(idsFor({ tier: 'B', requiredRep: 's1' })).toEqual(['senior-b']);
    expect(idsFor({ tier: 'B', requiredRep: 'r1' })).toEqual(['representative-b']);
    expect(idsFor({ tier: 'A', requiredRep: 'r1' })).toEqual(['representative-a', 'manager-a']);
  });

  it('visits peers and prospects too, by all posts', () => {
    expect(idsFor({ tier: 'A', tags: ['peer'], requiredRep: 's1' })).toEqual(['peers', 'manager-a']);
    expect(idsFor({ tier: 'C', status: 'potential', requiredRep: 'r1' })).toEqual(['prospects']);
  });
});
