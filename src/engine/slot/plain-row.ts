import { NEVER } from '../problem/layout.ts';
import type { Rows } from './rows.ts';

/**
 * Rows of plain days: sums of legs and stays are all that there is to compute, in one pass. Prices of times, lines
 * and groups stay 0. Both functions return false when a leg is forbidden, or the slot's end or its amount is exceeded.
 */

/** Computes a row anew from its visits. */
export function layPlainRow(rows: Rows, r: number): boolean {
  const { problem, visitAt, placeAt, legCost, times, content } = rows;
  const { placeCount, legs, series, visits, slots, amounts } = problem;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const matrix = slots.legClass[r] * placeCount * placeCount;
  let place = slots.from[r];
  let travel = 0;
  let stay = 0;
  let price = 0;
  let sum = 0;
  placeAt[o] = place;
  for (let i = o + 1; i <= o + length; i++) {
    const s = visits.series[visitAt[i]];
    const next = series.place[s];
    const leg = legs.cost[matrix + place * placeCount + next];
    placeAt[i] = next;
    legCost[i] = leg;
    travel += leg;
    stay += series.dwell[s];
    price += series.slotPrice[series.pricesFrom[s] + r];
    if (amounts.count > 0) sum += amounts.perVisit[s];
    place = next;
  }
  const home = slots.to[r];
  placeAt[o + length + 1] = home;
  // An unused slot costs nothing; a first visit then pays the legs out and back in full.
  legCost[o + length + 1] = length > 0 ? legs.cost[matrix + place * placeCount + home] : 0;
  times.travel[row] = travel + legCost[o + length + 1];
  times.stay[row] = stay;
  content.price[row] = price;
  if (amounts.count > 0) content.amounts[row] = sum;
  return closePlainRow(rows, r);
}

/** Takes in a visit that was just put into the row's sequence. */
export function insertIntoPlainRow(rows: Rows, r: number, position: number): boolean {
  const { problem, visitAt, placeAt, legCost, times, content } = rows;
  const { placeCount, legs, series, visits, slots, amounts } = problem;
  const row = rows.current[r];
  const i = row * rows.width + position;
  for (let j = row * rows.width + rows.length[row] + 1; j > i; j--) {
    placeAt[j] = placeAt[j - 1];
    legCost[j] = legCost[j - 1];
  }
  const s = visits.series[visitAt[i]];
  const place = series.place[s];
  const matrix = slots.legClass[r] * placeCount * placeCount;
  const inward = legs.cost[matrix + placeAt[i - 1] * placeCount + place];
  const onward = legs.cost[matrix + place * placeCount + placeAt[i + 1]];
  times.travel[row] += inward + onward - legCost[i + 1];
  placeAt[i] = place;
  legCost[i] = inward;
  legCost[i + 1] = onward;
  times.stay[row] += series.dwell[s];
  content.price[row] += series.slotPrice[series.pricesFrom[s] + r];
  if (amounts.count > 0) content.amounts[row] += amounts.perVisit[s];
  return closePlainRow(rows, r);
}

function closePlainRow(rows: Rows, r: number): boolean {
  const { problem, plain, times, content } = rows;
  const { slots, amounts } = problem;
  const row = rows.current[r];
  const length = rows.length[row];
  const end = slots.start[r] + times.travel[row] + times.stay[row];
  const left = slots.latest[r] - end;
  const room = amounts.count > 0 ? amounts.cap[r] - content.amounts[row] : NEVER;
  times.end[row] = end;
  content.visitCount[row] = length;
  rows.isLaid[row] = 1;
  plain[row * 4] = left;
  plain[row * 4 + 1] = length < slots.mostStops ? room : -1;
  plain[row * 4 + 2] = length;
  return length === 0 || (left >= 0 && room >= 0);
}
