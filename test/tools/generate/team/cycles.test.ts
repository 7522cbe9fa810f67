import { describe, expect, it } from 'vitest';
import { day, formatDay, monthOf } from '../../../../src/domain/calendar.ts';
import { visitCycles } from '../../../../tools/generate/team/cycles.ts';
import { aCalendar } from '../../../support/builders.ts';
import { aMonthly } from '../a-team.ts';

const december = monthOf(day('2026-12-01'));
const calendar = aCalendar();

const cyclesOf = (length: number, visits: number, past: readonly string[] = []) =>
  visitCycles({
    calendar,
    frequency: aMonthly('f', visits, { cycle: { every: 'days', length } }),
    month: december,
    past: past.map(day),
  }).map(({ first, last }) => `${formatDay(first)}/${formatDay(last)}`);

describe('visitCycles', () => {
  it('asks for the full count of a month, less what was done in it', () => {
    const ask = (past: readonly string[]) =>
      visitCycles({ calendar, frequency: aMonthly('f', 3), month: december, past: past.map(day) }).length;
    expect(ask(['2026-11-30'])).toBe(3);
    expect(ask(['2026-12-01', '2026-11-30'])).toBe(2);
  });

  it('asks of each week that the month closes, within the month', () => {
    // Weeks begin on Mondays; that of 28 December goes on to Friday, 1 January: floor(1 × 4 ÷ 5) = 0.
    expect(cyclesOf(7, 1)).toEqual(['2026-12-01/2026-12-06', '2026-12-07/2026-12-13', '2026-12-14/2026-12-20', '2026-12-21/2026-12-27']);
  });

  it('counts what a week had before the month', () => {
    expect(cyclesOf(7, 1, ['2026-11-30'])[0]).toBe('2026-12-07/2026-12-13');
  });

  it('asks of a cycle that goes on what an even pace has made by the end', () => {
    // Fortnights from Monday 2024-01-01 begin on 30 November, 14 and 28 December. Of the last one's 10 working days
    // 4 have passed by the 31st: floor(4 × 4 ÷ 10) = 1.
    expect(cyclesOf(14, 4)).toEqual([
      ...Array<string>(4).fill('2026-12-01/2026-12-13'),
      ...Array<string>(4).fill('2026-12-14/2026-12-27'),
      '2026-12-28/2026-12-31',
    ]);
  });
});
