import type { Customer, Location, Setting } from '../domain/customer.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import { modesOf } from '../domain/vehicle.ts';
import { present } from '../kernel/assert.ts';
import { type Metres, type Seconds, metres, seconds } from '../kernel/units.ts';
import { modeOf } from './modes/index.ts';
import type { Place, TravelMatrix, TravelTimes } from './ports.ts';

/** Times and distances between all places of a territory, by mode. */
export interface TravelTables {
  readonly source: string;
  readonly places: readonly Place[];
  readonly matrices: ReadonlyMap<string, TravelMatrix>;
  /** Index of a location among the places; -1 for a location that is none of them. */
  readonly indexOf: (location: Location) => number;
  /** Time and distance of a leg; null where there is no route, or where a place or mode is unknown. */
  readonly between: (from: Location, to: Location, mode: string) => { readonly seconds: Seconds; readonly metres: Metres } | null;
}

/** Loads the tables of every mode that the territory's reps may use. */
export async function loadTravel(territory: Territory, provider: TravelTimes): Promise<TravelTables> {
  const places = placesOf(territory);
  const ids = [...new Set(territory.reps.flatMap((rep) => modesOf(territory.policy, rep)))];
  const loaded = await Promise.all(
    ids.map(async (id) => [id, await provider.matrix(places, present(modeOf(id), `Mode "${id}"`))] as const),
  );
  return travelTables(provider.source, places, new Map(loaded));
}

function travelTables(source: string, places: readonly Place[], matrices: ReadonlyMap<string, TravelMatrix>): TravelTables {
  const indices = new Map(places.map(({ location }, index) => [keyOf(location), index]));
  const indexOf = (location: Location) => indices.get(keyOf(location)) ?? -1;
  return {
    source,
    places,
    matrices,
    indexOf,
    between: (from, to, mode) => {
      const matrix = matrices.get(mode);
      const [row, column] = [indexOf(from), indexOf(to)];
      if (matrix === undefined || row < 0 || column < 0) return null;
      const leg = row * places.length + column;
      const time = matrix.seconds[leg] ?? -1;
      return time < 0 ? null : { seconds: seconds(time), metres: metres(matrix.metres[leg] ?? 0) };
    },
  };
}

/** The tables of some of the places alone. */
export function tablesBetween({ source, places, matrices }: TravelTables, chosen: readonly number[]): TravelTables {
  const cut = (values: Int32Array) =>
    Int32Array.from(chosen.flatMap((from) => chosen.map((to) => values[from * places.length + to] ?? -1)));
  return travelTables(
    source,
    chosen.map((index) => present(places[index], 'A place')),
    new Map([...matrices].map(([mode, matrix]) => [mode, { seconds: cut(matrix.seconds), metres: cut(matrix.metres) }])),
  );
}

/** The tables if all travel from one place to another took no time. */
export const tablesWithoutTravel = ({ source, places, matrices }: TravelTables): TravelTables =>
  travelTables(
    source,
    places,
    new Map([...matrices].map(([mode, { seconds: times }]) => [mode, { seconds: times.map(() => 0), metres: times.map(() => 0) }])),
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
