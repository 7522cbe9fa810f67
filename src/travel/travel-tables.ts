import type { Customer, Location, Setting } from '../domain/customer.ts';
import { type GivenTrip, GIVEN } from '../domain/travel/given-trip.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import { modesOf } from '../domain/vehicle.ts';
import { present } from '../kernel/assert.ts';
import { type Metres, type Seconds, metres, seconds } from '../kernel/units.ts';
import { modeOf } from './modes/index.ts';
import type { Place, ProvidedMatrix, TravelTimes } from './ports.ts';

/** Time and distance of a leg, and where they come from. */
export interface LegTravel {
  readonly seconds: Seconds;
  readonly metres: Metres;
  readonly source: string;
}

/** Times and distances of a mode with their sources. */
export interface SourcedMatrix extends ProvidedMatrix {
  /** [n, n] 1 where the territory gives the travel; null where it gives none by this mode. */
  readonly isGiven: Uint8Array | null;
}

/** Times and distances between all places of a territory, by mode. */
export interface TravelTables {
  readonly places: readonly Place[];
  readonly matrices: ReadonlyMap<string, SourcedMatrix>;
  /** Index of a location among the places; -1 for a location that is none of them. */
  readonly indexOf: (location: Location) => number;
  /** Time and distance of a leg; null where there is no route, or where a place or mode is unknown. */
  readonly between: (from: Location, to: Location, mode: string) => LegTravel | null;
}

/** Loads the tables of every mode that the territory's reps may use. Travel that the territory gives replaces the provider's. */
export async function loadTravel(territory: Territory, provider: TravelTimes): Promise<TravelTables> {
  const places = placesOf(territory);
  const ids = [...new Set(territory.reps.flatMap((rep) => modesOf(territory.policy, rep)))];
  const trips = Map.groupBy(territory.trips ?? [], ({ mode }) => mode);
  const indices = indicesOf(places);
  const loaded = await Promise.all(
    ids.map(async (id) => {
      const mode = present(modeOf(id), `Mode "${id}"`);
      const matrix = { ...(await provider.matrix(places, mode)), isGiven: null };
      return [id, withGiven(matrix, trips.get(id) ?? [], indices)] as const;
    }),
  );
  return travelTables(places, new Map(loaded));
}

/** A matrix with the trips that are given. Trips of places elsewhere are left out. */
function withGiven(matrix: SourcedMatrix, trips: readonly GivenTrip[], indices: ReadonlyMap<string, number>): SourcedMatrix {
  if (trips.length === 0) return matrix;
  const [times, distances] = [matrix.seconds.slice(), matrix.metres.slice()];
  const isGiven = new Uint8Array(times.length);
  for (const { from, to, travel } of trips) {
    const [row, column] = [indices.get(keyOf(from)), indices.get(keyOf(to))];
    if (row === undefined || column === undefined) continue;
    const leg = row * indices.size + column;
    times[leg] = travel?.seconds ?? -1;
    distances[leg] = travel?.metres ?? -1;
    isGiven[leg] = 1;
  }
  return { seconds: times, metres: distances, source: matrix.source, isGiven };
}

const indicesOf = (places: readonly Place[]): ReadonlyMap<string, number> =>
  new Map(places.map(({ location }, index) => [keyOf(location), index]));

function travelTables(places: readonly Place[], matrices: ReadonlyMap<string, SourcedMatrix>): TravelTables {
  const indices = indicesOf(places);
  const indexOf = (location: Location) => indices.get(keyOf(location)) ?? -1;
  return {
    places,
    matrices,
    indexOf,
    between: (from, to, mode) => {
      const matrix = matrices.get(mode);
      const [row, column] = [indexOf(from), indexOf(to)];
      if (matrix === undefined || row < 0 || column < 0) return null;
      const leg = row * places.length + column;
      const time = matrix.seconds[leg] ?? -1;
      if (time < 0) return null;
      const source = matrix.isGiven?.[leg] === 1 ? GIVEN : matrix.source;
      return { seconds: seconds(time), metres: metres(matrix.metres[leg] ?? 0), source };
    },
  };
}

/** The tables of some of the places alone. */
export function tablesBetween({ places, matrices }: TravelTables, chosen: readonly number[]): TravelTables {
  const legs = chosen.flatMap((from) => chosen.map((to) => from * places.length + to));
  const cut = ({ isGiven, ...matrix }: SourcedMatrix): SourcedMatrix => ({
    source: matrix.source,
    seconds: Int32Array.from(legs, (leg) => matrix.seconds[leg] ?? -1),
    metres: Int32Array.from(legs, (leg) => matrix.metres[leg] ?? -1),
    isGiven: isGiven === null ? null : Uint8Array.from(legs, (leg) => isGiven[leg] ?? 0),
  });
  return travelTables(
    chosen.map((index) => present(places[index], 'A place')),
    new Map([...matrices].map(([mode, matrix]) => [mode, cut(matrix)])),
  );
}

/** The tables if all travel from one place to another took no time. */
export const tablesWithoutTravel = ({ places, matrices }: TravelTables): TravelTables =>
  travelTables(
    places,
    new Map(
      [...matrices].map(([mode, matrix]) => [
        mode,
        { ...matrix, seconds: matrix.seconds.map(() => 0), metres: matrix.metres.map(() => 0) },
      ]),
    ),
  );

/** The places of a territory, each once: reps' bases first, then customers. */
export function placesOf({ customers, reps }: Territory): readonly Place[] {
  const setting = baseSetting(customers);
  const bases = reps.flatMap(({ start, end }: Rep) => [start, end]).map((location) => ({ location, setting }));
  const shops = customers.map((customer) => ({ location: customer.location, setting: customer.setting }));
  return [...new Map([...shops, ...bases].toReversed().map((place) => [keyOf(place.location), place])).values()];
}

/** A base counts as country only where all customers do. */
const baseSetting = (customers: readonly Customer[]): Setting =>
  customers.length > 0 && customers.every(({ setting }) => setting === 'country') ? 'country' : 'town';

const keyOf = ({ lat, lng }: Location): string => `${lat},${lng}`;
