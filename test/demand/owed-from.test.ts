import { describe, expect, it } from 'vitest';
import { customerIsOwedFrom, territoryOwesFrom } from '../../src/demand/owed-from.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { type DayRange, addDays, day } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { aCustomer, aFrequency, aPastVisit, aPolicy, aTerritory, week } from '../support/builders.ts';

const fourAMonth = aFrequency({ count: { bound: 'atLeast', visits: 4 } });
const lastWeek: DayRange = { first: day('2026-12-28'), last: day('2026-12-31') };

/** How many visits are required, and how many are due at all. */
function due(given: Partial<Territory>, horizon: DayRange) {
  const territory = aTerritory({ policy: aPolicy({ frequencies: [fourAMonth] }), ...given });
  const visits = visitsDue(territory, horizon).flatMap((series) => series.visits);
  return { required: visits.filter(({ required }) => required).length, all: visits.length };
}

describe('territoryOwesFrom', () => {
  it('is the first day of the territory where one is given', () => {
    expect(territoryOwesFrom(aTerritory({ startedOn: day('2026-11-02'), history: [aPastVisit()] }), week)).toBe(day('2026-11-02'));
  });

  it('is the first day of the plan where nothing was visited before', () => {
    expect(territoryOwesFrom(aTerritory(), week)).toBe(week.first);
    expect(territoryOwesFrom(aTerritory({ history: [aPastVisit({ day: week.last })] }), week)).toBe(week.first);
  });

  it('is a week before the history begins', () => {
    const history = [aPastVisit({ day: day('2026-12-04') }), aPastVisit({ day: day('2026-12-03') })];
    expect(territoryOwesFrom(aTerritory({ history }), week)).toBe(day('2026-11-26'));
  });
});

describe('customerIsOwedFrom', () => {
  it('is the day on which the customer got its status, unless the territory started later', () => {
    expect(customerIsOwedFrom(week.first, aCustomer({ since: addDays(week.first, 1) }))).toBe(addDays(week.first, 1));
    expect(customerIsOwedFrom(week.first, aCustomer({ since: addDays(week.first, -1) }))).toBe(week.first);
    expect(customerIsOwedFrom(week.first, aCustomer({ since: null }))).toBe(week.first);
  });
});

describe('a first plan', () => {
  it('owes no whole month on its first days', () => {
    // Four of December's 23 working days: 4 × 4 ÷ 23 = 0.7. Without the start, all four visits would be owed.
    expect(due({}, lastWeek)).toEqual({ required: 0, all: 1 });
    expect(due({ startedOn: day('2026-12-01') }, lastWeek)).toEqual({ required: 4, all: 4 });
  });

  it('owes a whole month from its first day', () => {
    expect(due({}, { first: day('2026-12-01'), last: day('2026-12-31') })).toEqual({ required: 4, all: 4 });
  });

  it('is followed by plans that owe from its first day on', () => {
    // From Monday 14 to Thursday 31 December 14 of 23 working days: 4 × 14 ÷ 23 = 2.4, of which one is made.
    const history = [aPastVisit({ day: day('2026-12-14') })];
    expect(due({ startedOn: day('2026-12-14'), history }, lastWeek)).toEqual({ required: 1, all: 2 });
  });

  it('owes a new customer its share of the month', () => {
    // 14 of 23 working days.
    const customers = [aCustomer({ since: day('2026-12-14') })];
    expect(due({ startedOn: day('2026-01-01'), customers }, lastWeek)).toEqual({ required: 2, all: 3 });
  });
});
