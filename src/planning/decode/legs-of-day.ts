import type { Location } from '../../domain/customer.ts';
import { fareOn, paymentFor } from '../../domain/fare.ts';
import type { Leg } from '../../domain/plan.ts';
import { present } from '../../kernel/assert.ts';
import { seconds } from '../../kernel/units.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import type { LaidBreak } from '../../engine/slot/laid-slot.ts';
import { cheaperMode } from './cheaper-mode.ts';
import type { DayInField } from './day-in-field.ts';

/** Times from one place to the next. */
interface Move {
  readonly depart: number;
  readonly arrival: number;
  readonly breaks: readonly LaidBreak[];
}

/** A leg without its times. */
type UntimedLeg = Pick<Leg, 'mode' | 'from' | 'to' | 'parked' | 'cheaper'>;

/** The legs between places that differ. There are two from one stop to the next where the vehicle is fetched. */
export function legsOfDay(compiled: CompiledProblem, travel: TravelTables, day: DayInField): readonly Leg[] {
  const moves: readonly Move[] = [...day.laid.visits, day.laid.back];
  const legs = moves.flatMap((move, i) => timedLegs(compiled, { travel, slot: day.slot, move }, legsOfMove(compiled, travel, day, i)));
  // A vehicle that is never ridden stands at home, which is no news.
  return legs.some(({ mode }) => isVehicle(compiled, day.slot, mode)) ? legs : legs.map((leg) => ({ ...leg, parked: null }));
}

/** Whether a mode is an own vehicle of a slot's rep. */
export const isVehicle = ({ legs }: CompiledProblem, slot: number, mode: string): boolean =>
  legs.modes[legs.classOf[slot] ?? -1]?.vehicles.includes(mode) === true;

interface Timing {
  readonly travel: TravelTables;
  readonly slot: number;
  readonly move: Move;
}

/** Legs one after the other from the move's departure, with the breaks that begin on them. */
function timedLegs({ problem, scene }: CompiledProblem, { travel, slot, move }: Timing, legs: readonly UntimedLeg[]): readonly Leg[] {
  const { fares } = scene.territory.policy;
  const firstBreak = present(problem.breaks.bySlot[slot], 'A slot');
  const lengthOf = (index: number) => present(problem.breaks.duration[firstBreak + index], 'A break');
  let now = move.depart;
  return legs.map(({ mode, from, to, parked, cheaper }): Leg => {
    const between = present(travel.between(from, to, mode), 'Travel between places');
    const depart = now;
    let arrive = depart + between.seconds;
    for (const { index, start } of move.breaks) if (start >= depart && start < arrive) arrive += lengthOf(index);
    now = arrive;
    // One that begins at the arrival, before a leg without time, waits for the end of the move.
    for (const { index, start } of move.breaks) if (start === now && start < move.arrival) now += lengthOf(index);
    const fare = fareOn(fares, mode, scene.horizon.first);
    return {
      mode,
      from,
      to,
      depart: seconds(depart),
      arrive: seconds(arrive),
      travel: between.seconds,
      distance: between.metres,
      fare: fare === null ? null : paymentFor(fare, between.metres),
      source: between.source,
      parked,
      cheaper,
    };
  });
}

/** The legs of a move: none in place, two where the vehicle is fetched. */
function legsOfMove(compiled: CompiledProblem, travel: TravelTables, day: DayInField, i: number): readonly UntimedLeg[] {
  const { slot, laid, places } = day;
  const [from, to] = [present(places[i], 'A place'), present(places[i + 1], 'A place')];
  const modes = present(compiled.legs.modes[compiled.legs.classOf[slot] ?? -1], 'The modes of a leg class');
  const freeMode = (rank: number, start: Location, end: Location) => {
    const ranked = present(modes.free[rank], 'A free way');
    return present(ranked.modes[ranked.modeOf[travel.indexOf(start) * travel.places.length + travel.indexOf(end)] ?? -1], 'A mode');
  };
  const { ways } = laid;
  if (ways === null) {
    const mode = () => (modes.free.length > 0 ? freeMode(0, from, to) : present(modes.vehicles[0], 'A vehicle'));
    return isSame(from, to) ? [] : [{ mode: mode(), from, to, parked: null, cheaper: null }];
  }
  const way = present(ways.legs[i], 'A way');
  const vehicle = ways.vehicle === null ? null : present(modes.vehicles[ways.vehicle], 'A vehicle');
  const cheaperThan = (mode: string) => cheaperMode(compiled, travel, { day, i, mode });
  const freeLegs = (end: Location, parked: Location | null): readonly UntimedLeg[] => {
    if (isSame(from, end)) return [];
    const mode = freeMode(way.free ?? -1, from, end);
    return [{ mode, from, to: end, parked, cheaper: isSame(end, to) ? cheaperThan(mode) : null }];
  };
  if (vehicle === null) return freeLegs(to, null);
  if (way.away > 0) return freeLegs(to, present(places[i + 1 - way.away], 'A place'));
  const since = i === 0 ? 0 : present(ways.legs[i - 1], 'A way').away;
  const parked = present(places[i - since], 'A place');
  const back = since > 0 ? freeLegs(parked, parked) : [];
  const ride: UntimedLeg = { mode: vehicle, from: parked, to, parked: null, cheaper: since > 0 ? null : cheaperThan(vehicle) };
  return isSame(parked, to) ? back : [...back, ride];
}

const isSame = (a: Location, b: Location): boolean => a.lat === b.lat && a.lng === b.lng;
