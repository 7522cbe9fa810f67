import { describe, expect, it } from 'vitest';
import type { Window } from '../../../../src/domain/visiting-hours.ts';
import type { Beat } from '../../../../tools/generate/witness/beat.ts';
import { walkDay } from '../../../../tools/generate/witness/walk-day.ts';
import { present } from '../../../../src/kernel/assert.ts';
import { minutes } from '../../../../src/kernel/units.ts';
import { repDaysOf } from '../../../../src/domain/rep-day/rep-day.ts';
import { aBreak, aDuty, aPolicy, aRep, aTerritory, at, between, onlyMonday } from '../../../support/builders.ts';

// Out from 08:30 to 17:00; an hour's lunch that starts between 11:30 and 13:00.
const policy = aPolicy({ duties: [aDuty()], breaks: [aBreak()] });
const monday = present(repDaysOf(aTerritory({ policy, reps: [aRep()] }), onlyMonday)[0], 'Monday');

/** Customers who take so many minutes each; every way takes ten minutes. */
function task(dwells: readonly number[], openings: readonly (readonly Window[])[] = []) {
  const size = dwells.length + 1;
  const beat: Beat = {
    customers: [],
    asked: dwells.map((dwell) => ({ visits: 1, cycle: 'month', minGapDays: 1, maxGapDays: 31, dwell: minutes(dwell) })),
    size,
    seconds: Int32Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 0 : minutes(10))),
  };
  return { beat, day: monday, openings: dwells.map((_, i) => openings[i] ?? [between('00:00', '24:00')]) };
}

describe('walkDay', () => {
  it('goes from customer to customer and back, and rests afterwards when there is time', () => {
    // 08:30 + 10 = 08:40; + 20 + 10 + 30 = 09:40; + 10 = 09:50 at the office.
    expect(walkDay(task([20, 30]), [1, 2])).toEqual({
      first: at('08:40'),
      end: at('09:50'),
      away: minutes(30),
      missed: 0,
      break: at('11:30'),
    });
  });

  it('waits at doors that open later, and waiting counts', () => {
    // At the door at 08:40, open at 09:00: 20 minutes of waiting and twice 10 on the way.
    const walk = walkDay(task([20], [[between('09:00', '18:00')]]), [1]);
    expect(walk).toMatchObject({ first: at('09:00'), away: minutes(40), missed: 0 });
  });

  it('rests on the way when the break is due there', () => {
    // Done at 08:40 + 160 = 11:20; the way to the next from 11:20 to 11:30 ends with the break, which takes until 12:30.
    // Done there at 13:30, back at 13:40, on the way for 30 minutes.
    expect(walkDay(task([160, 60]), [1, 2])).toMatchObject({ end: at('13:40'), away: minutes(30), break: at('11:30') });
  });

  it('rests while waiting, so that the break costs no time', () => {
    // At the second door at 10:50; it opens at 13:00: 11:30 to 12:30 of that is the break, 40 + 30 minutes are waiting.
    const walk = walkDay(task([120, 20], [[between('00:00', '24:00')], [between('13:00', '18:00')]]), [1, 2]);
    expect(walk).toMatchObject({ end: at('13:30'), break: at('11:30'), away: minutes(30 + 40 + 30) });
  });

  it('counts visits that the doors do not allow', () => {
    expect(walkDay(task([20], [[between('08:00', '08:50')]]), [1]).missed).toBe(1);
    expect(walkDay(task([20], [[]]), [1]).missed).toBe(1);
  });

  it('stays at the office without visits', () => {
    expect(walkDay(task([]), [])).toEqual({ first: at('08:30'), end: at('08:30'), away: 0, missed: 0, break: at('11:30') });
  });
});
