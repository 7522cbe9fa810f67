/** Where travel comes from that a territory does not give, besides estimates. */
export interface TravelSources {
  /** Addresses of OSRM-compatible services, by mode of transport. */
  readonly addresses: Readonly<Record<string, string>>;
  /** A folder that keeps the answers of services: they are asked only for what it lacks. Null for none. */
  readonly record: string | null;
}

/** Estimates alone. */
export const noSources: TravelSources = { addresses: {}, record: null };
