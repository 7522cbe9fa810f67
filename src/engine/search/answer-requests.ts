import { NEVER, type Problem, type Solution, hasWays } from '../problem/layout.ts';
import { type Fixed, nothingFixed } from './fixed.ts';
import { IMPOSSIBLE, calendarDelta } from './state/calendar-price.ts';
import { Insertion } from './state/insertion.ts';
import { Tours } from './state/tours.ts';

/**
 * Lets visits in the bank take the place of others for which they count: where a visit is left out while one that costs no
 * more to leave out is made on a day that suits both, the first is made there instead. Fixed visits keep their place.
 */
export function answerRequests(problem: Problem, solution: Solution, fixed: Fixed = nothingFixed): Solution {
  const { company } = problem.calendar;
  if (company.towards.other.length === 0) return solution;
  const tours = new Tours(problem);
  tours.load(solution.slots);
  tours.fix(fixed);
  const insertion = new Insertion(tours, null);
  const { bySeries, other } = company.towards;
  let isChanged = false;
  for (const v of tours.bank.visits.slice(0, tours.bank.size)) {
    const s = problem.visits.series[v];
    for (let e = bySeries[s]; e < bySeries[s + 1]; e++) {
      if (tours.bank.has(v) && takePlace(tours, insertion, v, other[e])) isChanged = true;
    }
  }
  return isChanged ? tours.copy() : solution;
}

/** Puts a visit in place of one of a series; false where none of them can give its place away. */
function takePlace(tours: Tours, insertion: Insertion, v: number, series: number): boolean {
  const { problem, placement } = tours;
  const { visits, slots } = problem;
  for (let w = visits.bySeries[series]; w < visits.bySeries[series + 1]; w++) {
    const r = placement.slotOf[w];
    if (r < 0 || !tours.mayLeave(w) || visits.price[w] > visits.price[v] || isPromised(problem, series, slots.day[r])) continue;
    if (slots.day[r] < visits.firstDay[v] || slots.day[r] > visits.lastDay[v]) continue;
    tours.mark();
    tours.take(w);
    tours.sweep();
    const position = placeIn(tours, insertion, visits.series[v], r);
    if (position > 0) {
      tours.put(v, r, position);
      tours.settle();
      return true;
    }
    tours.undo();
    if (replace(tours, w, v)) return true;
  }
  return false;
}

/**
 * Puts a visit exactly where another one is, if the slot is still possible then. Insertion may miss that where legs have a
 * choice of ways: it keeps those of the slot without the visit.
 */
function replace(tours: Tours, w: number, v: number): boolean {
  const { visits, slots, series } = tours.problem;
  const r = tours.placement.slotOf[w];
  if (!hasWays(tours.problem, r) || series.slotPrice[series.pricesFrom[visits.series[v]] + r] === NEVER) return false;
  tours.mark();
  tours.take(w);
  tours.sweep();
  const isAllowed = calendarDelta(tours.placement, visits.series[v], slots.day[r], slots.rep[r]) !== IMPOSSIBLE;
  tours.undo();
  if (!isAllowed) return false;
  const { slots: former } = tours.copy();
  if (tours.load(former.map((row) => row.map((visit) => (visit === w ? v : visit))))) return true;
  tours.load(former);
  return false;
}

/** Whether the day of a visit has a price of its own, as a promised one has. */
function isPromised({ calendar: { phases } }: Problem, s: number, day: number): boolean {
  for (let p = phases.bySeries[s]; p < phases.bySeries[s + 1]; p++) {
    if (phases.firstDay[p] === day && phases.lastDay[p] === day) return true;
  }
  return false;
}

/** The position where a visit of a series costs least on a slot; 0 where it fits nowhere. */
function placeIn({ rows, placement, problem: { slots } }: Tours, insertion: Insertion, s: number, r: number): number {
  if (calendarDelta(placement, s, slots.day[r], slots.rep[r]) === IMPOSSIBLE) return 0;
  let best: number = NEVER;
  let found = 0;
  for (let position = 1; position <= rows.length[rows.current[r]] + 1; position++) {
    const delta = insertion.deltaAt(s, r, position);
    if (delta >= best) continue;
    best = delta;
    found = position;
  }
  return found;
}
