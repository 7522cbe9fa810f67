import { type Weekday, addDays, daysOf, day, weekdayOf } from '../../domain/calendar.ts';
import type { Cycle, Frequency, Policy } from '../../domain/policy.ts';
import { roomFor } from '../../domain/room-for.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, partOf, recordsOf, placedValueAt, valueAt } from '../reading/source.ts';
import { policyErrors } from './errors.ts';

/** What frequencies are checked against. */
export interface FrequencyCheck {
  /** The weekdays on which people work. */
  readonly workdays: readonly Weekday[];
  readonly findings: Findings;
}

/** Checks that a policy's own frequencies can be kept: that gaps leave room, and cycles hold the visits asked for. */
export function checkFrequencies({ frequencies }: Policy, own: Source, { workdays, findings }: FrequencyCheck): void {
  for (const record of recordsOf(partOf(own, 'frequencies'))) {
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

/** The Monday that cycles of days are counted from. */
const MONDAY = day('2024-01-01');
/** Days of a long month. */
const LONGEST_MONTH = 31;

/** The most visits that a customer can have in one cycle, whatever weekday it begins with. */
function mostVisits({ cycle, minGapDays }: Frequency, workdays: readonly Weekday[]): number {
  const length = cycle.every === 'month' ? LONGEST_MONTH : cycle.length;
  const rooms = firstDays(cycle).map((first) => {
    const days = daysOf({ first, last: addDays(first, length - 1) }).filter((at) => workdays.includes(weekdayOf(at)));
    return roomFor({ days, minGapDays, lastVisit: null });
  });
  return Math.max(...rooms);
}

/** A day for each weekday on which a cycle may begin; whole weeks begin on Mondays. */
const firstDays = (cycle: Cycle) =>
  cycle.every === 'days' && cycle.length % 7 === 0 ? [MONDAY] : daysOf({ first: MONDAY, last: addDays(MONDAY, 6) });
