import type { Location } from '../../../domain/customer.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { isConnected, isSamePlace, movesOf } from '../../field.ts';
import { dayName, placeName } from '../../wording.ts';

/**
 * Legs lead from the start of the rep's day through all stops to its end: one for each change of place, or two where the
 * rep fetches the vehicle. A day without stops in the field has no legs.
 */
export const way: Check = {
  id: 'movement/way',

  *violations({ days }) {
    for (const day of days) if (!isConnected(day)) yield `${dayName(day.planned)}: ${firstStray(day)}`;
  },
};

type Ends = { readonly from: Location; readonly to: Location } | undefined;

/** The first leg that does not fit the stops. */
function firstStray(day: AuditedDay): string {
  const moves = movesOf(day);
  const count = moves.reduce((sum, { legs }) => sum + legs.length, 0);
  const missed = moves.find(({ from, to, legs }) => legs.length === 0 && !isSamePlace(from.location, to.location));
  const expected = missed === undefined ? undefined : { from: missed.from.location, to: missed.to.location };
  return `leg ${count + 1} leads ${endsName(day.planned.legs[count])} instead of ${endsName(expected)}.`;
}

const endsName = (ends: Ends): string => (ends === undefined ? 'nowhere' : `from ${placeName(ends.from)} to ${placeName(ends.to)}`);
