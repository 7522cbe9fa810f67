import { describe, expect, it } from 'vitest';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import { formatClock } from '../../../src/kernel/units.ts';
import { aDuty, aPolicy, aTerritory, at, onlyMonday } from '../../support/builders.ts';

// The shift is 08:00 to 17:00. Each duty is written as `id from-until`.
const hoursOf = (...written: readonly string[]) => {
  const duties = written.map((text) => {
    const [id = '', from = '', until = ''] = text.split(/[ -]/);
    return aDuty({ id, from: at(from), until: at(until) });
  });
  const [repDay] = repDaysOf(aTerritory({ policy: aPolicy({ duties }) }), onlyMonday);
  return repDay?.duties.map(({ duty, from, until }) => `${duty.id} ${formatClock(from)}-${formatClock(until)}`);
};

describe('duties of one day', () => {
  it('lie within the shift, in order of time', () => {
    expect(hoursOf('summary 16:00-24:00', 'meeting 07:30-08:30', 'supper 18:00-19:00')).toEqual([
      'meeting 08:00-08:30',
      'summary 16:00-17:00',
    ]);
  });

  it('end where the next begins', () => {
    // The weekly summary gives way to the month's plan at 16:00.
    expect(hoursOf('weekly 13:30-24:00', 'monthly 16:00-24:00')).toEqual(['weekly 13:30-16:00', 'monthly 16:00-17:00']);
  });

  it('share their time when they have the same hours', () => {
    // 210 minutes from 13:30: 105 each, or 70 each.
    expect(hoursOf('weekly 13:30-17:00', 'monthly 13:30-17:00')).toEqual(['weekly 13:30-15:15', 'monthly 15:15-17:00']);
    expect(hoursOf('a 13:30-17:00', 'b 13:30-17:00', 'c 13:30-17:00')).toEqual(['a 13:30-14:40', 'b 14:40-15:50', 'c 15:50-17:00']);
  });

  it('share the time until the next one', () => {
    // 45 minutes until 14:15 in whole minutes: 22, and the rest.
    expect(hoursOf('a 13:30-17:00', 'b 13:30-17:00', 'c 14:15-17:00')).toEqual(['a 13:30-13:52', 'b 13:52-14:15', 'c 14:15-17:00']);
  });

  it('take no longer than they would alone', () => {
    // Half of the afternoon would be 15:15.
    expect(hoursOf('weekly 13:30-17:00', 'call 13:30-14:00')).toEqual(['call 13:30-14:00', 'weekly 14:00-17:00']);
  });

  it('leave no hole where one lies within another', () => {
    // The afternoon is office time until 17:00, though the call would end at 15:00.
    expect(hoursOf('weekly 13:30-17:00', 'call 14:00-15:00')).toEqual(['weekly 13:30-14:00', 'call 14:00-17:00']);
  });

  it('are done along with the next one when no minute is left', () => {
    expect(hoursOf('a 13:30-13:31', 'b 13:30-13:31')).toEqual(['b 13:30-13:31']);
  });
});
