import {
  type Calendar,
  type Day,
  type DayRange,
  addDays,
  day,
  holds,
  monthOf,
  overlapOfRanges,
  workingDays,
} from '../../../src/domain/calendar.ts';
import type { Frequency } from '../../../src/domain/policy.ts';

/** A Monday from which cycles of days are counted. */
const ORIGIN = day('2024-01-01');

/** What was done under a frequency, and what a month is to make of it. */
export interface CycleQuestion {
  readonly calendar: Calendar;
  readonly frequency: Frequency;
  readonly month: DayRange;
  /** Days of the visits before the month that count. */
  readonly past: readonly Day[];
}

/**
 * [visit] the days of which each visit of a month takes one. A cycle that the month closes gets its full count, less
 * what was done before; one that goes on afterwards what an even pace over its working days has made by then.
 */
export function visitCycles({ calendar, frequency, month, past }: CycleQuestion): readonly DayRange[] {
  return cyclesOver(frequency, month).flatMap((cycle) => {
    const days = overlapOfRanges(cycle, month);
    const [all, passed] = [workingDays(calendar, cycle).length, workingDays(calendar, { first: cycle.first, last: days.last }).length];
    const count = Math.min(frequency.count.visits, all);
    const wanted = cycle.last <= month.last ? count : Math.floor((count * passed) / all);
    const done = past.filter((at) => holds(cycle, at)).length;
    const left = Math.min(Math.max(0, wanted - done), workingDays(calendar, days).length);
    return Array.from({ length: left }, () => days);
  });
}

function cyclesOver({ cycle }: Frequency, { first, last }: DayRange): readonly DayRange[] {
  if (cycle.every === 'month') return [monthOf(first)];
  const cycles: DayRange[] = [];
  const into = (((first - ORIGIN) % cycle.length) + cycle.length) % cycle.length;
  for (let at = addDays(first, -into); at <= last; at = addDays(at, cycle.length))
    cycles.push({ first: at, last: addDays(at, cycle.length - 1) });
  return cycles;
}
