import type { AuditedDay, Check } from '../../audit-case.ts';
import { fieldStops, isConnected, isSamePlace, movesOf } from '../../field.ts';
import { dayName, placeName } from '../../wording.ts';

/**
 * Legs lead from where the rep's day starts by way of all stops to where it ends: one leg for each
 * change of place, no more. A day with nothing to do in the field has no legs.
 */
export const way: Check = {
  id: 'movement/way',

  *findings({ days }) {
    for (const day of days) {
      if (!isConnected(day)) yield `${dayName(day.planned)}: the legs lead ${legNames(day)}; the stops ask for ${moveNames(day)}.`;
    }
  },
};

const legNames = ({ planned: { legs } }: AuditedDay): string =>
  legs.length === 0 ? 'nowhere' : legs.map(({ from, to }) => `${placeName(from)}–${placeName(to)}`).join(', ');

function moveNames(day: AuditedDay): string {
  if (fieldStops(day).length === 0) return 'none';
  const changes = movesOf(day).filter(({ from, to }) => !isSamePlace(from.location, to.location));
  return changes.map(({ from, to }) => `${placeName(from.location)}–${placeName(to.location)}`).join(', ');
}
