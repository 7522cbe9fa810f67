import type { Location } from '../../../domain/customer.ts';
import type { Leg } from '../../../domain/plan.ts';
import { MOST_AWAY } from '../../../domain/vehicle.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { type Move, isConnected, isSamePlace, movesOf } from '../../field.ts';
import { dayName, legName, placeName } from '../../wording.ts';

/**
 * A rep takes at most one own vehicle a day. Rides start where it stands; it is left behind for a limited number of stops
 * and is back at the day's end. Only to fetch it does a rep go elsewhere than to the next stop. Legs name its place meanwhile.
 */
export const vehicle: Check = {
  id: 'movement/vehicle',

  *violations({ days }) {
    for (const day of days) {
      const { vehicles } = day.repDay.rep;
      const isRidden: IsRidden = ({ mode }) => vehicles.includes(mode);
      for (const message of [...misnamed(day, isRidden), ...astray(day, isRidden)]) yield `${dayName(day.planned)}: ${message}`;
    }
  },
};

/** Whether a leg is by one of the rep's own vehicles. */
type IsRidden = (leg: Leg) => boolean;

/** Days with more than one vehicle, or with another one than the plan names. */
function* misnamed({ planned }: AuditedDay, isRidden: IsRidden) {
  const ridden = [...new Set(planned.legs.filter(isRidden).map(({ mode }) => mode))];
  if (ridden.length > 1) yield `there are several vehicles: ${ridden.join(', ')}.`;
  const vehicle = ridden[0] ?? null;
  if (planned.vehicle !== vehicle) yield `the vehicle is ${planned.vehicle ?? 'none'}; ridden is ${vehicle ?? 'none'}.`;
}

/** Wrong places of the vehicle, followed from leg to leg. */
function* astray(day: AuditedDay, isRidden: IsRidden) {
  // Where legs are missing, places of the day cannot be followed.
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

/** Moves through a place that is no stop, except to fetch the vehicle there. */
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
