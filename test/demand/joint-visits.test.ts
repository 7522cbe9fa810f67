import { describe, expect, it } from 'vitest';
import { jointVisitsDue } from '../../src/demand/joint-visits.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { day } from '../../src/domain/calendar.ts';
import { repId } from '../../src/kernel/ids.ts';
import { minutes } from '../../src/kernel/units.ts';
import { aCustomer, aFrequency, aPlannedDay, aPolicy, aRep, aTerritory, aVisitStop, at, monday, week } from '../support/builders.ts';

const joint = aFrequency({ id: 'joint', kind: 'manager', joint: true, cycle: { every: 'days', length: 7 }, dwell: minutes(30) });
const customer = aCustomer();
const reps = [aRep({ id: 'r1', manager: 'm1' }), aRep({ id: 'r2', manager: 'm2' }), aRep({ id: 'm1', role: 'manager' })];
const territory = aTerritory({ customers: [customer], reps, policy: aPolicy({ frequencies: [joint] }) });
const stopAt = (rep: string, start: string, end: string, on = monday) =>
  aPlannedDay({ rep, day: on, stops: [aVisitStop(customer, { start, end })] });

describe('jointVisitsDue', () => {
  it('offers the manager the stops of the team at the customer', () => {
    const days = [stopAt('r1', '09:00', '09:20'), stopAt('r1', '14:00', '14:25', day('2026-12-10')), stopAt('r2', '10:00', '10:20')];
    expect(jointVisitsDue(territory, week, { days })).toMatchObject([
      {
        makers: ['m1'],
        times: [
          { day: monday, from: at('09:00'), until: at('09:20'), with: repId('r1') },
          { day: day('2026-12-10'), from: at('14:00'), until: at('14:25'), with: repId('r1') },
        ],
        dwell: minutes(20), // the shorter of the stops, though half an hour is usual
        visits: [{ required: true }],
      },
    ]);
  });

  it('is no visit of its own', () => {
    expect(visitsDue(territory, week)).toEqual([]);
  });

  it('stays due where it is required and the plan has no stop', () => {
    expect(jointVisitsDue(territory, week, { days: [] })).toMatchObject([{ times: [], visits: [{ required: true }] }]);
    // On Wednesday the week still goes on.
    expect(jointVisitsDue(territory, { first: monday, last: day('2026-12-09') }, { days: [] })).toEqual([]);
  });
});
