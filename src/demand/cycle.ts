import { type Day, type DayRange, addDays, day, formatDay, monthOf } from '../domain/calendar.ts';
import type { Cycle } from '../domain/policy.ts';

/** A Monday; cycles of days are counted from here. */
const ORIGIN = day('2024-01-01');

/** The cycle that holds the day. */
export function cycleOf(cycle: Cycle, at: Day): DayRange {
  if (cycle.every === 'month') return monthOf(at);
  if (cycle.every === 'months') return monthsOf(cycle.count, at);
  const { length } = cycle;
  const sinceFirst = (((at - ORIGIN) % length) + length) % length;
  const first = addDays(at, -sinceFirst);
  return { first, last: addDays(first, length - 1) };
}

/** The cycle of several months that holds the day: quarters and halves of a year begin in January. */
function monthsOf(count: number, at: Day): DayRange {
  const [year = 0, month = 0] = formatDay(at).split('-').map(Number);
  const sinceFirst = (year - 2024) * 12 + month - 1;
  const first = Math.floor(sinceFirst / count) * count;
  return { first: firstOfMonth(first), last: addDays(firstOfMonth(first + count), -1) };
}

/** The first day of the nth month after January 2024. */
const firstOfMonth = (n: number): Day => day(`${2024 + Math.floor(n / 12)}-${String((((n % 12) + 12) % 12) + 1).padStart(2, '0')}-01`);

/** Every cycle that has a day in the range, in order; the first and the last may reach beyond it. */
export function cyclesIn(cycle: Cycle, range: DayRange): readonly DayRange[] {
  const cycles: DayRange[] = [];
  for (let at = range.first; at <= range.last;) {
    const next = cycleOf(cycle, at);
    cycles.push(next);
    at = addDays(next.last, 1);
  }
  return cycles;
}
