import { NEVER } from '../problem/layout.ts';
import type { Tables } from './tables.ts';

/**
 * Rows of plain days: sums of legs and stays tell all that there is to know, in one pass. What hangs on times, labels
 * or groups stays 0. Both functions return false when a leg is forbidden, or the slot's end or its amount is passed.
 */

/** Computes a row anew from its visits. */
export function layPlainRow(tours: Tables, r: number): boolean {
  const { problem, seq, at, edgeCost, positionOf } = tours;
  const { placeCount, legs, series, visits, slots, amounts } = problem;
  const own = tours.row[r];
  const o = own * tours.width;
  const length = tours.length[own];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  let place = problem.slots.from[r];
  let travel = 0;
  let stay = 0;
  let fixed = 0;
  let load = 0;
  at[o] = place;
  for (let i = 1; i <= length; i++) {
    const v = seq[o + i];
    const s = visits.series[v];
    const next = series.place[s];
    const leg = legs.cost[matrix + place * placeCount + next];
    at[o + i] = next;
    edgeCost[o + i] = leg;
    positionOf[v] = i;
    travel += leg;
    stay += series.dwell[s];
    fixed += series.slotPrice[s * slots.count + r];
    if (amounts.count > 0) load += amounts.perVisit[s];
    place = next;
  }
  const home = problem.slots.to[r];
  at[o + length + 1] = home;
  // An unused slot costs nothing; a first visit then pays the ways out and back in full.
  edgeCost[o + length + 1] = length > 0 ? legs.cost[matrix + place * placeCount + home] : 0;
  tours.travel[own] = travel + edgeCost[o + length + 1];
  tours.stay[own] = stay;
  tours.fixed[own] = fixed;
  if (amounts.count > 0) tours.amounts[own] = load;
  return closePlainRow(tours, r);
}

/** Takes in a visit that was just put into the row's sequence. */
export function insertIntoPlainRow(tours: Tables, r: number, position: number): boolean {
  const { problem, seq, at, edgeCost } = tours;
  const { placeCount, legs, series, visits } = problem;
  const own = tours.row[r];
  const i = own * tours.width + position;
  for (let j = own * tours.width + tours.length[own] + 1; j > i; j--) {
    at[j] = at[j - 1];
    edgeCost[j] = edgeCost[j - 1];
  }
  const s = visits.series[seq[i]];
  const place = series.place[s];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  const inward = legs.cost[matrix + at[i - 1] * placeCount + place];
  const onward = legs.cost[matrix + place * placeCount + at[i + 1]];
  tours.travel[own] += inward + onward - edgeCost[i + 1];
  at[i] = place;
  edgeCost[i] = inward;
  edgeCost[i + 1] = onward;
  tours.stay[own] += problem.series.dwell[s];
  tours.fixed[own] += problem.series.slotPrice[s * problem.slots.count + r];
  if (problem.amounts.count > 0) tours.amounts[own] += problem.amounts.perVisit[s];
  return closePlainRow(tours, r);
}

function closePlainRow(tours: Tables, r: number): boolean {
  const { problem, plain } = tours;
  const own = tours.row[r];
  const length = tours.length[own];
  const end = problem.slots.start[r] + tours.travel[own] + tours.stay[own];
  const room = problem.amounts.count > 0 ? problem.amounts.cap[r] - tours.amounts[own] : NEVER;
  tours.end[own] = end;
  tours.visits[own] = length;
  tours.fresh[own] = 1;
  plain[own * 4] = problem.slots.latest[r] - end;
  plain[own * 4 + 1] = length < problem.slots.mostStops ? room : -1;
  plain[own * 4 + 2] = length;
  return length === 0 || (end <= problem.slots.latest[r] && room >= 0);
}
