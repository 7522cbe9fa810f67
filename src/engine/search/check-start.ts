import { NEVER, type Problem, type Solution } from '../problem/layout.ts';
import { layOutSlot } from '../slot/lay-out-slot.ts';
import { IMPOSSIBLE, calendarDelta } from './state/calendar-price.ts';
import { emptyPlacement } from './state/placement.ts';
import { Tours } from './state/tours.ts';

/** A solution to start from, without the visits that could not stay. */
export interface CheckedStart {
  readonly slots: Solution['slots'];
  /** Visits of the given solution that no longer fit where they were, in order. */
  readonly dropped: readonly number[];
}

/**
 * The largest part of a given solution that a problem allows: visits that it does not have, that are given twice or that may
 * not be on their slot are dropped; then, on each slot that breaks a window or a limit, those that do not fit after the ones
 * before them. Visits of `first` are dropped last. Duties are added where they are missing.
 */
export function checkStart(problem: Problem, given: Solution['slots'], first: ReadonlySet<number> = new Set()): CheckedStart {
  const tours = new Tours(problem);
  loadStart(tours, given, first);
  const { slots } = tours.copy();
  const kept = new Set(slots.flat());
  const dropped = [...new Set(given.flat())].filter((v) => !kept.has(v)).toSorted((a, b) => a - b);
  return { slots, dropped };
}

/** Loads the part of a given solution that the problem allows: see `checkStart`. */
export function loadStart(tours: Tours, given: Solution['slots'], first: ReadonlySet<number>): void {
  const { problem } = tours;
  const allowed = withDuties(problem, allowedVisits(problem, given, first), first);
  if (tours.load(allowed)) return;
  const { length, current } = tours.rows;
  tours.load(
    allowed.map((visits, r) => (visits.length > 0 && length[current[r]] === 0 ? mostThatFit(problem, r, { visits, first }) : visits)),
  );
}

/** The visits of each slot that may be there by their days, the slot, its amounts and the visits of their series. */
function allowedVisits(problem: Problem, given: Solution['slots'], first: ReadonlySet<number>): Solution['slots'] {
  const { visits, slots } = problem;
  const placement = emptyPlacement(problem);
  const kept = Array.from({ length: slots.count }, () => new Set<number>());
  const rooms = Array.from({ length: slots.count }, (_, r) => new Room(problem, r));
  const admit = (v: number, r: number): void => {
    const s = visits.series[v];
    if (placement.slotOf[v] >= 0 || !mayBeOn(problem, v, r) || !rooms[r].has(s)) return;
    if (calendarDelta(placement, s, slots.day[r], slots.rep[r]) === IMPOSSIBLE) return;
    placement.slotOf[v] = r;
    placement.served[s]++;
    rooms[r].take(s);
    kept[r].add(v);
  };
  const isGiven = (v: number): boolean => Number.isInteger(v) && v >= 0 && v < visits.count;
  const all = kept.map((_, r) => (given[r] ?? []).filter(isGiven));
  for (const [r, some] of all.entries()) for (const v of some) if (first.has(v)) admit(v, r);
  for (const [r, some] of all.entries()) for (const v of some) if (!first.has(v)) admit(v, r);
  return all.map((some, r) => some.filter((v) => kept[r].delete(v)));
}

/** Whether a visit may be on a slot by its days and the slot's price. */
function mayBeOn({ visits, slots, series }: Problem, v: number, r: number): boolean {
  const day = slots.day[r];
  return day >= visits.firstDay[v] && day <= visits.lastDay[v] && series.slotPrice[series.pricesFrom[visits.series[v]] + r] !== NEVER;
}

/** Room that the amounts of a slot leave. */
class Room {
  readonly #problem: Problem;
  readonly #left: Int32Array;

  constructor(problem: Problem, r: number) {
    const { count, cap } = problem.amounts;
    this.#problem = problem;
    this.#left = cap.slice(r * count, (r + 1) * count);
  }

  /** Whether a visit of a series finds room. */
  has(s: number): boolean {
    return this.#left.every((left, k) => this.#amountOf(s, k) <= left);
  }

  /** Takes the room of a visit of a series. */
  take(s: number): void {
    for (const k of this.#left.keys()) this.#left[k] -= this.#amountOf(s, k);
  }

  #amountOf(s: number, k: number): number {
    const { perVisit } = this.#problem.amounts;
    return perVisit[k * this.#problem.series.count + s];
  }
}

/** The same with the duties that are missing, each at the first position where all fit, else where most visits stay. Impossible duties are left out. */
function withDuties(problem: Problem, given: Solution['slots'], first: ReadonlySet<number>): Solution['slots'] {
  const { series, visits, slots } = problem;
  const isOn = new Set(given.flat());
  const all = given.map((some) => some);
  for (let s = series.firstDuty; s < series.count; s++) {
    const duty = visits.bySeries[s];
    const r = series.slotPrice.subarray(series.pricesFrom[s], series.pricesFrom[s] + slots.count).findIndex((price) => price !== NEVER);
    const own = all[r];
    if (isOn.has(duty) || own === undefined) continue;
    const tries = Array.from({ length: own.length + 1 }, (_, i) => own.toSpliced(i, 0, duty));
    const whole = tries.find((some) => layOutSlot(problem, r, some) !== null);
    const parts = whole === undefined ? tries.map((some) => mostThatFit(problem, r, { visits: some, first })) : [whole];
    const most = parts.reduce((one, other) => (other.length > one.length ? other : one));
    if (layOutSlot(problem, r, most) !== null) all[r] = most;
  }
  return all;
}

/** The visits of a slot that fit in their order: duties, then those of `first`, then the others, each where those before leave time. */
function mostThatFit(
  problem: Problem,
  r: number,
  { visits, first }: { readonly visits: readonly number[]; readonly first: ReadonlySet<number> },
): readonly number[] {
  const isDuty = (v: number): boolean => problem.visits.series[v] >= problem.series.firstDuty;
  const kept = new Set(visits.filter(isDuty));
  const rest = visits.filter((v) => !isDuty(v));
  for (const v of [...rest.filter((one) => first.has(one)), ...rest.filter((one) => !first.has(one))]) {
    kept.add(v);
    const own = visits.filter((one) => kept.has(one));
    if (layOutSlot(problem, r, own) === null) kept.delete(v);
  }
  return visits.filter((v) => kept.has(v));
}
