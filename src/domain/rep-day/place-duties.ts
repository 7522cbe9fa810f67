import { type Seconds, seconds } from '../../kernel/units.ts';
import type { Duty } from '../policy.ts';
import type { Window } from '../visiting-hours.ts';

/** A duty with the hours it has on one rep's day. */
export interface PlacedDuty {
  readonly duty: Duty;
  readonly from: Seconds;
  readonly until: Seconds;
}

/**
 * A day's duties with their hours, in order: within the shift and one after the other. A duty ends when the next begins;
 * duties that begin together share the time until then evenly, in whole minutes, but none takes longer than its own hours.
 * The last of several that overlap lasts until all would have ended: office time stays office time. So a month's plan
 * follows the weekly summary in one afternoon. A duty left without a minute is done together with the one after it.
 */
export function placeDuties(duties: readonly Duty[], shift: Window): readonly PlacedDuty[] {
  const due = duties
    .map((duty) => ({ duty, from: max(duty.from, shift.from), until: min(duty.until, shift.until) }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from - b.from || a.until - b.until);
  const placed: PlacedDuty[] = [];
  for (const [i, { duty, from, until }] of due.entries()) {
    const start = max(from, placed.at(-1)?.until ?? from);
    const begun = due.filter((other) => other.from <= start);
    const next = due.find((other) => other.from > start)?.from ?? shift.until;
    const limit = min(next, max(...begun.map((other) => other.until)));
    const sharers = begun.length - i;
    const end = sharers === 1 ? limit : min(until, seconds(start + Math.floor((limit - start) / sharers / 60) * 60));
    if (end > start) placed.push({ duty, from: start, until: end });
  }
  return placed;
}

const max = (...times: readonly Seconds[]): Seconds => seconds(Math.max(...times));
const min = (...times: readonly Seconds[]): Seconds => seconds(Math.min(...times));
