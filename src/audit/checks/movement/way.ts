import type { Location } from '../../../domain/customer.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { changesOfPlace, isConnected, isSamePlace } from '../../field.ts';
import { dayName, placeName } from '../../wording.ts';

/**
 * Legs lead from where the rep's day starts by way of all stops to where it ends: one leg for each
 * change of place, no more. A day with nothing to do in the field has no legs.
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
  const { legs } = day.planned;
  const asked = changesOfPlace(day).map(({ from, to }) => ({ from: from.location, to: to.location }));
  const n = Array.from({ length: legs.length + 1 }, (_, i) => i).find((i) => !isSameWay(legs[i], asked[i])) ?? 0;
  return `leg ${n + 1} leads ${wayName(legs[n])} instead of ${wayName(asked[n])}.`;
}

const isSameWay = (a: Way, b: Way): boolean => a !== undefined && b !== undefined && isSamePlace(a.from, b.from) && isSamePlace(a.to, b.to);
const wayName = (way: Way): string => (way === undefined ? 'nowhere' : `from ${placeName(way.from)} to ${placeName(way.to)}`);
