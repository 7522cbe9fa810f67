import type { Term } from '../../terms/terms.ts';

/** What a problem is made from besides its terms: sizes, places, times. Plain objects, one per thing. */
export interface ProblemDraft {
  readonly dayCount: number;
  readonly placeCount: number;
  readonly slots: readonly SlotDraft[];
  readonly series: readonly SeriesDraft[];
  readonly legClasses: readonly LegClass[];
  /** Most stops away from a parked vehicle. */
  readonly mostAway: number;
  readonly terms: readonly Term[];
}

/** One rep-day. */
export interface SlotDraft {
  readonly day: number;
  readonly rep: number;
  readonly legClass: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  /** Equal numbers mark slots that differ in nothing. */
  readonly twins: number;
}

/** Interchangeable visits at one place. */
export interface SeriesDraft {
  readonly place: number;
  readonly dwell: number;
  readonly visits: readonly VisitDraft[];
  /** Allowed day sets as bit masks, day 0 lowest; empty for any. */
  readonly patterns: readonly number[];
}

/** One visit: the days it may fall on. */
export interface VisitDraft {
  readonly first: number;
  readonly last: number;
}

/** Legs as one kind of rep-day meets them, row-major [p, p]; `FAR` where there is no way. */
export interface LegClass {
  /** Seconds; where legs may go by several ways, those of the fastest. */
  readonly time: Int32Array;
  /** Prices besides time; null where there are none. Where legs may go by several ways, time and price add up to the cheapest. */
  readonly price: Int32Array | null;
  /** The ways that legs may go by; null where there is nothing to choose. */
  readonly ways: WaysDraft | null;
}

/** The ways that legs may go by. */
export interface WaysDraft {
  /** Open wherever the vehicle stands. By leg, the cheapest first, then those that are faster or less dear than all before. */
  readonly free: readonly WayTable[];
  /** By own vehicle: at most one of them leaves home on a day. */
  readonly rides: readonly WayTable[];
}

/** What legs take by one way, row-major [p, p]; `FAR` in both where there is none. */
export interface WayTable {
  readonly time: Int32Array;
  /** Seconds plus prices. */
  readonly cost: Int32Array;
}
