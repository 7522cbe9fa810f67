import { describe, expect, it } from 'vitest';
import type { Break, Duty } from '../../../src/domain/policy.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import { formatClock, hours, minutes } from '../../../src/kernel/units.ts';
import { aBreak, aDuty, aPolicy, aRep, aTerritory, at, between, onlyMonday } from '../../support/builders.ts';

/** The day's breaks, each as `id earliest-latest`; the shift is 08:00 to 17:00 unless given. */
function breaksOf({ breaks = [aBreak()], duties = [], shift = between('08:00', '17:00') }: Given) {
  const [repDay] = repDaysOf(aTerritory({ policy: aPolicy({ breaks, duties }), reps: [aRep({ shift })] }), onlyMonday);
  return repDay?.breaks.map(({ id, earliest, latest }) => `${id} ${formatClock(earliest)}-${formatClock(latest)}`);
}

interface Given {
  readonly breaks?: readonly Break[];
  readonly duties?: readonly Duty[];
  readonly shift?: ReturnType<typeof between>;
}

const duty = (from: string, until: string) => aDuty({ id: `duty at ${from}`, from: at(from), until: at(until) });
const pause = (id: string, earliest: string, latest: string, length = minutes(30)) =>
  aBreak({ id, earliest: at(earliest), latest: at(latest), length });

// Lunch is an hour that starts between 11:30 and 13:00.
describe('breaks among duties', () => {
  it('keep their windows where nothing is in the way', () => {
    expect(breaksOf({})).toEqual(['lunch 11:30-13:00']);
  });

  it('end before the next duty', () => {
    expect(breaksOf({ duties: [duty('13:30', '17:00')] })).toEqual(['lunch 11:30-12:30']);
  });

  it('wait for the end of a duty that they would begin in', () => {
    expect(breaksOf({ duties: [duty('11:00', '12:00')] })).toEqual(['lunch 12:00-13:00']);
    // The same where the duty opens the day.
    expect(breaksOf({ duties: [duty('08:00', '12:00')] })).toEqual(['lunch 12:00-13:00']);
  });

  it('wait for the end of a duty that they would run into', () => {
    // From 11:30 to 12:15 there are 45 minutes, not an hour.
    expect(breaksOf({ duties: [duty('12:15', '12:45')] })).toEqual(['lunch 12:45-13:00']);
  });

  it('pass over two duties with too little time between them', () => {
    expect(breaksOf({ duties: [duty('11:15', '11:45'), duty('12:15', '12:30')] })).toEqual(['lunch 12:30-13:00']);
  });

  it('are left out when their window ends before there is room', () => {
    expect(breaksOf({ duties: [duty('11:00', '13:30')] })).toEqual([]);
    // One duty reaches into the window, the next begins 45 minutes later and closes the day.
    expect(breaksOf({ duties: [duty('08:00', '12:00'), duty('12:45', '17:00')] })).toEqual([]);
  });

  it('are left out on shifts that begin after their window opens or end before they would', () => {
    expect(breaksOf({ shift: between('12:00', '17:00') })).toEqual([]);
    expect(breaksOf({ shift: between('08:00', '12:00') })).toEqual([]);
  });
});

describe('breaks among each other', () => {
  it('follow in order of time, the later after the earlier has surely ended', () => {
    // Lunch may last until 14:00.
    expect(breaksOf({ breaks: [pause('tea', '13:30', '15:00'), aBreak()] })).toEqual(['lunch 11:30-13:00', 'tea 14:00-15:00']);
  });

  it('leave each other room where their windows are narrow', () => {
    // Lunch ends by 13:30 at the latest, too late for a nap; begun at 11:30, it ends at 12:30.
    expect(breaksOf({ breaks: [pause('lunch', '11:30', '12:30', hours(1)), pause('nap', '12:00', '13:00')] })).toEqual([
      'lunch 11:30-11:30',
      'nap 12:30-13:00',
    ]);
  });

  it('are left out when another takes their window', () => {
    expect(breaksOf({ breaks: [pause('lunch', '11:30', '12:30', hours(1)), pause('nap', '11:45', '12:00')] })).toEqual([
      'lunch 11:30-12:30',
    ]);
  });
});
