import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { announcedVisits } from '../../../src/domain/calls/announced-visits.ts';
import { aCallStop, aCustomer, aPlan, aPlannedDay, aVisitStop, monday } from '../../support/builders.ts';

const shop = aCustomer();
const call = (nth: number) => aCallStop(shop, { start: '16:00', nth });
const visit = aVisitStop(shop, { start: '09:00' });

/** A call on Monday, and the days after it: by how many days they are later, and what they hold. */
const announced = (...later: readonly (readonly [number, Parameters<typeof aPlannedDay>[0]])[]) =>
  [
    ...announcedVisits(
      aPlan({
        days: [
          aPlannedDay({ day: monday, calls: [call(1)] }),
          ...later.map(([days, given]) => aPlannedDay({ day: addDays(monday, days), ...given })),
        ],
      }),
    ),
  ].map(([id, { day, stop }]) => [id, day - monday, stop.visit]);

describe('announcedVisits', () => {
  it('is the next visit of the same rep to the customer within a week', () => {
    expect(announced([3, { stops: [visit] }])).toEqual([['c1/calls/1', 3, visit.visit]]);
    expect(announced([8, { stops: [visit] }])).toEqual([]);
    expect(announced([3, { rep: 'r2', stops: [visit] }])).toEqual([]);
  });

  it('is announced by the last call before it', () => {
    expect(announced([2, { calls: [call(2)] }], [3, { stops: [visit] }])).toEqual([['c1/calls/2', 1 + 2, visit.visit]]);
  });

  it('is never a walk-in or a spot check', () => {
    expect(announced([3, { stops: [{ ...visit, kind: 'walk-in' }] }])).toEqual([]);
    expect(announced([3, { stops: [{ ...visit, kind: 'inspection' }] }])).toEqual([]);
  });
});
