import { seconds } from '../../kernel/units.ts';
import type { PlannedDay } from '../plan.ts';
import type { Window } from '../visiting-hours.ts';

/**
 * The times for calls on a planned day, ascending: in the shift, without stops, breaks, legs and other calls.
 */
export function freeTimes(shift: Window, { stops, legs, calls }: Pick<PlannedDay, 'stops' | 'legs' | 'calls'>): readonly Window[] {
  const taken = [
    ...[...stops, ...calls].map(({ start, end }) => ({ from: start, until: end })),
    ...legs.map(({ depart, arrive }) => ({ from: depart, until: arrive })),
  ].toSorted((a, b) => a.from - b.from);
  const free: Window[] = [];
  let { from } = shift;
  for (const busy of taken) {
    if (busy.from > from) free.push({ from, until: seconds(Math.min(busy.from, shift.until)) });
    from = seconds(Math.max(from, busy.until));
  }
  if (shift.until > from) free.push({ from, until: shift.until });
  return free.filter((window) => window.from < window.until);
}
