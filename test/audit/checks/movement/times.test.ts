import { describe, expect, it } from 'vitest';
import { times } from '../../../../src/audit/checks/movement/times.ts';
import { at, office } from '../../../support/builders.ts';
import {
  c1,
  c2,
  c3,
  duty,
  fetchPlanned,
  foundBy,
  leg,
  loopPlanned,
  lunch,
  mondayPlanned,
  tuesdayPlanned,
  visit,
  walk,
  withLeg,
  withStop,
} from '../../handmade.ts';

const violations = foundBy(times);

describe('movement/times', () => {
  it('finds nothing where each time follows from the one before', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
    expect(violations(loopPlanned, fetchPlanned)).toEqual([]);
  });

  it('finds a vehicle ridden on before the rep is back at it', () => {
    // From c2 at 09:30 on foot to the bicycle at c1, there at 10:00; a quarter of an hour by bicycle to c3.
    const early = withLeg(fetchPlanned, 3, { depart: at('09:59'), arrive: at('10:14') });
    expect(violations(withStop(early, 3, visit(c3, 1, { arrival: '10:14', start: '10:15' })))).toEqual([
      'r1 on 2026-12-07: the leg from (31.01, 121) to (31.03, 121) departs at 09:59, before 10:00.',
    ]);
  });

  it('finds an arrival at the vehicle that the plan gives as that at the stop', () => {
    expect(violations(withStop(fetchPlanned, 3, visit(c3, 1, { arrival: '10:00', start: '10:15' })))).toEqual([
      'r1 on 2026-12-07: the leg from (31.01, 121) to (31.03, 121) arrives at 10:15; the stop there says 10:00.',
    ]);
  });

  it('allows a break at the vehicle, between the legs of a move', () => {
    // On foot from 11:35 to 12:05, lunch until 12:35, by bicycle until 12:50.
    const stops = [
      visit(c1, 1, { arrival: '08:40' }),
      visit(c2, 1, { arrival: '09:20', start: '11:25' }),
      lunch('12:05'),
      visit(c3, 1, { arrival: '12:50' }),
    ];
    const legs = [
      ...fetchPlanned.legs.slice(0, 2),
      walk(c2.location, c1.location, '11:35', c1.location),
      leg(c1.location, c3.location, '12:35'),
      leg(c3.location, office, '13:00'),
    ];
    expect(violations({ ...fetchPlanned, stops, legs })).toEqual([]);
    expect(violations({ ...fetchPlanned, stops: stops.with(2, lunch('12:04')), legs })).toHaveLength(1);
  });

  it('finds a leg that departs before the stop is over', () => {
    // The visit of c1 ends at 09:10; the leg of 15 minutes leaves and arrives a minute early.
    const early = withStop(
      withLeg(mondayPlanned, 1, { depart: at('09:09'), arrive: at('09:24') }),
      2,
      visit(c2, 1, { arrival: '09:24', start: '09:25' }),
    );
    expect(violations(early)).toEqual(['r1 on 2026-12-07: the leg from (31.01, 121) to (31.02, 121) departs at 09:09, before 09:10.']);
  });

  it('finds a rep who leaves before the field time starts', () => {
    const early = withStop(
      withLeg(mondayPlanned, 0, { depart: at('08:29'), arrive: at('08:39') }),
      1,
      visit(c1, 1, { arrival: '08:39', start: '09:00' }),
    );
    expect(violations(early)).toEqual(['r1 on 2026-12-07: the leg from (31, 121) to (31.01, 121) departs at 08:29, before 08:30.']);
  });

  it('holds a rep without a morning duty to the start of the field time', () => {
    const early = withLeg(withStop(mondayPlanned, 0), 0, { depart: at('08:20'), arrive: at('08:30') });
    expect(violations(withStop(early, 0, visit(c1, 1, { arrival: '08:30', start: '09:00' })))).toHaveLength(1);
  });

  it('finds a leg whose hours are not its travel', () => {
    expect(violations(withLeg(mondayPlanned, 2, { arrive: at('09:49') }))).toEqual([
      'r1 on 2026-12-07: the leg from (31.02, 121) to (31, 121) lasts from 09:35 to 09:49, but takes 900 s of travel and 0 s of breaks.',
    ]);
  });

  it('counts breaks on the way', () => {
    // Tuesday's way to c2 leaves at 11:50: ten minutes, lunch, five minutes. Without lunch it arrives at 12:05.
    expect(violations(withLeg(tuesdayPlanned, 0, { arrive: at('12:05') }))).toEqual([
      'r1 on 2026-12-08: the leg from (31, 121) to (31.02, 121) arrives at 12:05; the stop there says 12:35.',
      'r1 on 2026-12-08: break lunch at 12:00 begins or ends in the middle of the leg from (31, 121) to (31.02, 121).',
    ]);
  });

  it('allows breaks at either end of a leg and while the rep waits', () => {
    // Lunch before the leg, right after the visit; and lunch on arrival, before the visit.
    const stops = [lunch('12:00'), visit(c2, 2, { arrival: '12:45' })];
    const legs = [leg(office, c2.location, '12:30'), leg(c2.location, office, '12:55')];
    expect(violations({ ...tuesdayPlanned, stops, legs })).toEqual([]);
    const later = [lunch('12:00'), visit(c2, 2, { arrival: '12:00', start: '12:30' })];
    const sooner = [leg(office, c2.location, '11:45'), leg(c2.location, office, '12:40')];
    expect(violations({ ...tuesdayPlanned, stops: later, legs: sooner })).toEqual([]);
  });

  it('finds an arrival that is not the leg’s', () => {
    expect(violations(withStop(mondayPlanned, 2, visit(c2, 1, { arrival: '09:20', start: '09:25' })))).toEqual([
      'r1 on 2026-12-07: the leg from (31.01, 121) to (31.02, 121) arrives at 09:25; the stop there says 09:20.',
    ]);
  });

  it('finds a visit that starts before the arrival', () => {
    expect(violations(withStop(mondayPlanned, 1, visit(c1, 1, { arrival: '08:40', start: '08:39' })))).toEqual([
      'r1 on 2026-12-07: visit c1/monthly/1 starts at 08:39, before the arrival at 08:40.',
    ]);
  });

  it('lets a rep be early for a duty, not late', () => {
    // The way back from c2 takes until 09:50.
    const summary = (arrival: string) => ({ ...duty('summary', '14:00', '17:00'), arrival: at(arrival) });
    const until = (arrival: string) => violations({ ...mondayPlanned, stops: [...mondayPlanned.stops, summary(arrival)] });
    expect(until('09:50')).toEqual([]);
    expect(until('14:00')).toEqual([]);
    expect(until('09:49')).toEqual([
      'r1 on 2026-12-07: the leg from (31.02, 121) to (31, 121) arrives at 09:50; the stop there says 09:49.',
    ]);
  });

  it('lets no rep arrive next door before the visit here is over', () => {
    const stops = [visit(c2, 1, { arrival: '08:45' }), { ...visit(c2, 2, { arrival: '08:50' }), start: at('08:55'), end: at('09:05') }];
    const legs = [leg(office, c2.location, '08:30'), leg(c2.location, office, '09:05')];
    expect(violations({ ...mondayPlanned, stops, legs })).toEqual([
      'r1 on 2026-12-07: visit c2/monthly/2: the arrival is at 08:50, before 08:55.',
    ]);
  });
});
