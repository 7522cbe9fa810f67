import { NEVER, type Problem } from '../problem/layout.ts';

/**
 * A solution as the search keeps it: who is on which slot in which order, and what judging a change in constant
 * time needs. Only `Tours` and the scheduling of slots write here.
 *
 * Each slot r has two rows, `2r` and `2r + 1`; `row[r]` is the valid one. Within a row, positions 1 … length hold
 * visits, 0 and length + 1 the slot's start and end.
 */
export interface Tables {
  readonly problem: Problem;
  /** Positions in a row. */
  readonly width: number;
  /** Labels at a position: by how many breaks were taken. */
  readonly labels: number;
  /** [d] 1 where neither windows nor breaks nor prices of times or counts bear on any slot: only detours tell positions apart. */
  readonly plainDay: Uint8Array;
  /** All days are plain and no series' calendar is priced: where legs keep to triangles, a further visit never lowers the cost of the others. */
  readonly isPlain: boolean;
  /** [r] the valid row of a slot. */
  readonly row: Int32Array;
  /** [2r] stops on a row; those among them that are visits, not duties. */
  readonly visits: Int32Array;
  readonly length: Int32Array;
  /** [2r, width] visit; its place. */
  readonly seq: Int32Array;
  readonly at: Int32Array;
  /** [2r, width] cost and time of the leg to a position. */
  readonly edgeCost: Int32Array;
  readonly edgeTime: Int32Array;
  /** [2r, width] earliest departure; latest arrival that keeps windows and the slot's end (simple rows). */
  readonly depart: Int32Array;
  readonly latest: Int32Array;
  /** [2r, width] an arrival t at a position ends the slot at max(t + tail, floor) (simple rows). */
  readonly tail: Int32Array;
  readonly floor: Int32Array;
  /** [2r, width] least waiting up to and including a position. */
  readonly waited: Int32Array;
  /** [2r, width, labels] departure, order price sum, first start by breaks taken; `NEVER` where impossible. */
  readonly labelTime: Int32Array;
  readonly labelOrder: Float64Array;
  readonly labelFirst: Int32Array;
  /** [2r, width, labels] latest arrival by breaks taken before it, by outer windows: necessary where windows are split. */
  readonly labelLatest: Int32Array;
  /** [2r, width] stops since the vehicle was parked; [2r] which vehicle of the slot's class, -1 for none (rows whose legs have ways). */
  readonly away: Int8Array;
  readonly vehicle: Int8Array;
  /** [2r] travel if each leg went by the quickest of its ways; cost of all legs if each went by the cheapest. */
  readonly quickest: Int32Array;
  readonly cheapest: Int32Array;
  /** [2r] end of the slot; waiting; travel; stays; first start; breaks taken; cost of the row in all. */
  readonly end: Int32Array;
  readonly idle: Int32Array;
  readonly travel: Int32Array;
  readonly stay: Int32Array;
  readonly first: Int32Array;
  readonly paused: Int32Array;
  readonly cost: Float64Array;
  /** [2r] prices that hang on which visits a row has, not on their order; 1 while the row's tables are valid. */
  readonly fixed: Int32Array;
  readonly fresh: Uint8Array;
  /** [2r] prices of legs; prices that hang on times. */
  readonly legPrice: Int32Array;
  readonly timePrice: Float64Array;
  /** [2r, k] amounts; [2r, labels] visits by label; [2r] labels present. */
  readonly amounts: Int32Array;
  readonly labelled: Int32Array;
  readonly labelsPresent: Int32Array;
  /** [n] slot of a visit or -1 in the bank; its position. */
  readonly slotOf: Int32Array;
  /** [n] day on which a visit of the bank last was, -1 for never. */
  readonly lastDay: Int32Array;
  readonly positionOf: Int32Array;
  /** [n] visits in the bank, and where each stands there. */
  readonly bank: Int32Array;
  /** [s] calendar price; visits served. */
  readonly seriesPrice: Float64Array;
  readonly served: Int32Array;
  /** [s] days of any of its patterns, as bits. */
  readonly patternDays: Int32Array;
  /** [2r, 4] of rows on plain days: time left, room left of the amount (-1 when full), length. */
  readonly plain: Int32Array;
  /** Transposed legs, so that ways to one place lie side by side. */
  readonly costTo: Int32Array;
  readonly timeTo: Int32Array;
  readonly wayTimeTo: Int32Array;
  readonly wayCostTo: Int32Array;
  /** [2r] a number of its own for each content that a row ever had: what was computed for it stays true. */
  readonly version: Int32Array;
}

/** Seconds by which a row's visits raise limits of the end, before what is the most. */
export function easedOn({ problem, amounts: sums }: Tables, row: number): number {
  const { prices, amounts } = problem;
  return prices.easedEnds.amount < 0 ? 0 : sums[row * amounts.count + prices.easedEnds.amount];
}

/** What a visit of series s adds to that. */
export const easeOf = ({ prices, amounts, series }: Problem, s: number): number =>
  prices.easedEnds.amount < 0 ? 0 : amounts.perVisit[prices.easedEnds.amount * series.count + s];

/** Tables of an empty solution: all visits in the bank, nothing scheduled yet. */
export function createTables(problem: Problem): Tables {
  const { slots, visits, series, amounts, lines } = problem;
  const rows = 2 * slots.count;
  const width = problem.slots.mostStops + 2;
  const labels = problem.breaks.most + 1;
  const cells = rows * width;
  const labelCells = problem.slots.labelled.includes(1) ? cells * labels : 0;
  const priced = problem.legs.cost !== problem.legs.time;
  const edgeCost = new Int32Array(cells);
  const plainDay = plainDays(problem);
  const costTo = transpose(problem.legs.cost, problem.placeCount);
  return {
    problem,
    width,
    labels,
    plainDay,
    isPlain: !plainDay.includes(0) && !problem.calendar.isPriced.includes(1),
    row: Int32Array.from({ length: slots.count }, (_, r) => 2 * r),
    visits: new Int32Array(rows),
    length: new Int32Array(rows),
    seq: new Int32Array(cells),
    at: new Int32Array(cells),
    edgeCost,
    edgeTime: priced ? new Int32Array(cells) : edgeCost,
    depart: new Int32Array(cells),
    latest: new Int32Array(cells),
    tail: new Int32Array(cells),
    floor: new Int32Array(cells),
    waited: new Int32Array(cells),
    labelTime: new Int32Array(labelCells),
    labelOrder: new Float64Array(labelCells),
    labelFirst: new Int32Array(labelCells),
    labelLatest: new Int32Array(labelCells),
    away: new Int8Array(problem.ways.cost.length > 0 ? cells : 0),
    vehicle: new Int8Array(rows),
    quickest: new Int32Array(rows),
    cheapest: new Int32Array(rows),
    end: new Int32Array(rows),
    idle: new Int32Array(rows),
    travel: new Int32Array(rows),
    stay: new Int32Array(rows),
    first: new Int32Array(rows),
    paused: new Int32Array(rows),
    cost: new Float64Array(rows),
    fixed: new Int32Array(rows),
    fresh: new Uint8Array(rows),
    legPrice: new Int32Array(rows),
    timePrice: new Float64Array(rows),
    amounts: new Int32Array(rows * amounts.count),
    labelled: new Int32Array(rows * lines.count),
    labelsPresent: new Int32Array(rows),
    slotOf: new Int32Array(visits.count).fill(-1),
    lastDay: new Int32Array(visits.count).fill(-1),
    positionOf: new Int32Array(visits.count),
    bank: new Int32Array(visits.count),
    seriesPrice: new Float64Array(series.count),
    served: new Int32Array(series.count),
    plain: new Int32Array(rows * 4),
    patternDays: Int32Array.from({ length: series.count }, (_, s) => patternDays(problem, s)),
    costTo,
    timeTo: priced ? transpose(problem.legs.time, problem.placeCount) : costTo,
    wayTimeTo: transpose(problem.ways.time, problem.placeCount),
    wayCostTo: transpose(problem.ways.cost, problem.placeCount),
    version: new Int32Array(rows),
  };
}

function patternDays({ calendar }: Problem, s: number): number {
  let days = 0;
  for (let p = calendar.patterns.bySeries[s]; p < calendar.patterns.bySeries[s + 1]; p++) days |= calendar.patterns.days[p];
  return days;
}

/** Days on which all slots are plain. */
function plainDays(problem: Problem): Uint8Array {
  const isBare =
    problem.prices.groups.count === 0 && problem.amounts.count <= 1 && problem.lines.price === 0 && problem.legs.cost === problem.legs.time;
  const days = new Uint8Array(problem.dayCount).fill(isBare ? 1 : 0);
  for (let r = 0; r < problem.slots.count; r++) if (!isBareSlot(problem, r) || !isAlwaysOpen(problem, r)) days[problem.slots.day[r]] = 0;
  return days;
}

/** Whether a slot has neither breaks nor prices and limits that hang on counts or times, but for its latest end. */
function isBareSlot({ slots, prices }: Problem, r: number): boolean {
  const isTimed = prices.times.bySlot[r + 1] > prices.times.bySlot[r] || prices.easedEnds.bySlot[r + 1] > prices.easedEnds.bySlot[r];
  const isPriced = isTimed || prices.amounts.bySlot[r + 1] > prices.amounts.bySlot[r] || slots.openingPrice[r] !== 0;
  const isCapped = slots.travelCap[r] < NEVER || slots.workCap[r] < NEVER || slots.firstCap[r] < NEVER;
  return slots.labelled[r] === 0 && !isPriced && !isCapped;
}

/** Whether all that may come to a slot can be visited from its start to its end. */
function isAlwaysOpen({ dayCount, series, slots, opening }: Problem, r: number): boolean {
  for (let s = 0; s < series.count; s++) {
    const cell = s * dayCount + slots.day[r];
    const isOpen = opening.from[cell] <= slots.start[r] && opening.until[cell] >= slots.latest[r];
    if (!isOpen && series.slotPrice[s * slots.count + r] < NEVER) return false;
  }
  return true;
}

/** The same legs by where they lead: the same table where both ways cost the same. */
function transpose(table: Int32Array, n: number): Int32Array {
  const turned = new Int32Array(table.length);
  for (let m = 0; m < table.length; m += n * n) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) turned[m + j * n + i] = table[m + i * n + j];
  }
  return table.every((cost, leg) => cost === turned[leg]) ? table : turned;
}
