import { describe, expect, it } from 'vitest';
import { day } from '../../../../src/domain/calendar.ts';
import { type RepDay, repDaysOf } from '../../../../src/domain/rep-day/rep-day.ts';
import type { Window } from '../../../../src/domain/visiting-hours.ts';
import { type WitnessDay, walkDay } from '../../../../tools/generate/witness/walk-day.ts';
import { present } from '../../../../src/kernel/assert.ts';
import { minutes } from '../../../../src/kernel/units.ts';
import { clock } from '../../../../tools/generate/specs/people.ts';
import { aBreak, aDuty, aPolicy, aRep, aTerritory, between } from '../../../support/builders.ts';

const tuesday = day('2026-12-08');

/** 08:00 to 17:00. */
function repDay(given: Parameters<typeof aPolicy>[0] = {}): RepDay {
  const territory = aTerritory({ policy: aPolicy(given), reps: [aRep({ shift: between('08:00', '17:00') })] });
  return present(repDaysOf(territory, { first: tuesday, last: tuesday })[0], 'Tuesday');
}

/** Ten minutes from any place to any other. */
const travel = Array.from({ length: 4 }, (_, i) => Array.from({ length: 4 }, (_unused, j) => (i === j ? 0 : minutes(10))));

const always: readonly Window[] = [between('00:00', '24:00')];

const aDay = (given: Partial<WitnessDay> = {}): WitnessDay => ({
  repDay: repDay(),
  until: clock('17:00'),
  firstBy: Infinity,
  openings: [always, always, always],
  dwells: [minutes(30), minutes(30), minutes(30)],
  travel,
  ...given,
});

describe('walkDay', () => {
  it('adds up travel and stays', () => {
    // 08:00 + 10 + 30 + 10 + 30 + 10 = 09:30.
    expect(walkDay(aDay(), [1, 2])).toEqual({ end: clock('09:30'), away: minutes(30), stay: minutes(60) });
    expect(walkDay(aDay(), [])).toEqual({ end: clock('08:00'), away: 0, stay: 0 });
  });

  it('waits for doors that open later, and is null where a door is shut', () => {
    const openings = [[between('09:00', '09:45')], always, always];
    // There at 08:10, in from 09:00 to 09:30, back at 09:40; a hundred minutes less the visit's thirty.
    expect(walkDay(aDay({ openings }), [1])).toEqual({ end: clock('09:40'), away: minutes(70), stay: minutes(30) });
    // After two others the rep is there at 09:30 and would stay until 10:00.
    expect(walkDay(aDay({ openings }), [2, 3, 1])).toBeNull();
  });

  it('takes a break at the first moment of travel, or else before a visit that would last too long', () => {
    const lunch = [aBreak({ earliest: clock('08:35'), latest: clock('08:45'), length: minutes(60) })];
    // 08:10–08:40 is the first visit; lunch begins at once on the way: 08:40–09:40, there at 09:50, back at 10:30.
    expect(walkDay(aDay({ repDay: repDay({ breaks: lunch }) }), [1, 2])).toMatchObject({ end: clock('10:30'), away: minutes(30) });
    // A first visit until 08:55 leaves no time for lunch by 08:45: it comes first, at 08:35, and waiting counts.
    const long = { repDay: repDay({ breaks: lunch }), dwells: [minutes(45)] };
    expect(walkDay(aDay(long), [1])).toEqual({ end: clock('10:30'), away: minutes(45), stay: minutes(45) });
  });

  it('has the break at the base where the rep is back early enough', () => {
    const lunch = [aBreak({ earliest: clock('08:30'), latest: clock('12:00'), length: minutes(60) })];
    // Home at 08:50, within the hours of lunch: it is not on the way.
    expect(walkDay(aDay({ repDay: repDay({ breaks: lunch }) }), [1])).toMatchObject({ end: clock('08:50') });
  });

  it('goes back in time for a duty in the field', () => {
    const duties = [aDuty({ from: clock('09:00'), until: clock('10:00') })];
    // Home from the first at 08:50, duty until 10:00, second 10:10–10:40, back at 10:50. Waiting for it is ten minutes.
    const walk = walkDay(aDay({ repDay: repDay({ duties }) }), [1, 2]);
    expect(walk).toEqual({ end: clock('10:50'), away: minutes(50), stay: minutes(60) });
  });

  it('is null for a day that ends too late, or begins too late', () => {
    expect(walkDay(aDay({ until: clock('09:29') }), [1, 2])).toBeNull();
    expect(walkDay(aDay({ firstBy: clock('08:09') }), [1])).toBeNull();
    expect(walkDay(aDay({ firstBy: clock('08:10') }), [1])).not.toBeNull();
  });
});
