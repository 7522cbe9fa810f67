import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { way } from '../../../../src/audit/checks/movement/way.ts';
import type { Leg, Stop } from '../../../../src/domain/plan.ts';
import type { Duty } from '../../../../src/domain/policy.ts';
import { aDuty, at, office } from '../../../support/builders.ts';
import {
  c1,
  c2,
  duty,
  fetchPlanned,
  foundBy,
  inputWith,
  leg,
  loopPlanned,
  lunch,
  mondayPlanned,
  plan,
  policy,
  territory,
  tuesdayPlanned,
  visit,
  walk,
  withLeg,
} from '../../handmade.ts';

const violations = foundBy(way);
const stays = [duty('meeting', '08:00', '08:30'), lunch('12:00')];

describe('movement/way', () => {
  it('finds nothing where legs lead from stop to stop', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('lets two legs lead from stop to stop, by way of the vehicle', () => {
    expect(violations(loopPlanned, fetchPlanned)).toEqual([]);
  });

  it('finds a way by way of the vehicle that goes no further, or that makes more turns', () => {
    expect(violations({ ...fetchPlanned, legs: fetchPlanned.legs.toSpliced(3, 1) })).toEqual([
      'r1 on 2026-12-07: leg 3 leads from (31.02, 121) to (31.01, 121) instead of from (31.02, 121) to (31.03, 121).',
    ]);
    const turn = [walk(c1.location, office, '10:00', c1.location), walk(office, c1.location, '10:20', c1.location)];
    expect(violations({ ...fetchPlanned, legs: fetchPlanned.legs.toSpliced(3, 0, ...turn) })).toHaveLength(1);
  });

  it('lets a rep fetch the vehicle to where the next stop is already', () => {
    // Two visits at c2; between them the rep walks to the bicycle at c1 and comes back on it.
    const stops = [...fetchPlanned.stops.slice(0, 3), visit(c2, 2, { arrival: '10:15' })];
    const legs = [...fetchPlanned.legs.slice(0, 3), leg(c1.location, c2.location, '10:00'), leg(c2.location, office, '10:25')];
    expect(violations({ ...fetchPlanned, stops, legs })).toEqual([]);
    expect(violations({ ...fetchPlanned, stops: stops.with(3, visit(c2, 2, { arrival: '09:30' })), legs })).toHaveLength(1);
  });

  it('finds a leg left out', () => {
    expect(violations({ ...mondayPlanned, legs: mondayPlanned.legs.slice(0, 2) })).toEqual([
      'r1 on 2026-12-07: leg 3 leads nowhere instead of from (31.02, 121) to (31, 121).',
    ]);
  });

  it('finds a leg that starts or ends elsewhere', () => {
    expect(violations(withLeg(mondayPlanned, 1, { from: office }))).toEqual([
      'r1 on 2026-12-07: leg 2 leads from (31, 121) to (31.02, 121) instead of from (31.01, 121) to (31.02, 121).',
    ]);
    expect(violations(withLeg(mondayPlanned, 2, { to: c1.location }))).toHaveLength(1);
  });

  it('ends where it began when a duty closes the day there, even if the rep lives elsewhere', () => {
    const home = { lat: 31.05, lng: 121 };
    const reps = territory.reps.map((rep) => ({ ...rep, end: home }));
    const summary = aDuty({ id: 'summary', from: at('14:00'), until: at('17:00') });
    const strays = (duties: readonly Duty[], stops: readonly Stop[], ...legs: readonly Leg[]) => {
      const homeward = { ...territory, reps, policy: { ...policy, duties: [...policy.duties, ...duties] } };
      const days = [{ ...mondayPlanned, stops: [...mondayPlanned.stops, ...stops], legs }];
      return [...way.violations(openCase(inputWith({ territory: homeward, plan: { ...plan, days } })))];
    };
    // Monday's legs lead back to the office. After a summary there, the way home is the rep's own.
    const { legs } = mondayPlanned;
    const atOffice = [duty('summary', '14:00', '17:00')];
    expect(strays([summary], atOffice, ...legs)).toEqual([]);
    expect(strays([summary], atOffice, ...legs, leg(office, home, '17:00'))).toHaveLength(1);
    // Without one, the day ends at home.
    expect(strays([], [], ...legs)).toHaveLength(1);
    expect(strays([], [], ...legs.slice(0, 2), leg(c2.location, home, '10:00'))).toEqual([]);
  });

  it('asks for no leg between stops in one place', () => {
    const stops = [visit(c2, 1, { arrival: '09:00' }), visit(c2, 2, { arrival: '09:10' })];
    const legs = [leg(office, c2.location, '08:30'), leg(c2.location, office, '09:20')];
    expect(violations({ ...mondayPlanned, stops, legs })).toEqual([]);
    expect(violations({ ...mondayPlanned, stops, legs: legs.toSpliced(1, 0, leg(c2.location, c2.location, '09:10')) })).toHaveLength(1);
  });

  it('lets a day without visits do without legs', () => {
    expect(violations({ ...mondayPlanned, stops: stays, legs: [] })).toEqual([]);
    expect(violations({ ...mondayPlanned, stops: stays })).toHaveLength(1);
  });
});
