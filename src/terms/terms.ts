/**
 * The closed set of terms that rules compile to. The search knows terms, never rules.
 *
 * Slots, series and places are indices into the compiled scene; a *slot* is one rep-day. Prices are
 * whole seconds of working time per unit; `FORBIDDEN` stands for a `must`.
 */
export type Term =
  | LegTerm
  | SlotTerm
  | WindowsTerm
  | AgreedTerm
  | DwellTerm
  | AggregateTerm
  | GroupTerm
  | OpeningTerm
  | UnservedTerm
  | GapTerm
  | CountsTerm
  | ApartTerm
  | WeekdayTerm
  | SameRepTerm
  | PhaseTerm
  | OrderTerm
  | LineTerm
  | ActivityTerm;

/** The price of what a `must` forbids. */
export const FORBIDDEN = Infinity;

/** Forbids or prices the leg from one place to another by one mode. */
export interface LegTerm {
  readonly term: 'leg';
  readonly mode: string;
  /** The slots to which it applies; left out for all. */
  readonly slots?: readonly number[];
  /** Price of the leg besides its time, or `FORBIDDEN`; called once for each pair of places. */
  readonly price: (from: number, to: number, seconds: number, metres: number) => number;
}

/** Forbids or prices each visit of a series on a slot. */
export interface SlotTerm {
  readonly term: 'slot';
  readonly series: number;
  readonly slot: number;
  readonly price: number;
}

/** A series' visits on a day, start to end, lie in one of the windows. Several such terms intersect. */
export interface WindowsTerm {
  readonly term: 'windows';
  readonly series: number;
  /** Days from the first day of the horizon. */
  readonly day: number;
  readonly windows: readonly { readonly from: number; readonly until: number }[];
}

/**
 * A start of a series' visits on a day that is agreed on: a later one has the price. Breaks give way to a visit that keeps
 * it: a break for which the agreed times of a slot leave no room may start late, right after one of them.
 */
export interface AgreedTerm {
  readonly term: 'agreed';
  readonly series: number;
  /** Days from the first day of the horizon. */
  readonly day: number;
  /** The latest agreed start. */
  readonly start: number;
  /** Price of a later start; 0 where windows leave none. */
  readonly price: number;
}

/** A series' visits last at least so long; the longest of its dwells applies. */
export interface DwellTerm {
  readonly term: 'dwell';
  readonly series: number;
  readonly least: number;
}

/**
 * A figure of a slot: travel, work (field start to end less breaks), the end and the first visit's start as clock
 * times, all in seconds; or the sum of an amount over the slot's visits.
 */
export type Aggregate = 'travel' | 'work' | 'end' | 'first' | Amount;

/** What each visit of a series adds: 1 to count visits. Terms with equal amounts share one sum. */
export interface Amount {
  /** [series] whole units. */
  readonly per: Int32Array;
}

/**
 * Prices each unit of an aggregate above (or below) a limit. `FORBIDDEN` above makes a cap; below it
 * is not allowed. `end`, `first`, `travel` and `work` are priced only on slots with visits, and only above.
 */
export interface AggregateTerm {
  readonly term: 'aggregate';
  readonly slot: number;
  readonly of: Aggregate;
  readonly side: 'above' | 'below';
  readonly limit: number;
  /** Seconds of price per unit; may be a fraction: each term's price is rounded to a whole second. */
  readonly price: number;
  /**
   * Raises the limit of a priced `end` by the sum of an amount over the slot's visits, in seconds, and by `most` at
   * most. All terms that are eased share one amount.
   */
  readonly eased?: { readonly by: Amount; readonly most: number };
}

/** The same for the sum of an amount over a group of slots; priced only. */
export interface GroupTerm {
  readonly term: 'group';
  readonly slots: readonly number[];
  readonly of: Amount;
  readonly side: 'above' | 'below';
  readonly limit: number;
  readonly price: number;
}

/** Price of a slot that holds any visit. */
export interface OpeningTerm {
  readonly term: 'opening';
  readonly slot: number;
  readonly price: number;
}

/** Price of leaving out the n-th visit of a series, from 0. */
export interface UnservedTerm {
  readonly term: 'unserved';
  readonly series: number;
  readonly visit: number;
  readonly price: number;
}

/**
 * Calendar price of a series' gaps. `between(days)` prices the gap from each visit to the next, and, where there was a
 * visit before the horizon, the gap from that to the first one. `open(days)` prices the days from the last visit (in
 * the horizon or before it) to the day after the horizon: the gap is already as long as that.
 */
export interface GapTerm {
  readonly term: 'gap';
  readonly series: number;
  /** Day of the last visit before, from the first day of the horizon (negative); null for none. */
  readonly before: number | null;
  readonly between: (days: number) => number;
  readonly open: (days: number) => number;
  /**
   * The same where neither of two visits is the series' own: from the visit before the horizon to one of a series that counts
   * for it, and between two of those. `between` where it is left out.
   */
  readonly given?: { readonly first: (days: number) => number; readonly between: (days: number) => number };
}

/** The visits of a series count for the gaps of another one too, as a request that answers a frequency does. */
export interface CountsTerm {
  readonly term: 'counts';
  readonly series: number;
  /** The series whose gaps these are. */
  readonly towards: number;
}

/** No visit of a series is less than so many days before or after a visit of another one: with 1 they never share a day. */
export interface ApartTerm {
  readonly term: 'apart';
  readonly series: number;
  readonly other: number;
  readonly days: number;
}

/** Price of each visit of a series that is not on its most frequent weekday. */
export interface WeekdayTerm {
  readonly term: 'weekday';
  readonly series: number;
  readonly price: number;
}

/** Price of each visit of a series that is not made by its most frequent rep. */
export interface SameRepTerm {
  readonly term: 'same-rep';
  readonly series: number;
  readonly price: number;
}

/** Price of each visit that a series has less than `least` on the days `from` to `until`, from the horizon's first. */
export interface PhaseTerm {
  readonly term: 'phase';
  readonly series: number;
  readonly from: number;
  readonly until: number;
  readonly least: number;
  readonly price: number;
}

/** Price of each hour that a series' visit starts after the slot's field start; rounded per slot. */
export interface OrderTerm {
  readonly term: 'order';
  readonly series: number;
  readonly price: number;
}

/** Puts a series on a visit line: each line on a slot beyond the first costs the price, which is the same for all lines. */
export interface LineTerm {
  readonly term: 'line';
  readonly series: number;
  readonly line: string;
  readonly price: number;
}

/**
 * A fixed activity inside a slot's field window. A break (no place) starts between `earliest` and
 * `latest`, in waiting or travel, and only while the rep is out. A duty has a place and fixed hours.
 */
export interface ActivityTerm {
  readonly term: 'activity';
  readonly slot: number;
  readonly earliest: number;
  readonly latest: number;
  readonly length: number;
  /** Place index of a duty; null for a break. */
  readonly place: number | null;
}
