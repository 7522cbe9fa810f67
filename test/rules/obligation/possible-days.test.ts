import { describe, expect, it } from 'vitest';
import { type DayRange, addDays, day, formatDay } from '../../../src/domain/calendar.ts';
import { daysWithoutRoom } from '../../../src/rules/obligation/possible-days.ts';
import { aCustomer, aFrequency, aScene, aSeries, aTerritory } from '../../support/builders.ts';

const week: DayRange = { first: day('2026-12-07'), last: day('2026-12-11') };

function without({
  required,
  minGapDays,
  closed = [],
}: {
  readonly required: number;
  readonly minGapDays: number;
  readonly closed?: readonly number[];
}) {
  const customer = aCustomer({ closedDays: closed.map((n) => addDays(week.first, n)) });
  const visits = Array.from({ length: required }, () => true);
  const series = aSeries({ customer, frequency: aFrequency({ minGapDays }), lastVisit: null, required: visits, days: week });
  return daysWithoutRoom(aScene({ territory: aTerritory({ customers: [customer] }), horizon: week, series: [series] }))(series).map(
    formatDay,
  );
}

describe('days without room', () => {
  it('are those between, where two visits need both ends of the week', () => {
    expect(without({ required: 2, minGapDays: 4 })).toEqual(['2026-12-08', '2026-12-09', '2026-12-10']);
  });

  it('are those of the middle, where two visits are three days apart', () => {
    expect(without({ required: 2, minGapDays: 3 })).toEqual(['2026-12-09']);
  });

  it('are those between three visits on alternate days', () => {
    expect(without({ required: 3, minGapDays: 2 })).toEqual(['2026-12-08', '2026-12-10']);
  });

  it('are none for one visit, and none where only one has room at all', () => {
    expect(without({ required: 1, minGapDays: 4 })).toEqual([]);
    expect(without({ required: 2, minGapDays: 5 })).toEqual([]);
    // Closed on Monday: no two days lie four days apart.
    expect(without({ required: 2, minGapDays: 4, closed: [0] })).toEqual([]);
  });
});
