import type { Term } from '../../terms/terms.ts';

/** All that a problem is packed from, as plain objects. */
export interface ProblemDraft {
  readonly dayCount: number;
  readonly placeCount: number;
  readonly slots: readonly SlotDraft[];
  readonly series: readonly SeriesDraft[];
  readonly legClasses: readonly LegClass[];
  /** Most stops away from a parked vehicle. */
  readonly mostAway: number;
  /** All terms but those of legs. */
  readonly terms: readonly Term[];
}

/** One rep-day: see `Slots`. */
export interface SlotDraft {
  readonly day: number;
  readonly rep: number;
  readonly legClass: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly twins: number;
  /** When breaks that agreed times push past the end of the slot have to be over; left out for no limit. */
  readonly restBy?: number;
}

/** Interchangeable visits at one place. */
export interface SeriesDraft {
  readonly place: number;
  readonly dwell: number;
  readonly visits: readonly VisitDraft[];
  /** Allowed day sets as bit masks, day 0 lowest; empty for any. */
  readonly patterns: readonly number[];
}

/** One visit: its first and last allowed day. */
export interface VisitDraft {
  readonly first: number;
  readonly last: number;
  /** The group in which it counts while it is left out, 0 … 2; left out for 0. */
  readonly group?: number;
}

/** Legs of rep-days with the same modes and prices, row-major [p, p]; `FAR` where there is no way. */
export interface LegClass {
  /** Seconds by the fastest way. */
  readonly time: Int32Array;
  /** Prices besides time, so that both add up to the cost of the cheapest way; null where there are none. */
  readonly price: Int32Array | null;
  /** The ways of legs; null where there is nothing to choose. */
  readonly ways: WaysDraft | null;
}

/** The ways by which legs can be made. */
export interface WaysDraft {
  /** Ways that are open wherever the vehicle stands: of each leg the cheapest first, then others by rising time. */
  readonly free: readonly WayTable[];
  /** Rides, each by one own vehicle: at most one of these leaves home on a day. */
  readonly rides: readonly WayTable[];
}

/** Time and cost of legs by one way, row-major [p, p]; `FAR` in both where there is none. */
export interface WayTable {
  readonly time: Int32Array;
  /** Seconds plus prices. */
  readonly cost: Int32Array;
}
