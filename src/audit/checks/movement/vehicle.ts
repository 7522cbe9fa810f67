import type { Location } from '../../../domain/customer.ts';
import type { Leg } from '../../../domain/plan.ts';
import { MOST_AWAY } from '../../../domain/vehicle.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { type Move, isConnected, isSamePlace, movesOf } from '../../field.ts';
import { dayName, legName, placeName } from '../../wording.ts';

/**
 * At most one own vehicle leaves home on a day. It is ridden from where it stands, is left for so many stops at most,
 * is the only reason to go elsewhere than to the next stop, and is home at the day's end. Legs say where it stands meanwhile.
 */
export const vehicle: Check = {
  id: 'movement/vehicle',

  *findings({ days }) {
    for (const day of days) {
      const { vehicles } = day.repDay.rep;
      const isRidden: IsRidden = ({ mode }) => vehicles.includes(mode);
      for (const message of [...misnamed(day, isRidden), ...astray(day, isRidden)]) yield `${dayName(day.planned)}: ${message}`;
    }
  },
};

/** Whether a leg is by one of the rep's own vehicles. */
type IsRidden = (leg: Leg) => boolean;

/** Days that ride more than one vehicle, or another than they say. */
function* misnamed({ planned }: AuditedDay, isRidden: IsRidden) {
  const ridden = [...new Set(planned.legs.filter(isRidden).map(({ mode }) => mode))];
  if (ridden.length > 1) yield `there are several vehicles: ${ridden.join(', ')}.`;
  const vehicle = ridden[0] ?? null;
  if (planned.vehicle !== vehicle) yield `the vehicle is ${planned.vehicle ?? 'none'}; ridden is ${vehicle ?? 'none'}.`;
}

/** What is wrong with where the vehicle is, told by following it from leg to leg. */
function* astray(day: AuditedDay, isRidden: IsRidden) {
  // Without its legs in place a day says nothing of who is where.
  if (!isConnected(day)) return;
  const moves = movesOf(day);
  const hasVehicle = day.planned.legs.some(isRidden);
  let stands = day.repDay.rep.start;
  let away = 0;
  for (const { to, legs } of moves) {
    yield* roundabout(legs, isRidden);
    for (const leg of legs) {
      yield* misplaced(leg, { isRidden: isRidden(leg), stands: hasVehicle ? stands : null });
      if (isRidden(leg)) stands = leg.to;
    }
    away = isSamePlace(stands, to.location) ? 0 : away + 1;
    if (hasVehicle && to.stop !== null && away === MOST_AWAY + 1) {
      yield `the vehicle stands at ${placeName(stands)} for more than ${MOST_AWAY} stops.`;
    }
  }
  const home = moves.at(-1)?.to.location;
  if (hasVehicle && home !== undefined && !isSamePlace(stands, home)) yield `the vehicle is left at ${placeName(stands)}.`;
}

/** Moves by way of a place that is no stop, other than to fetch the vehicle there. */
function* roundabout([first, second]: Move['legs'], isRidden: IsRidden) {
  if (first === undefined || second === undefined || (!isRidden(first) && isRidden(second))) return;
  yield `${legName(first)} leads to no stop and to no vehicle.`;
}

interface Situation {
  readonly isRidden: boolean;
  /** Where the vehicle stands; null on days without one. */
  readonly stands: Location | null;
}

function* misplaced(leg: Leg, { isRidden, stands }: Situation) {
  if (isRidden && stands !== null && !isSamePlace(leg.from, stands)) {
    yield `${legName(leg)} is by ${leg.mode}, which stands at ${placeName(stands)}.`;
  }
  const due = isRidden ? null : stands;
  if (isSameOrNone(leg.parked, due)) return;
  yield `${legName(leg)} says that the vehicle stands at ${placeOrNone(leg.parked)}, not at ${placeOrNone(due)}.`;
}

const isSameOrNone = (a: Location | null, b: Location | null): boolean => (a === null || b === null ? a === b : isSamePlace(a, b));
const placeOrNone = (place: Location | null): string => (place === null ? 'no place' : placeName(place));
