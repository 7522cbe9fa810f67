import { type Weekday, addDays, daysOf, day, weekdayOf } from '../../domain/calendar.ts';
import type { Cycle, Frequency, Policy } from '../../domain/policy.ts';
import { roomFor } from '../../domain/room-for.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, partOf, recordsOf, placedValueAt, valueAt } from '../reading/source.ts';
import { policyErrors } from './errors.ts';

/** Working days of the territory, and the findings so far. */
export interface FrequencyCheck {
  /** Weekdays on which the territory works. */
  readonly workdays: readonly Weekday[];
  readonly findings: Findings;
}

/** Checks that the frequencies of a document are possible: the shortest gap, the longest gap, the visits in a cycle. */
export function checkFrequencies({ frequencies }: Policy, document: Source, { workdays, findings }: FrequencyCheck): void {
  for (const record of recordsOf(partOf(document, 'frequencies'))) {
    const frequency = frequencies.find(({ id }) => id === valueAt(record.value, ['id']));
    if (frequency === undefined) continue;
    const { minGapDays, maxGapDays, count } = frequency;
    if (maxGapDays !== null && minGapDays > maxGapDays) {
      const field = valueAt(record.value, ['minGapDays']) === undefined ? 'maxGapDays' : 'minGapDays';
      findings.report(policyErrors.gapsReversed({ ...placedValueAt(record, field), least: minGapDays, most: maxGapDays }));
    }
    const room = mostVisits(frequency, workdays);
    if (count.bound !== 'atMost' && count.visits > room) {
      findings.report(
        policyErrors.countImpossible({ at: record.placeOf(['count']), value: count.visits, room, minGapDays, workdays: workdays.length }),
      );
    }
  }
}

/** A Monday from which cycles are counted. */
const MONDAY = day('2024-01-01');
/** Days of the longest months. */
const LONGEST_MONTH = 31;

/** Most visits of a customer in one cycle, over all weekdays on which a cycle may start. */
function mostVisits({ cycle, minGapDays }: Frequency, workdays: readonly Weekday[]): number {
  const length = longestOf(cycle);
  const rooms = firstDays(cycle).map((first) => {
    const days = daysOf({ first, last: addDays(first, length - 1) }).filter((at) => workdays.includes(weekdayOf(at)));
    return roomFor({ days, minGapDays, lastVisit: null });
  });
  return Math.max(...rooms);
}

const longestOf = (cycle: Cycle): number => {
  if (cycle.every === 'days') return cycle.length;
  return LONGEST_MONTH * (cycle.every === 'month' ? 1 : cycle.count);
};

/** One day for each weekday on which a cycle may start. Cycles of whole weeks start on Mondays. */
const firstDays = (cycle: Cycle) =>
  cycle.every === 'days' && cycle.length % 7 === 0 ? [MONDAY] : daysOf({ first: MONDAY, last: addDays(MONDAY, 6) });
