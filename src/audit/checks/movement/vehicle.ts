import type { Location } from '../../../domain/customer.ts';
import type { Leg } from '../../../domain/plan.ts';
import { MOST_AWAY, transportOf } from '../../../domain/vehicle.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { isConnected, isSamePlace, movesOf } from '../../field.ts';
import { dayName, placeName } from '../../wording.ts';

/**
 * One own vehicle a day at most, and where it was left: it is ridden from where it stands, is never left for more than
 * so many stops, and is home at the day's end. Legs say where it stands meanwhile.
 */
export const vehicle: Check = {
  id: 'movement/vehicle',

  *findings({ territory: { policy }, days }) {
    for (const day of days) {
      const { vehicles } = transportOf(policy, day.repDay.rep);
      const isRidden = ({ mode }: Leg) => vehicles.includes(mode);
      for (const message of [...misnamed(day, isRidden), ...astray(day, isRidden)]) yield `${dayName(day.planned)}: ${message}`;
    }
  },
};

/** Days that ride more than one vehicle, or another than they say. */
function* misnamed({ planned }: AuditedDay, isRidden: (leg: Leg) => boolean) {
  const ridden = [...new Set(planned.legs.filter(isRidden).map(({ mode }) => mode))];
  if (ridden.length > 1) yield `there are several vehicles: ${ridden.join(', ')}.`;
  const vehicle = ridden[0] ?? null;
  if (planned.vehicle !== vehicle) yield `the vehicle is ${planned.vehicle ?? 'none'}; ridden is ${vehicle ?? 'none'}.`;
}

/** What is wrong with the places of the vehicle. */
function* astray(day: AuditedDay, isRidden: (leg: Leg) => boolean) {
  // Without its legs in place a day says nothing of who is where.
  if (!isConnected(day)) return;
  const hasVehicle = day.planned.legs.some(isRidden);
  const moves = movesOf(day);
  let stands = day.repDay.rep.start;
  let away = 0;
  for (const { to, legs } of moves) {
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

interface Situation {
  readonly isRidden: boolean;
  /** Where the vehicle stands; null on days without one. */
  readonly stands: Location | null;
}

function* misplaced({ from, to, mode, parked }: Leg, { isRidden, stands }: Situation) {
  const way = `the leg from ${placeName(from)} to ${placeName(to)}`;
  if (isRidden && stands !== null && !isSamePlace(from, stands)) yield `${way} is by ${mode}, which stands at ${placeName(stands)}.`;
  const due = isRidden ? null : stands;
  if (!isSameOrNone(parked, due)) {
    yield `${way} says that the vehicle stands at ${nameOf(parked)}; it stands at ${nameOf(due)}.`;
  }
}

const isSameOrNone = (a: Location | null, b: Location | null): boolean => (a === null || b === null ? a === b : isSamePlace(a, b));
const nameOf = (place: Location | null): string => (place === null ? 'no place' : placeName(place));
