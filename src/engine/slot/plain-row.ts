import { NEVER } from '../problem/layout.ts';
import type { Rows } from './rows.ts';

/**
 * Rows of plain days: sums of legs and stays tell all that there is to know, in one pass. What hangs on times, labels
 * or groups stays 0. Both functions return false when a leg is forbidden, or the slot's end or its amount is passed.
 */

/** Computes a row anew from its visits. */
export function layPlainRow(rows: Rows, r: number): boolean {
  const { problem, visitAt, placeAt, legCost } = rows;
  const { placeCount, legs, series, visits, slots, amounts } = problem;
  const own = rows.current[r];
  const o = own * rows.width;
  const length = rows.length[own];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  let place = problem.slots.from[r];
  let travel = 0;
  let stay = 0;
  let fixed = 0;
  let load = 0;
  placeAt[o] = place;
  for (let i = 1; i <= length; i++) {
    const s = visits.series[visitAt[o + i]];
    const next = series.place[s];
    const leg = legs.cost[matrix + place * placeCount + next];
    placeAt[o + i] = next;
    legCost[o + i] = leg;
    travel += leg;
    stay += series.dwell[s];
    fixed += series.slotPrice[s * slots.count + r];
    if (amounts.count > 0) load += amounts.perVisit[s];
    place = next;
  }
  const home = problem.slots.to[r];
  placeAt[o + length + 1] = home;
  // An unused slot costs nothing; a first visit then pays the ways out and back in full.
  legCost[o + length + 1] = length > 0 ? legs.cost[matrix + place * placeCount + home] : 0;
  rows.times.travel[own] = travel + legCost[o + length + 1];
  rows.times.stay[own] = stay;
  rows.content.price[own] = fixed;
  if (amounts.count > 0) rows.content.amounts[own] = load;
  return closePlainRow(rows, r);
}

/** Takes in a visit that was just put into the row's sequence. */
export function insertIntoPlainRow(rows: Rows, r: number, position: number): boolean {
  const { problem, visitAt, placeAt, legCost } = rows;
  const { placeCount, legs, series, visits } = problem;
  const own = rows.current[r];
  const i = own * rows.width + position;
  for (let j = own * rows.width + rows.length[own] + 1; j > i; j--) {
    placeAt[j] = placeAt[j - 1];
    legCost[j] = legCost[j - 1];
  }
  const s = visits.series[visitAt[i]];
  const place = series.place[s];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  const inward = legs.cost[matrix + placeAt[i - 1] * placeCount + place];
  const onward = legs.cost[matrix + place * placeCount + placeAt[i + 1]];
  rows.times.travel[own] += inward + onward - legCost[i + 1];
  placeAt[i] = place;
  legCost[i] = inward;
  legCost[i + 1] = onward;
  rows.times.stay[own] += problem.series.dwell[s];
  rows.content.price[own] += problem.series.slotPrice[s * problem.slots.count + r];
  if (problem.amounts.count > 0) rows.content.amounts[own] += problem.amounts.perVisit[s];
  return closePlainRow(rows, r);
}

function closePlainRow(rows: Rows, r: number): boolean {
  const { problem, plain } = rows;
  const own = rows.current[r];
  const length = rows.length[own];
  const end = problem.slots.start[r] + rows.times.travel[own] + rows.times.stay[own];
  const room = problem.amounts.count > 0 ? problem.amounts.cap[r] - rows.content.amounts[own] : NEVER;
  rows.times.end[own] = end;
  rows.content.visitCount[own] = length;
  rows.isLaid[own] = 1;
  plain[own * 4] = problem.slots.latest[r] - end;
  plain[own * 4 + 1] = length < problem.slots.mostStops ? room : -1;
  plain[own * 4 + 2] = length;
  return length === 0 || (end <= problem.slots.latest[r] && room >= 0);
}
