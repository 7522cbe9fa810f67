import type { Location } from '../../domain/customer.ts';
import { fareOn, paymentFor } from '../../domain/fare.ts';
import type { CheaperMode, Leg } from '../../domain/plan.ts';
import { present } from '../../kernel/assert.ts';
import { seconds } from '../../kernel/units.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import { type LaidBreak, type LaidSlot, type LaidWay, type LaidWays, layOutWays } from '../../engine/slot/lay-out-slot.ts';
import { FAR } from '../../engine/problem/layout.ts';

/** A day in the field: its slot with its visits in order and in time, and where the rep is by turns, from start to end. */
export interface DayInField {
  readonly slot: number;
  readonly visits: readonly number[];
  readonly laid: LaidSlot;
  /** One more than there are moves. */
  readonly places: readonly Location[];
}

interface Move {
  readonly depart: number;
  readonly arrival: number;
  readonly breaks: readonly LaidBreak[];
}

/** A leg before it has its times. */
type Part = Pick<Leg, 'mode' | 'from' | 'to' | 'parked' | 'cheaper'>;

/** The ways between places that differ. The way to a stop has two legs where the vehicle is fetched first. */
export function legsOfDay(compiled: CompiledProblem, travel: TravelTables, day: DayInField): readonly Leg[] {
  const moves: readonly Move[] = [...day.laid.visits, day.laid.back];
  const legs = moves.flatMap((move, i) => inTime(compiled, { travel, slot: day.slot, move }, partsOf(compiled, travel, day, i)));
  // A vehicle that is never ridden stands at home, and nobody need be told.
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
function inTime({ problem, scene }: CompiledProblem, { travel, slot, move }: Timing, parts: readonly Part[]): readonly Leg[] {
  let now = move.depart;
  return parts.map((part): Leg => {
    const way = present(travel.between(part.from, part.to, part.mode), 'A way');
    const depart = now;
    let arrive = depart + way.seconds;
    for (const { index, start } of move.breaks) {
      const length = present(problem.breaks.duration[present(problem.breaks.bySlot[slot], 'A slot') + index], 'A break');
      if (start >= depart && start < arrive) arrive += length;
    }
    now = arrive;
    for (const { index, start } of move.breaks) {
      if (start === now) now += present(problem.breaks.duration[present(problem.breaks.bySlot[slot], 'A slot') + index], 'A break');
    }
    const fare = fareOn(scene.territory.policy.fares, part.mode, scene.horizon.first);
    return {
      mode: part.mode,
      from: part.from,
      to: part.to,
      depart: seconds(depart),
      arrive: seconds(arrive),
      travel: way.seconds,
      distance: way.metres,
      fare: fare === null ? null : paymentFor(fare, way.metres),
      source: travel.source,
      parked: part.parked,
      cheaper: part.cheaper,
    };
  });
}

/** The legs of a move: none in place, two where the vehicle is fetched. */
function partsOf(compiled: CompiledProblem, travel: TravelTables, day: DayInField, i: number): readonly Part[] {
  const { slot, laid, places } = day;
  const [from, to] = [present(places[i], 'A place'), present(places[i + 1], 'A place')];
  const modes = present(compiled.legs.modes[compiled.legs.classOf[slot] ?? -1], 'The modes of a class');
  const free = (rank: number, start: Location, end: Location) => {
    const ranked = present(modes.free[rank], 'A free way');
    return present(ranked.modes[ranked.taken[travel.indexOf(start) * travel.places.length + travel.indexOf(end)] ?? -1], 'A mode');
  };
  const { ways } = laid;
  if (ways === null) {
    const mode = () => (modes.free.length > 0 ? free(0, from, to) : present(modes.vehicles[0], 'A vehicle'));
    return isSame(from, to) ? [] : [{ mode: mode(), from, to, parked: null, cheaper: null }];
  }
  const way = present(ways.legs[i], 'A way');
  const vehicle = ways.vehicle === null ? null : present(modes.vehicles[ways.vehicle], 'A vehicle');
  const cheaper = (mode: string) => cheaperThan(compiled, travel, { day, i, mode });
  const freely = (end: Location, parked: Location | null): readonly Part[] => {
    if (isSame(from, end)) return [];
    const mode = free(way.free ?? -1, from, end);
    return [{ mode, from, to: end, parked, cheaper: isSame(end, to) ? cheaper(mode) : null }];
  };
  if (vehicle === null) return freely(to, null);
  if (way.away > 0) return freely(to, present(places[i + 1 - way.away], 'A place'));
  const since = i === 0 ? 0 : present(ways.legs[i - 1], 'A way').away;
  const parked = present(places[i - since], 'A place');
  const back = since > 0 ? freely(parked, parked) : [];
  const ridden: Part = { mode: vehicle, from: parked, to, parked: null, cheaper: since > 0 ? null : cheaper(vehicle) };
  return isSame(parked, to) ? back : [...back, ridden];
}

interface Taken {
  readonly day: DayInField;
  readonly i: number;
  readonly mode: string;
}

/** The mode that costs least on a leg alone, if it is another, and why the day does not take it. */
function cheaperThan(compiled: CompiledProblem, travel: TravelTables, { day, i, mode }: Taken): CheaperMode | null {
  const { legs, problem } = compiled;
  const { slot, laid, places, visits } = day;
  const index = legs.classOf[slot] ?? -1;
  const modes = present(legs.modes[index], 'The modes of a class');
  const size = travel.places.length;
  const leg = travel.indexOf(present(places[i], 'A place')) * size + travel.indexOf(present(places[i + 1], 'A place'));
  const first = present(problem.ways.byClass[index], 'A class');
  const options = [
    ...modes.free.flatMap(({ modes: ids, taken }, rank) => {
      const free = ids[taken[leg] ?? -1];
      return free === undefined ? [] : [{ mode: free, rank, way: first + rank }];
    }),
    ...modes.vehicles.map((vehicle, v) => ({ mode: vehicle, rank: null, way: first + modes.free.length + v })),
  ].map((option) => ({
    ...option,
    time: problem.ways.time[option.way * size * size + leg] ?? FAR,
    cost: problem.ways.cost[option.way * size * size + leg] ?? FAR,
  }));
  const taken = present(
    options.find((option) => option.mode === mode),
    'The mode taken',
  );
  const cheapest = options.reduce((least, option) => (option.cost < least.cost ? option : least), taken);
  if (cheapest.cost >= taken.cost) return null;
  if (cheapest.rank === null || taken.rank === null) return { mode: cheapest.mode, because: 'vehicle' };
  const ways = replaced(present(laid.ways, 'Ways'), i, { free: cheapest.rank, time: cheapest.time, price: cheapest.cost - cheapest.time });
  return { mode: cheapest.mode, because: layOutWays(problem, slot, visits, ways) === null ? 'late' : 'day' };
}

const replaced = (ways: LaidWays, i: number, way: Omit<LaidWay, 'away'>): LaidWays => ({
  ...ways,
  legs: ways.legs.map((leg, at) => (at === i ? { ...way, away: leg.away } : leg)),
});

const isSame = (a: Location, b: Location): boolean => a.lat === b.lat && a.lng === b.lng;
