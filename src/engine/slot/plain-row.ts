import { NEVER } from '../problem/layout.ts';
import type { Tables } from './tables.ts';

/**
 * Rows of plain days: sums of legs and stays tell all that there is to know, in one pass. What hangs on times, labels
 * or groups stays 0. Both functions return false when a leg is forbidden, or the slot's end or its amount is passed.
 */

/** Computes a row anew from its visits. */
export function layPlainRow(tours: Tables, r: number): boolean {
  const { problem, seq, at, edgeCost, positionOf } = tours;
  const { placeCount, legCost, seriesPlace, seriesDwell, visitSeries, slotPrice, slotCount, amountCount, amount } = problem;
  const own = tours.row[r];
  const o = own * tours.width;
  const length = tours.length[own];
  const matrix = problem.slotClass[r] * placeCount * placeCount;
  let place = problem.slotFrom[r];
  let travel = 0;
  let stay = 0;
  let fixed = 0;
  let load = 0;
  at[o] = place;
  for (let i = 1; i <= length; i++) {
    const v = seq[o + i];
    const s = visitSeries[v];
    const next = seriesPlace[s];
    const leg = legCost[matrix + place * placeCount + next];
    at[o + i] = next;
    edgeCost[o + i] = leg;
    positionOf[v] = i;
    travel += leg;
    stay += seriesDwell[s];
    fixed += slotPrice[s * slotCount + r];
    if (amountCount > 0) load += amount[s];
    place = next;
  }
  const home = problem.slotTo[r];
  at[o + length + 1] = home;
  // An unused slot costs nothing; a first visit then pays the ways out and back in full.
  edgeCost[o + length + 1] = length > 0 ? legCost[matrix + place * placeCount + home] : 0;
  tours.travel[own] = travel + edgeCost[o + length + 1];
  tours.stay[own] = stay;
  tours.fixed[own] = fixed;
  if (amountCount > 0) tours.amounts[own] = load;
  return closePlainRow(tours, r);
}

/** Takes in a visit that was just put into the row's sequence. */
export function insertIntoPlainRow(tours: Tables, r: number, position: number): boolean {
  const { problem, seq, at, edgeCost } = tours;
  const { placeCount, legCost, seriesPlace, visitSeries } = problem;
  const own = tours.row[r];
  const i = own * tours.width + position;
  for (let j = own * tours.width + tours.length[own] + 1; j > i; j--) {
    at[j] = at[j - 1];
    edgeCost[j] = edgeCost[j - 1];
  }
  const s = visitSeries[seq[i]];
  const place = seriesPlace[s];
  const matrix = problem.slotClass[r] * placeCount * placeCount;
  const inward = legCost[matrix + at[i - 1] * placeCount + place];
  const onward = legCost[matrix + place * placeCount + at[i + 1]];
  tours.travel[own] += inward + onward - edgeCost[i + 1];
  at[i] = place;
  edgeCost[i] = inward;
  edgeCost[i + 1] = onward;
  tours.stay[own] += problem.seriesDwell[s];
  tours.fixed[own] += problem.slotPrice[s * problem.slotCount + r];
  if (problem.amountCount > 0) tours.amounts[own] += problem.amount[s];
  return closePlainRow(tours, r);
}

function closePlainRow(tours: Tables, r: number): boolean {
  const { problem, plain } = tours;
  const own = tours.row[r];
  const length = tours.length[own];
  const end = problem.slotStart[r] + tours.travel[own] + tours.stay[own];
  const room = problem.amountCount > 0 ? problem.amountCap[r] - tours.amounts[own] : NEVER;
  tours.end[own] = end;
  tours.visits[own] = length;
  tours.fresh[own] = 1;
  plain[own * 4] = problem.slotLatest[r] - end;
  plain[own * 4 + 1] = length < problem.mostStops ? room : -1;
  plain[own * 4 + 2] = length;
  return length === 0 || (end <= problem.slotLatest[r] && room >= 0);
}
