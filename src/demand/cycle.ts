import { type Day, type DayRange, addDays, day, monthOf } from '../domain/calendar.ts';
import type { Cycle } from '../domain/policy.ts';

/** A Monday; cycles of days are counted from here. */
const ORIGIN = day('2024-01-01');

/** The cycle that holds the day. */
export function cycleOf(cycle: Cycle, at: Day): DayRange {
  if (cycle.every === 'month') return monthOf(at);
  const { length } = cycle;
  const sinceFirst = (((at - ORIGIN) % length) + length) % length;
  const first = addDays(at, -sinceFirst);
  return { first, last: addDays(first, length - 1) };
}

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
