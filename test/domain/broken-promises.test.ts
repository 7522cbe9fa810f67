import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { type BrokenPromise, brokenPromises } from '../../src/domain/broken-promises.ts';
import type { PlannedDay } from '../../src/domain/plan.ts';
import { aCommitment, aCustomer, aPlan, aPlannedDay, aVisitStop, at, monday } from '../support/builders.ts';

const [c1, tuesday, wednesday] = [aCustomer(), addDays(monday, 1), addDays(monday, 2)];
type Given = Parameters<typeof aCommitment>[0];

/** The first visit of c1 on a day. */
const visitOn = (day: typeof monday, start: string, rep = 'r1', nth = 1): PlannedDay =>
  aPlannedDay({ rep, day, stops: [aVisitStop(c1, { start, nth })] });

/** The promises that a plan of some days breaks. */
const broken = (commitments: readonly Given[], days: readonly PlannedDay[]): readonly BrokenPromise[] =>
  brokenPromises(aPlan({ days }), {
    commitments: commitments.map((given) => aCommitment({ firmness: 'confirmed', day: tuesday, ...given })),
  });

describe('brokenPromises', () => {
  it('are none where day, time and rep are kept', () => {
    expect(broken([{ at: at('10:00'), rep: 'r1' }], [visitOn(tuesday, '10:00')])).toEqual([]);
    expect(broken([{}], [visitOn(tuesday, '16:00', 'r2')])).toEqual([]);
  });

  it('name what the plan has instead: another rep, another time, another day, or nothing', () => {
    const instead = (given: Given, ...days: readonly PlannedDay[]) => broken([given], days).map((one) => one.instead);
    expect(instead({ rep: 'r1' }, visitOn(tuesday, '10:00', 'r2'))).toEqual([{ day: tuesday, start: at('10:00'), rep: 'r2' }]);
    expect(instead({ at: at('10:00') }, visitOn(tuesday, '11:00'))).toEqual([{ day: tuesday, start: at('11:00'), rep: 'r1' }]);
    expect(instead({}, visitOn(wednesday, '10:00'))).toEqual([{ day: wednesday, start: at('10:00'), rep: 'r1' }]);
    expect(instead({})).toEqual([null]);
  });

  it('leave out what was only planned, and what lies outside the plan', () => {
    expect(broken([{ firmness: 'planned' }, { day: addDays(monday, 40) }], [])).toEqual([]);
  });

  it('count each visit for one promise alone', () => {
    const promises = [{ day: monday }, { day: tuesday }];
    expect(broken(promises, [visitOn(tuesday, '10:00')])).toMatchObject([{ promise: { day: monday }, instead: null }]);
    const [one, other] = [visitOn(tuesday, '10:00'), visitOn(wednesday, '10:00', 'r1', 2)];
    expect(broken(promises, [one, other])).toMatchObject([{ promise: { day: monday }, instead: { day: wednesday } }]);
  });

  it('take a visit for the promised contact or request only', () => {
    expect(broken([{ contact: 'boss' }], [visitOn(tuesday, '10:00')])).toMatchObject([{ instead: null }]);
    expect(broken([{ request: 'q1' }], [visitOn(tuesday, '10:00')])).toMatchObject([{ instead: null }]);
  });
});
