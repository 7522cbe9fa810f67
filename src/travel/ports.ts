import type { Location, Setting } from '../domain/customer.ts';
import type { Mode } from './mode.ts';

/** A place to travel from and to; speeds depend on its setting. */
export interface Place {
  readonly location: Location;
  readonly setting: Setting;
}

/** Times and distances of one mode between n places, row-major [n, n]: from row to column. */
export interface TravelMatrix {
  /** [n, n] seconds; -1 where unreachable. */
  readonly seconds: Int32Array;
  /** [n, n] metres; -1 where unreachable. */
  readonly metres: Int32Array;
}

/** A matrix with the name that legs show as their source: `estimate`, or a road engine's name. */
export interface ProvidedMatrix extends TravelMatrix {
  readonly source: string;
}

/** A source of travel times and distances. */
export interface TravelTimes {
  matrix(places: readonly Place[], mode: Mode): Promise<ProvidedMatrix>;
}
