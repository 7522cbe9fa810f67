import { assert, present } from '../../../src/kernel/assert.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { parseClock } from '../../../src/kernel/units.ts';
import type { Weekday } from '../../../src/domain/calendar.ts';
import type { VisitingHours, Window } from '../../../src/domain/visiting-hours.ts';

const MIDWEEK: readonly Weekday[] = [2, 3, 4];

/** The hours of shops, with the share of each in percent: `*` for closed on one weekday, `PH` for closed on public holidays. */
const HABITS: readonly (readonly [share: number, times: string, closing: '' | '*' | 'PH'])[] = [
  [24, '', ''],
  [22, '07:30-21:00', ''],
  [18, '08:00-20:00', ''],
  [9, '08:30-20:30', ''],
  [9, '09:00-21:30', ''],
  [6, '08:00-12:00,13:30-19:30', ''],
  [4, '07:00-12:00,13:00-18:30', ''],
  [4, '08:00-20:00', '*'],
  [4, '08:00-18:00', 'PH'],
];

/** Draws the hours of a shop; null for unknown hours. */
export function drawOpening(random: Random): VisitingHours | null {
  let lot = random.below(HABITS.reduce((sum, [share]) => sum + share, 0));
  const habit = present(
    HABITS.find(([share]) => (lot -= share) < 0),
    'habit',
  );
  const [, times, closing] = habit;
  const weekday = present(MIDWEEK[random.below(MIDWEEK.length)], 'weekday');
  if (times === '') return null;
  const windows = times.split(',').map(windowOf);
  return { byWeekday: weekOf(windows, closing === '*' ? weekday : null), onHolidays: closing === 'PH' ? [] : null };
}

function windowOf(text: string): Window {
  const [from, until] = text.split('-').map(parseClock);
  assert(from !== null && from !== undefined && until !== null && until !== undefined, `"${text}" are no hours`);
  return { from, until };
}

function weekOf(open: readonly Window[], closed: Weekday | null): VisitingHours['byWeekday'] {
  const on = (weekday: Weekday) => (weekday === closed ? [] : open);
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
}
