import type { Break } from '../../../domain/policy.ts';
import type { VisitId } from '../../../kernel/ids.ts';
import { isPushed } from '../../../domain/rep-day/pushed-break.ts';
import { formatClock, inMinutes, seconds } from '../../../kernel/units.ts';
import type { AuditCase, AuditedDay, Check } from '../../audit-case.ts';
import { breaksOf } from '../../field.ts';
import { dayName, stopName } from '../../wording.ts';

/** Each break of a rep-day is in the plan exactly once, has its full length and starts within its window, or right after agreed times that push it; there are no other breaks. */
export const breaks: Check = {
  id: 'structure/breaks',

  *violations({ days, due }) {
    for (const day of days) {
      for (const pause of day.repDay.breaks) yield* misplaced(day, pause, due);
      yield* notDue(day);
    }
  },
};

function* misplaced(day: AuditedDay, pause: Break, due: AuditCase['due']) {
  const { id, earliest, latest, length } = pause;
  const name = dayName(day.planned);
  const stops = breaksOf(day).filter((stop) => stop.break === id);
  if (stops.length !== 1) yield `${name}: break ${id} is there ${stops.length} times instead of once.`;
  for (const stop of stops) {
    const seriesOf = ({ visit }: { readonly visit: VisitId }) => due.get(visit)?.series ?? null;
    const isLate = stop.start > latest && !isPushed(pause, stop.start, { ...day, seriesOf });
    if (stop.start < earliest || isLate) {
      yield `${name}: ${stopName(stop)} starts at ${formatClock(stop.start)}, not between ${formatClock(earliest)} and ${formatClock(latest)}.`;
    }
    const taken = seconds(stop.end - stop.start);
    if (taken !== length) yield `${name}: ${stopName(stop)} takes ${inMinutes(taken)} min instead of ${inMinutes(length)}.`;
  }
}

function* notDue(day: AuditedDay) {
  for (const stop of breaksOf(day)) {
    if (!day.repDay.breaks.some(({ id }) => id === stop.break))
      yield `${dayName(day.planned)}: ${stopName(stop)} is none of that day's breaks.`;
  }
}
