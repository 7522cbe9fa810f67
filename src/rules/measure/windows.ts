import type { VisitStop } from '../../domain/plan.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import { formatClock } from '../../kernel/units.ts';

/** Whether a visit lies in one of the windows from start to end. */
export const isWithin = ({ start, end }: Pick<VisitStop, 'start' | 'end'>, windows: readonly Window[]): boolean =>
  windows.some(({ from, until }) => from <= start && end <= until);

/** Windows as sentences write them: `08:00–12:00, 14:00–18:00`. */
export const hoursText = (windows: readonly Window[]): string =>
  windows.map(({ from, until }) => `${formatClock(from)}–${formatClock(until)}`).join(', ');
