import type { Location } from '../../../domain/customer.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { isConnected, isSamePlace, movesOf } from '../../field.ts';
import { dayName, placeName } from '../../wording.ts';

/**
 * Legs lead from where the rep's day starts by way of all stops to where it ends: one for each change of place, or two
 * by way of the vehicle, no more. A day with nothing to do in the field has no legs.
 */
export const way: Check = {
  id: 'movement/way',

  *findings({ days }) {
    for (const day of days) if (!isConnected(day)) yield `${dayName(day.planned)}: ${firstStray(day)}`;
  },
};

type Way = { readonly from: Location; readonly to: Location } | undefined;

/** The first leg that is not what the stops ask for. */
function firstStray(day: AuditedDay): string {
  const moves = movesOf(day);
  const count = moves.reduce((sum, { legs }) => sum + legs.length, 0);
  const missed = moves.find(({ from, to, legs }) => legs.length === 0 && !isSamePlace(from.location, to.location));
  const asked = missed === undefined ? undefined : { from: missed.from.location, to: missed.to.location };
  return `leg ${count + 1} leads ${wayName(day.planned.legs[count])} instead of ${wayName(asked)}.`;
}

const wayName = (way: Way): string => (way === undefined ? 'nowhere' : `from ${placeName(way.from)} to ${placeName(way.to)}`);
