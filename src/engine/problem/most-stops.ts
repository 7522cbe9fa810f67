import { assert } from '../../kernel/assert.ts';
import { type AllSeries, type Amounts, NEVER, type Opening, type Slots } from './layout.ts';

/** Most stops of all slots together, so that the rows of a search stay within memory. */
const MOST_IN_ALL = 20_000_000;

/** The parts of a problem that limit how many stops a slot can hold. */
export interface Limits {
  readonly slots: Omit<Slots, 'mostStops'>;
  readonly series: AllSeries;
  readonly opening: Opening;
  readonly amounts: Amounts;
  readonly dayCount: number;
}

/** Something of which each visit takes a part, and of which each slot has so much. */
interface Scale {
  /** [s] the part that a visit takes; series by rising parts. */
  readonly size: Int32Array;
  readonly order: readonly number[];
  /** What a slot has; `NEVER` for no limit. */
  readonly room: (r: number) => number;
}

/**
 * The most stops that any slot can hold: its duties, and the most visits whose stays fit between its start and its end and
 * whose amounts keep its limits. No series visits a slot twice, and legs take no time here, so that no possible row is longer.
 */
export function mostStops(limits: Limits): number {
  const { slots, series } = limits;
  const scales = scalesOf(limits);
  let most = 0;
  for (let r = 0; r < slots.count; r++) {
    const visits = Math.min(...scales.map((scale) => mostVisits(scale, limits, r)));
    most = Math.max(most, visits + dutiesOf(series, r));
  }
  assert(most * slots.count <= MOST_IN_ALL, 'The stops of all slots fit into memory.', { slots: slots.count, stops: most });
  return most;
}

function scalesOf(limits: Limits): readonly Scale[] {
  const { series, amounts } = limits;
  const { count, perVisit, cap } = amounts;
  const scale = (size: Int32Array, room: Scale['room']): Scale => {
    const all = Array.from({ length: series.firstDuty }, (_, s) => s);
    return { size, order: all.toSorted((one, other) => size[one] - size[other]), room };
  };
  const amountsOf = Array.from({ length: count }, (_, k) => perVisit.subarray(k * series.count, (k + 1) * series.count));
  return [scale(series.dwell, (r) => timeOf(limits, r)), ...amountsOf.map((size, k) => scale(size, (r) => cap[r * count + k]))];
}

/** Time for stays: to the slot's latest end, or to the last end of a visit that starts in time; and within its limit of work. */
function timeOf({ slots, series, opening, dayCount }: Limits, r: number): number {
  let last = 0;
  for (let s = 0; s < series.firstDuty; s++) {
    if (series.slotPrice[series.pricesFrom[s] + r] === NEVER) continue;
    last = Math.max(last, opening.until[s * dayCount + slots.day[r]] + series.dwell[s]);
  }
  return Math.min(slots.workCap[r], Math.max(0, Math.min(last, slots.latest[r]) - slots.start[r]));
}

/** How many visits a slot has room for if those come that take least. */
function mostVisits({ size, order, room }: Scale, { series }: Limits, r: number): number {
  const most = room(r);
  let left = most === NEVER ? Infinity : most;
  let visits = 0;
  for (const s of order) {
    if (series.slotPrice[series.pricesFrom[s] + r] === NEVER) continue;
    if (size[s] > left) break;
    left -= size[s];
    visits++;
  }
  return visits;
}

function dutiesOf(series: AllSeries, r: number): number {
  let duties = 0;
  for (let s = series.firstDuty; s < series.count; s++) if (series.slotPrice[series.pricesFrom[s] + r] !== NEVER) duties++;
  return duties;
}
