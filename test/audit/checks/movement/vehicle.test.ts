import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { vehicle } from '../../../../src/audit/checks/movement/vehicle.ts';
import type { PlannedDay } from '../../../../src/domain/plan.ts';
import { aCustomer, aPlannedDay, aRep, office } from '../../../support/builders.ts';
import {
  c1,
  c2,
  c3,
  duty,
  fetchPlanned,
  foundBy,
  inputWith,
  leg,
  loopPlanned,
  lunch,
  mondayPlanned,
  plan,
  territory,
  tuesdayPlanned,
  visit,
  walk,
  withLeg,
  withStop,
} from '../../handmade.ts';

const violations = foundBy(vehicle);

/** What is found when the rep is another one than by hand. */
const foundWith = (rep: Parameters<typeof aRep>[0], planned: PlannedDay) => [
  ...vehicle.violations(openCase(inputWith({ territory: { ...territory, reps: [aRep(rep)] }, plan: { ...plan, days: [planned] } }))),
];

/** By bicycle to c1, from there to so many customers on foot, one after the other, and back. */
function dayWithLoop(stops: number): PlannedDay {
  const others = Array.from({ length: stops }, (_, i) => aCustomer({ id: `c${i + 2}` }));
  const clock = (i: number) => `${10 + i}:00`;
  const round = [c1, ...others, c1];
  return aPlannedDay({
    stops: [visit(c1, 1, { arrival: '08:40' }), ...others.map((customer, i) => visit(customer, 1, { arrival: clock(i) }))],
    legs: [
      leg(office, c1.location, '08:30'),
      ...round.slice(1).map((to, i) => walk((round[i] ?? c1).location, to.location, clock(i), c1.location)),
      leg(c1.location, office, '20:00'),
    ],
  });
}

describe('movement/vehicle', () => {
  it('finds nothing where the vehicle is ridden all day', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('finds nothing where it is left for a loop, and fetched for the way on or the way back', () => {
    expect(violations(loopPlanned)).toEqual([]);
    expect(violations(fetchPlanned)).toEqual([]);
  });

  it('finds nothing where it stays at home all day, or for a loop from there', () => {
    const stops = [visit(c1, 1, { arrival: '08:50' }), visit(c2, 1, { arrival: '09:30' })];
    const onFoot = [walk(office, c1.location, '08:30'), walk(c1.location, c2.location, '09:00'), walk(c2.location, office, '09:40')];
    expect(violations({ ...mondayPlanned, vehicle: null, stops, legs: onFoot })).toEqual([]);
    const later = [
      walk(office, c1.location, '08:30', office),
      walk(c1.location, office, '09:00', office),
      leg(office, c2.location, '09:20'),
      leg(c2.location, office, '09:45'),
    ];
    expect(violations({ ...mondayPlanned, stops: [stops[0] ?? lunch('08:50'), visit(c2, 1, { arrival: '09:35' })], legs: later })).toEqual(
      [],
    );
  });

  it('finds nothing on a day without work in the field, which takes no vehicle', () => {
    const idle = { ...mondayPlanned, stops: [duty('meeting', '08:00', '08:30'), lunch('12:00')], legs: [] };
    expect(violations({ ...idle, vehicle: null })).toEqual([]);
    expect(violations(idle)).toEqual(['r1 on 2026-12-07: the vehicle is bicycle; ridden is none.']);
  });

  it('finds a day that names another vehicle than the legs', () => {
    expect(violations({ ...loopPlanned, vehicle: null })).toEqual(['r1 on 2026-12-07: the vehicle is none; ridden is bicycle.']);
    expect(violations({ ...loopPlanned, vehicle: 'car' })).toEqual(['r1 on 2026-12-07: the vehicle is car; ridden is bicycle.']);
  });

  it('finds a second vehicle on a day', () => {
    expect(foundWith({ vehicles: ['bicycle', 'car'] }, withLeg(mondayPlanned, 1, { mode: 'car' }))).toEqual([
      'r1 on 2026-12-07: there are several vehicles: bicycle, car.',
    ]);
  });

  it('finds a vehicle that is ridden from where it does not stand', () => {
    // From c2 straight home by the bicycle that stands at c1.
    const legs = [...loopPlanned.legs.slice(0, 2), leg(c2.location, office, '09:30')];
    expect(violations({ ...loopPlanned, legs })).toEqual([
      'r1 on 2026-12-07: the leg from (31.02, 121) to (31, 121) is by bicycle, which stands at (31.01, 121).',
    ]);
    // And one left at home that is ridden back from c1.
    const stops = [visit(c1, 1, { arrival: '08:50' })];
    const back = [walk(office, c1.location, '08:30', office), leg(c1.location, office, '09:00')];
    expect(violations({ ...loopPlanned, stops, legs: back })).toHaveLength(1);
  });

  it('finds legs that misplace the parked vehicle', () => {
    expect(violations(withLeg(loopPlanned, 1, { parked: office }))).toEqual([
      'r1 on 2026-12-07: the leg from (31.01, 121) to (31.02, 121) says that the vehicle stands at (31, 121), not at (31.01, 121).',
    ]);
    expect(violations(withLeg(loopPlanned, 2, { parked: null }))).toEqual([
      'r1 on 2026-12-07: the leg from (31.02, 121) to (31.01, 121) says that the vehicle stands at no place, not at (31.01, 121).',
    ]);
    expect(violations(withLeg(loopPlanned, 0, { parked: office }))).toEqual([
      'r1 on 2026-12-07: the leg from (31, 121) to (31.01, 121) says that the vehicle stands at (31, 121), not at no place.',
    ]);
  });

  it('finds a vehicle that stands somewhere on a day that takes none', () => {
    const legs = [walk(office, c1.location, '08:30', office), walk(c1.location, office, '09:00')];
    expect(violations({ ...mondayPlanned, vehicle: null, stops: [visit(c1, 1, { arrival: '08:50' })], legs })).toEqual([
      'r1 on 2026-12-07: the leg from (31, 121) to (31.01, 121) says that the vehicle stands at (31, 121), not at no place.',
    ]);
  });

  it('finds a vehicle that is left for more than six stops', () => {
    expect(violations(dayWithLoop(6))).toEqual([]);
    expect(violations(dayWithLoop(7))).toEqual(['r1 on 2026-12-07: the vehicle stands at (31.01, 121) for more than 6 stops.']);
    expect(violations(dayWithLoop(9))).toHaveLength(1);
  });

  it('counts the stops of a loop anew after a stop where the vehicle stands', () => {
    // The fifth of seven stops on foot is at c1.
    const long = withStop(dayWithLoop(7), 5, visit(c1, 2, { arrival: '14:00' }));
    expect(violations(withLeg(withLeg(long, 5, { to: c1.location }), 6, { from: c1.location }))).toEqual([]);
  });

  it('finds a vehicle that is left behind, wherever the day ends', () => {
    const legs = [...loopPlanned.legs.slice(0, 2), walk(c2.location, office, '09:30', c1.location)];
    expect(violations({ ...loopPlanned, legs })).toEqual(['r1 on 2026-12-07: the vehicle is left at (31.01, 121).']);
    // Who lives at c3 takes the bicycle there.
    const home = [...loopPlanned.legs.slice(0, 3), leg(c1.location, c3.location, '10:00')];
    expect(foundWith({ end: c3.location }, { ...loopPlanned, legs: home })).toEqual([]);
    const walked = [...loopPlanned.legs.slice(0, 2), walk(c2.location, c3.location, '09:30', c1.location)];
    expect(foundWith({ end: c3.location }, { ...loopPlanned, legs: walked })).toHaveLength(1);
  });

  it('finds a detour that fetches nothing', () => {
    // On foot to c1 and further, though no bicycle stands there.
    const stops = [visit(c2, 1, { arrival: '09:20' })];
    const legs = [walk(office, c1.location, '08:30'), walk(c1.location, c2.location, '08:50'), walk(c2.location, office, '09:30')];
    expect(violations({ ...loopPlanned, vehicle: null, stops, legs })).toEqual([
      'r1 on 2026-12-07: the leg from (31, 121) to (31.01, 121) leads to no stop and to no vehicle.',
    ]);
    // By bicycle to c1, and on foot from there, to return to it; or on it.
    expect(violations({ ...loopPlanned, stops })).toHaveLength(1);
    const ridden = [leg(office, c1.location, '08:30'), leg(c1.location, c2.location, '08:50'), leg(c2.location, office, '09:30')];
    expect(violations({ ...loopPlanned, stops, legs: ridden })).toHaveLength(1);
  });

  it('finds no violations of vehicles where legs do not lead from stop to stop', () => {
    expect(violations({ ...loopPlanned, legs: loopPlanned.legs.slice(2) })).toEqual([]);
  });
});
