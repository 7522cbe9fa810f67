import type { PlacedDuty } from '../../../domain/rep-day/place-duties.ts';
import { formatClock } from '../../../kernel/units.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { isSamePlace } from '../../field.ts';
import { dayName, placeName, stopName } from '../../wording.ts';

/** Each duty of a rep-day is in the plan exactly once, at its hours, at the place where the day starts; there are no other duties. */
export const duties: Check = {
  id: 'structure/duties',

  *violations({ days }) {
    for (const day of days) {
      for (const duty of day.repDay.duties) yield* misplaced(day, duty);
      yield* notDue(day);
    }
  },
};

function* misplaced({ planned, repDay }: AuditedDay, { duty, from, until }: PlacedDuty) {
  const stops = planned.stops.filter((stop) => stop.type === 'duty' && stop.duty === duty.id);
  if (stops.length !== 1) yield `${dayName(planned)}: duty ${duty.id} is there ${stops.length} times instead of once.`;
  for (const stop of stops) {
    if (stop.start !== from || stop.end !== until) {
      const hours = `${formatClock(stop.start)} to ${formatClock(stop.end)}`;
      yield `${dayName(planned)}: ${stopName(stop)} lasts from ${hours}, not from ${formatClock(from)} to ${formatClock(until)}.`;
    }
    if (stop.type === 'duty' && !isSamePlace(stop.location, repDay.rep.start)) {
      yield `${dayName(planned)}: ${stopName(stop)} is at ${placeName(stop.location)}, not at ${placeName(repDay.rep.start)} where the day starts.`;
    }
  }
}

function* notDue({ planned, repDay }: AuditedDay) {
  for (const stop of planned.stops) {
    if (stop.type === 'duty' && !repDay.duties.some(({ duty }) => duty.id === stop.duty)) {
      yield `${dayName(planned)}: ${stopName(stop)} is not due on that day.`;
    }
  }
}
