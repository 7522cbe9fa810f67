import type { Problem } from '../problem/layout.ts';
import { type LegsTo, turnLegs } from './legs-to.ts';
import { plainDays } from './plain-days.ts';
import { type RowEnds, emptyEnds } from './row-ends.ts';
import { type RowContent, emptyContent } from './row-content.ts';

/**
 * The stops of each slot in order, with all that it takes to judge a change in constant time.
 *
 * Each slot r has two rows, `2r` and `2r + 1`: the current one, and one to come back to. Within a row, positions
 * 1 … length hold stops, 0 and length + 1 the slot's start and end. A stop is a visit or a duty.
 */
export interface Rows {
  readonly problem: Problem;
  /** Positions in a row. */
  readonly width: number;
  /** [d] 1 where all slots are plain: positions differ only in their detours. */
  readonly plainDay: Uint8Array;
  /** [r] the current row of a slot. */
  readonly current: Int32Array;
  /** [2r] stops on a row. */
  readonly length: Int32Array;
  /** [2r, width] visit at a position; its place. */
  readonly visitAt: Int32Array;
  readonly placeAt: Int32Array;
  /** [2r, width] cost and time of the leg to a position. */
  readonly legCost: Int32Array;
  readonly legTime: Int32Array;
  /** [2r] 1 while all parts below are computed for the row's stops. */
  readonly isLaid: Uint8Array;
  readonly content: RowContent;
  readonly times: RowTimes;
  readonly simple: SimpleTimes;
  readonly labels: RowLabels;
  readonly ends: RowEnds;
  readonly chosenWays: ChosenWays;
  /** [2r, 4] of rows on plain days, side by side: time left, room left of the amount (-1 when full), length. */
  readonly plain: Int32Array;
  readonly legsTo: LegsTo;
}

/** Times of a row and their prices. */
export interface RowTimes {
  /** [2r] end of the slot; waiting; travel; stays; first start; time of breaks taken. */
  readonly end: Int32Array;
  readonly idle: Int32Array;
  readonly travel: Int32Array;
  readonly stay: Int32Array;
  readonly first: Int32Array;
  readonly paused: Int32Array;
  /** [2r] prices of legs; prices of times. */
  readonly legPrice: Float64Array;
  readonly timePrice: Float64Array;
  /** [2r, width] least waiting up to and including a position. */
  readonly waited: Int32Array;
}

/** Times by position, of rows without labels. */
export interface SimpleTimes {
  /** [2r, width] earliest departure; latest arrival that keeps windows and the slot's end. */
  readonly depart: Int32Array;
  readonly latest: Int32Array;
  /** [2r, width] an arrival t at a position ends the slot at max(t + tail, floor). */
  readonly tail: Int32Array;
  readonly floor: Int32Array;
}

/** Times by position and by number of breaks taken so far: one label for each. */
export interface RowLabels {
  /** Labels of a position. */
  readonly perPosition: number;
  /** [2r, width, perPosition] departure, `NEVER` where impossible; sum of order prices; first start. */
  readonly time: Int32Array;
  readonly order: Float64Array;
  readonly first: Int32Array;
  /** [2r, width] no arrival at a position is earlier, whichever visit comes in before it. */
  readonly soonest: Int32Array;
}

/** How the legs of a row are made where they have ways to choose from. */
export interface ChosenWays {
  /** [2r, width] stops since the vehicle was parked; rank of the free way to a position, or back to the vehicle, -1 for none. */
  readonly away: Int8Array;
  readonly rank: Int8Array;
  /** [2r] which vehicle of the slot's leg class, -1 for none; 1 where ways were kept as stops came and went, not chosen. */
  readonly vehicle: Int8Array;
  readonly isKept: Uint8Array;
  /** [2r] travel if each leg went by the quickest of its ways; cost of all legs if each went by the cheapest. */
  readonly quickest: Float64Array;
  readonly cheapest: Float64Array;
}

/** Rows without stops, not laid yet. */
export function createRows(problem: Problem): Rows {
  const rowCount = 2 * problem.slots.count;
  const width = problem.slots.mostStops + 2;
  const cells = rowCount * width;
  const legCost = new Int32Array(cells);
  return {
    problem,
    width,
    plainDay: plainDays(problem),
    current: Int32Array.from({ length: problem.slots.count }, (_, r) => 2 * r),
    length: new Int32Array(rowCount),
    visitAt: new Int32Array(cells),
    placeAt: new Int32Array(cells),
    legCost,
    legTime: problem.legs.cost === problem.legs.time ? legCost : new Int32Array(cells),
    isLaid: new Uint8Array(rowCount),
    content: emptyContent(problem, rowCount),
    times: createTimes(rowCount, cells),
    simple: {
      depart: new Int32Array(cells),
      latest: new Int32Array(cells),
      tail: new Int32Array(cells),
      floor: new Int32Array(cells),
    },
    labels: createLabels(problem, cells),
    ends: emptyEnds(rowCount),
    chosenWays: {
      away: new Int8Array(problem.ways.cost.length > 0 ? cells : 0),
      rank: new Int8Array(problem.ways.cost.length > 0 ? cells : 0),
      vehicle: new Int8Array(rowCount),
      isKept: new Uint8Array(rowCount),
      quickest: new Float64Array(rowCount),
      cheapest: new Float64Array(rowCount),
    },
    plain: new Int32Array(rowCount * 4),
    legsTo: turnLegs(problem),
  };
}

const createTimes = (rowCount: number, cells: number): RowTimes => ({
  end: new Int32Array(rowCount),
  idle: new Int32Array(rowCount),
  travel: new Int32Array(rowCount),
  stay: new Int32Array(rowCount),
  first: new Int32Array(rowCount),
  paused: new Int32Array(rowCount),
  legPrice: new Float64Array(rowCount),
  timePrice: new Float64Array(rowCount),
  waited: new Int32Array(cells),
});

function createLabels({ slots, breaks }: Problem, cells: number): RowLabels {
  const perPosition = breaks.most + 1;
  const size = slots.labelled.includes(1) ? cells * perPosition : 0;
  return {
    perPosition,
    time: new Int32Array(size),
    order: new Float64Array(size),
    first: new Int32Array(size),
    soonest: new Int32Array(size > 0 ? cells : 0),
  };
}
