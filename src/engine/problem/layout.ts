/**
 * A compiled problem: plain numbers in typed arrays over shared memory, written once, read by all workers.
 *
 * Sizes: r slots (rep-days), d days, s series, n visits, p places, m leg classes, w ways, k amounts, g groups.
 * Matrices are row-major. An array `byX` of length x + 1 ("CSR") says where the entries of each x begin in the
 * arrays beside it. Times are whole seconds from midnight, days count from the first of the horizon, prices are
 * whole seconds of working time.
 */
export interface Problem {
  readonly dayCount: number;
  readonly placeCount: number;
  readonly slots: Slots;
  readonly breaks: Breaks;
  readonly series: AllSeries;
  readonly visits: Visits;
  readonly opening: Opening;
  readonly calendar: Calendar;
  readonly amounts: Amounts;
  readonly lines: Lines;
  readonly prices: Prices;
  readonly legs: Legs;
  readonly ways: Ways;
  readonly neighbours: Neighbours;
}

/** Slots, one for each rep-day. */
export interface Slots {
  readonly count: number;
  /** Most stops that any slot can hold: no possible row is longer. */
  readonly mostStops: number;
  /** [r] day; rep; leg class; places where the slot starts and ends. */
  readonly day: Int32Array;
  readonly rep: Int32Array;
  readonly legClass: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** [r] earliest departure; latest return, a hard limit. */
  readonly start: Int32Array;
  readonly latest: Int32Array;
  /** [r] when breaks that agreed times push past the end have to be over; `NEVER` for no limit. */
  readonly restBy: Int32Array;
  /** [r] hard limits on the first start, on travel and on work; `NEVER` for none. */
  readonly firstCap: Int32Array;
  readonly travelCap: Int32Array;
  readonly workCap: Int32Array;
  /** [r] price of a slot with any visit. */
  readonly openingPrice: Int32Array;
  /** [r] equal numbers mark slots that differ in nothing: of several empty ones, one is tried. */
  readonly twins: Int32Array;
  /** [r] 1 where breaks, duties, split windows, agreed starts, order prices or a choice of ways call for an exact simulation of each insertion. */
  readonly labelled: Uint8Array;
  /** CSR [d + 1] slots of a day. */
  readonly byDay: Int32Array;
  readonly ofDay: Int32Array;
}

/** Breaks of slots. */
export interface Breaks {
  /** Most breaks that any slot has. */
  readonly most: number;
  /** CSR [r + 1] in order of time: earliest and latest start, length. */
  readonly bySlot: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly duration: Int32Array;
}

/** Series, then duties: each duty is a series of one visit that is fixed in time. */
export interface AllSeries {
  readonly count: number;
  /** The first duty. Prices and limits of visits do not apply to duties. */
  readonly firstDuty: number;
  /** [s] place; stay; visit line or -1; price per hour of a late start. */
  readonly place: Int32Array;
  readonly dwell: Int32Array;
  readonly line: Int32Array;
  readonly orderPrice: Int32Array;
  /** [s] where the prices of a series begin; series with equal prices share them. */
  readonly pricesFrom: Int32Array;
  /** [pricesFrom + r] price of a visit on a slot; `NEVER` where forbidden. */
  readonly slotPrice: Int32Array;
}

/** Visits, series after series. */
export interface Visits {
  readonly count: number;
  /** CSR [s + 1] visits of a series, by cycle and then by falling price. */
  readonly bySeries: Int32Array;
  /** [n] series; first and last allowed day; price of leaving it out. */
  readonly series: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  readonly price: Float64Array;
  /** [n] the group in which progress counts it while it is left out. */
  readonly group: Uint8Array;
}

/** When visits may start. */
export interface Opening {
  /** [s, d] earliest and latest start of a visit on a day; latest < earliest where closed. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** [s, d] the set of windows where the day has gaps, else -1. */
  readonly windowSet: Int32Array;
  readonly windows: Windows;
  /** [s, d] the latest agreed start, -1 for none; price of a start after it. Breaks give way to stops that keep it. */
  readonly agreed: Int32Array;
  readonly latePrice: Int32Array;
  /** [d] 1 where any series has an agreed start. */
  readonly hasAgreed: Uint8Array;
}

/** Windows of days with gaps. */
export interface Windows {
  /** CSR by set: earliest and latest starts, ascending. */
  readonly bySet: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
}

/** Prices of the days on which a series is visited, and the days that it allows. */
export interface Calendar {
  /** [s] 1 where any price below holds. */
  readonly isPriced: Uint8Array;
  /** [s, d + 1] price of so many days between two visits; of so many days from the last visit to the horizon's end. */
  readonly gapPrice: Int32Array;
  readonly openGapPrice: Int32Array;
  /** [s, d] price of the gap from before the horizon to a first visit on the day; [s] price of no visit at all. */
  readonly firstGapPrice: Int32Array;
  readonly noVisitPrice: Int32Array;
  /** The same as the price of a gap and of the first gap, where neither of two visits is the series' own; empty where no visits count for another series. */
  readonly givenGapPrice: Int32Array;
  readonly givenFirstGapPrice: Int32Array;
  /** [s] price per visit off the most frequent weekday; by another than the most frequent rep. */
  readonly weekdayPrice: Int32Array;
  readonly repPrice: Int32Array;
  readonly phases: Phases;
  readonly patterns: Patterns;
  readonly company: Company;
}

/** Series of one customer that look at each other's days. */
export interface Company {
  /** [s] 1 where any entry below holds. */
  readonly isGiven: Uint8Array;
  /** CSR [s + 1] series for whose gaps its visits count besides its own. */
  readonly towards: Row;
  /** CSR [s + 1] series whose visits count for its gaps besides its own. */
  readonly from: Row;
  /** CSR [s + 1] series from whose visits its own stay apart, and by how many days. */
  readonly apart: Row & { readonly days: Int32Array };
}

/** Series in relation to each series. */
export interface Row {
  readonly bySeries: Int32Array;
  readonly other: Int32Array;
}

/** Stretches of days in which a series is to have some visits. */
export interface Phases {
  /** CSR [s + 1] first and last day, fewest visits, price of each visit short. */
  readonly bySeries: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  readonly least: Int32Array;
  readonly price: Int32Array;
}

/** Sets of days that series allow; a series without any allows all days. */
export interface Patterns {
  /** CSR [s + 1] sets as bit masks, day 0 lowest. */
  readonly bySeries: Int32Array;
  readonly days: Int32Array;
}

/** Amounts that visits add to a slot, such as their number. Duties add nothing. */
export interface Amounts {
  readonly count: number;
  /** [k, s] units that a visit of the series adds. */
  readonly perVisit: Int32Array;
  /** [r, k] hard limit of a slot; `NEVER` for none. */
  readonly cap: Int32Array;
}

/** Visit lines: series that belong on the same day. */
export interface Lines {
  readonly count: number;
  /** Price of each line on a slot beyond the first. */
  readonly price: number;
}

/** Prices of limits that a slot, or a group of slots, exceeds or falls short of. */
export interface Prices {
  readonly times: TimePrices;
  readonly easedEnds: EasedEndPrices;
  readonly amounts: AmountPrices;
  readonly groups: GroupPrices;
}

/** Prices of a slot's times above a limit. */
export interface TimePrices {
  /** CSR [r + 1] which time (`TRAVEL`, `WORK`, `END` or `FIRST`), limit, price per second. */
  readonly bySlot: Int32Array;
  readonly of: Uint8Array;
  readonly limit: Int32Array;
  readonly price: Float64Array;
}

/** Prices of a slot's end above a limit that its visits raise. */
export interface EasedEndPrices {
  /** The amount by whose sum over the slot's visits limits rise, in seconds; -1 for none. */
  readonly amount: number;
  /** CSR [r + 1] limit, most seconds by which it rises, price per second. */
  readonly bySlot: Int32Array;
  readonly limit: Int32Array;
  readonly most: Int32Array;
  readonly price: Float64Array;
}

/** Prices of a slot's amounts above or below a limit. */
export interface AmountPrices {
  /** CSR [r + 1] which amount, side (1 above, -1 below), limit, price per unit. */
  readonly bySlot: Int32Array;
  readonly of: Int32Array;
  readonly side: Int8Array;
  readonly limit: Int32Array;
  readonly price: Float64Array;
}

/** Prices of an amount that several slots add up to together. */
export interface GroupPrices {
  readonly count: number;
  /** CSR [r + 1] groups that a slot belongs to. */
  readonly bySlot: Int32Array;
  readonly ofSlot: Int32Array;
  /** [g] amount, side (1 above, -1 below), limit, price per unit. */
  readonly of: Int32Array;
  readonly side: Int8Array;
  readonly limit: Int32Array;
  readonly price: Float64Array;
}

/** Legs by leg class. */
export interface Legs {
  /** [m, p, p] seconds of a leg, by the fastest of its ways; `FAR` where forbidden. */
  readonly time: Int32Array;
  /** [m, p, p] seconds plus prices of a leg, by the cheapest of its ways; the same array as `time` where nothing is priced. */
  readonly cost: Int32Array;
}

/** The ways by which a leg can be made. A leg class without any has nothing to choose. */
export interface Ways {
  /** Most stops away from a parked vehicle. */
  readonly mostAway: number;
  /** CSR [m + 1] ways of a leg class, free ones first; the others are rides by one own vehicle each. */
  readonly byClass: Int32Array;
  /** [m] number of free ways: open wherever the vehicle stands, each leg's cheapest first. */
  readonly freeCount: Int32Array;
  /** [w, p, p] seconds, and seconds plus prices, of a leg by a way; `FAR` where there is none. */
  readonly time: Int32Array;
  readonly cost: Int32Array;
}

/** Series that lie near each other. */
export interface Neighbours {
  /** Neighbours of each series. */
  readonly count: number;
  /** [s, a] nearest series, nearest first, without itself. */
  readonly nearest: Int32Array;
}

/** The time of a leg that must not be; three of them still fit an Int32. */
export const FAR = 2 ** 29;
/** A limit that never binds, and the price of a forbidden slot. */
export const NEVER = 2 ** 29 - 1;

/** Most ranks of free ways, and most stops away from a parked vehicle, that the choice of ways can count. */
export const MOST_FREE_WAYS = 32;
export const MOST_STOPS_AWAY = 63;
/** Most days of a horizon where series have patterns. */
export const MOST_PATTERN_DAYS = 31;

/** The times of a slot that have prices: see `TimePrices`. */
export const TRAVEL = 0;
export const WORK = 1;
export const END = 2;
export const FIRST = 3;

/** Whether the legs of a slot have ways to choose from. */
export const hasWays = ({ ways, slots }: Problem, r: number): boolean =>
  ways.byClass[slots.legClass[r] + 1] > ways.byClass[slots.legClass[r]];

/** The visits of each slot in order. Visits on no slot are in the bank. */
export interface Solution {
  readonly cost: number;
  /** [r] visits of each slot in order. */
  readonly slots: readonly (readonly number[])[];
}
