/**
 * A compiled problem: plain numbers in typed arrays over shared memory, written once, read by all workers.
 *
 * Sizes: r slots (rep-days), d days, s series, n visits, p places, m leg classes, k amounts, g groups.
 * Matrices are row-major. "CSR" arrays of length x + 1 say where the entries of each x begin in the
 * arrays named after them. Times are whole seconds from midnight, prices whole seconds of working time.
 */
export interface Problem {
  readonly slotCount: number;
  readonly dayCount: number;
  readonly seriesCount: number;
  /** Series from this one on are duties: each one visit that is fixed in time. What is said of visits is not said of them. */
  readonly firstDuty: number;
  readonly visitCount: number;
  readonly placeCount: number;
  readonly amountCount: number;
  readonly labelCount: number;
  readonly groupCount: number;
  /** Most breaks that any slot has. */
  readonly mostBreaks: number;
  /** Most stops that any slot can hold. */
  readonly mostStops: number;

  /** [r] day from the first of the horizon; rep; leg class; places where the slot starts and ends. */
  readonly slotDay: Int32Array;
  readonly slotRep: Int32Array;
  readonly slotClass: Int32Array;
  readonly slotFrom: Int32Array;
  readonly slotTo: Int32Array;
  /** [r] earliest departure; latest return, a hard limit. */
  readonly slotStart: Int32Array;
  readonly slotLatest: Int32Array;
  /** [r] price of a slot with any visit. */
  readonly slotOpening: Int32Array;
  /** [r] hard limits on the first start, on travel and on work; `NEVER` for none. */
  readonly slotFirstCap: Int32Array;
  readonly slotTravelCap: Int32Array;
  readonly slotWorkCap: Int32Array;
  /** [r] equal numbers mark slots that differ in nothing: of several empty ones, one is tried. */
  readonly slotKind: Int32Array;
  /** [r] 1 where breaks, duties, split windows, order prices or a choice of ways call for an exact simulation of each insertion. */
  readonly slotLabelled: Uint8Array;
  /** CSR [d + 1] slots of a day. */
  readonly dayStart: Int32Array;
  readonly daySlots: Int32Array;

  /** CSR [r + 1] breaks, in order of time: earliest and latest start, length. */
  readonly breakStart: Int32Array;
  readonly breakEarliest: Int32Array;
  readonly breakLatest: Int32Array;
  readonly breakLength: Int32Array;

  /** CSR [r + 1] prices above a limit of `TRAVEL`, `WORK`, `END` or `FIRST`. */
  readonly hingeStart: Int32Array;
  readonly hingeOf: Uint8Array;
  readonly hingeLimit: Int32Array;
  readonly hingePrice: Float64Array;

  /** The amount that raises limits of a slot's end; -1 for none. */
  readonly easingAmount: number;
  /** CSR [r + 1] prices above a limit of the end that the slot's easing amount raises, and by how much at most. */
  readonly easedStart: Int32Array;
  readonly easedLimit: Int32Array;
  readonly easedMost: Int32Array;
  readonly easedPrice: Float64Array;

  /** [k, s] what a visit of the series adds to each amount. */
  readonly amount: Int32Array;
  /** [r, k] hard limit of an amount; `NEVER` for none. */
  readonly amountCap: Int32Array;
  /** CSR [r + 1] prices of amounts: which one, side (1 above, -1 below), limit, price per unit. */
  readonly levelStart: Int32Array;
  readonly levelOf: Int32Array;
  readonly levelSide: Int8Array;
  readonly levelLimit: Int32Array;
  readonly levelPrice: Float64Array;

  /** CSR [r + 1] groups that a slot belongs to. */
  readonly slotGroupStart: Int32Array;
  readonly slotGroups: Int32Array;
  /** [g] amount, side, limit, price per unit. */
  readonly groupOf: Int32Array;
  readonly groupSide: Int8Array;
  readonly groupLimit: Int32Array;
  readonly groupPrice: Float64Array;

  /** [m, p, p] seconds of a leg, by the fastest of its ways; `FAR` where forbidden. */
  readonly legTime: Int32Array;
  /** [m, p, p] seconds plus prices of a leg, by the cheapest of its ways; the same array as `legTime` where nothing is priced. */
  readonly legCost: Int32Array;
  /** CSR [m + 1] ways that the legs of a class may go by, free ones first; a class without any has nothing to choose. */
  readonly wayStart: Int32Array;
  /** [m] how many of them are free: open wherever the vehicle stands, each leg's cheapest first. The others are rides by one own vehicle each. */
  readonly freeWays: Int32Array;
  /** [w, p, p] seconds, and seconds plus prices, of a leg by a way; `FAR` where there is none. */
  readonly wayTime: Int32Array;
  readonly wayCost: Int32Array;
  /** Most stops away from a parked vehicle. */
  readonly mostAway: number;

  /** CSR [s + 1] visits of a series, by cycle and then by falling price. */
  readonly seriesStart: Int32Array;
  /** [s] place; stay; label or -1; price per hour of a late start. */
  readonly seriesPlace: Int32Array;
  readonly seriesDwell: Int32Array;
  readonly seriesLabel: Int32Array;
  readonly seriesOrder: Int32Array;
  /** [n] series; first and last allowed day; price of leaving it out. */
  readonly visitSeries: Int32Array;
  readonly visitFirst: Int32Array;
  readonly visitLast: Int32Array;
  readonly visitPrice: Int32Array;
  /** [s, r] price of a visit on a slot; `NEVER` where forbidden. */
  readonly slotPrice: Int32Array;
  /** [s, d] earliest and latest start of a visit on a day; latest < earliest where closed. */
  readonly openFrom: Int32Array;
  readonly openUntil: Int32Array;
  /** [s, d] index into `windowStart` where the day has gaps, else -1. */
  readonly openSet: Int32Array;
  /** CSR of split windows: earliest and latest starts, ascending. */
  readonly windowStart: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowUntil: Int32Array;

  /** [s] 1 where any calendar price below holds. */
  readonly seriesTimed: Uint8Array;
  /** [s, d + 1] price of so many days between two visits; of so many days from the last visit to the horizon's end. */
  readonly gapPrice: Int32Array;
  readonly openGapPrice: Int32Array;
  /** [s, d] price of the gap from before the horizon to a first visit on the day; [s] price of no visit at all. */
  readonly firstGapPrice: Int32Array;
  readonly noVisitPrice: Int32Array;
  /** [s] price per visit off the most frequent weekday; by another than the most frequent rep. */
  readonly weekdayPrice: Int32Array;
  readonly repPrice: Int32Array;
  /** CSR [s + 1] phases: days, fewest visits, price of each visit short. */
  readonly phaseStart: Int32Array;
  readonly phaseFrom: Int32Array;
  readonly phaseUntil: Int32Array;
  readonly phaseLeast: Int32Array;
  readonly phasePrice: Int32Array;
  /** CSR [s + 1] allowed day sets as bit masks, day 0 lowest; a series without any may take all days. */
  readonly patternStart: Int32Array;
  readonly patterns: Int32Array;

  /** Price of each label on a slot beyond the first. */
  readonly labelPrice: number;
  /** [s, a] nearest series, nearest first, without itself. */
  readonly neighbourCount: number;
  readonly neighbours: Int32Array;
}

/** The time of a leg that must not be; three of them still fit an Int32. */
export const FAR = 2 ** 29;
/** A limit that never binds, and the price of a forbidden slot. */
export const NEVER = 2 ** 29 - 1;

/** Aggregates that hinges price: `hingeOf`. */
export const TRAVEL = 0;
export const WORK = 1;
export const END = 2;
export const FIRST = 3;

/** Whether the legs of a slot have ways to choose from. */
export const hasWays = ({ wayStart, slotClass }: Problem, r: number): boolean => wayStart[slotClass[r] + 1] > wayStart[slotClass[r]];

/** Who is visited where and in which order: for each slot its visits. What is in no slot is in the bank. */
export interface Solution {
  readonly cost: number;
  /** [r] visits of each slot in order. */
  readonly slots: readonly (readonly number[])[];
}
