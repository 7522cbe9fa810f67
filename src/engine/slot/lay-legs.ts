import { hasWays } from '../problem/layout.ts';
import { easeOfRow } from './row-content.ts';
import type { Rows } from './rows.ts';
import { layKeptWays } from './ways/kept-ways.ts';
import { WayChooser } from './ways/way-chooser.ts';

/** Computes places and legs of a row, and their sums; false where no ways keep windows and limits. */
export function layLegs(rows: Rows, r: number): boolean {
  laySums(rows, r);
  return rows.length[rows.current[r]] === 0 || !hasWays(rows.problem, r) || layWays(rows, r);
}

/** The same by the ways by which stops were reached before one came in or some left; false where there are none. */
export function layKeptLegs(rows: Rows, r: number): boolean {
  laySums(rows, r);
  return layKeptWays(rows, r);
}

/** Computes places and sums of a row, and its legs by the quickest and the cheapest of their ways. */
function laySums(rows: Rows, r: number): void {
  const { problem, placeAt, visitAt, legCost, legTime, times, chosenWays } = rows;
  const { placeCount, legs, series, visits, slots } = problem;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const matrix = slots.legClass[r] * placeCount * placeCount;
  let place = slots.from[r];
  let travel = 0;
  let cost = 0;
  let stay = 0;
  placeAt[o] = place;
  for (let i = 1; i <= length + 1; i++) {
    const s = i <= length ? visits.series[visitAt[o + i]] : -1;
    const next = s < 0 ? slots.to[r] : series.place[s];
    const leg = matrix + place * placeCount + next;
    placeAt[o + i] = next;
    legCost[o + i] = legs.cost[leg];
    legTime[o + i] = legs.time[leg];
    cost += legs.cost[leg];
    travel += legs.time[leg];
    if (s >= 0) stay += series.dwell[s];
    place = next;
  }
  if (length === 0) {
    // An unused slot costs nothing; a first visit then pays the legs out and back in full.
    legCost[o + 1] = 0;
    legTime[o + 1] = 0;
  }
  times.travel[row] = length > 0 ? travel : 0;
  times.legPrice[row] = length > 0 ? cost - travel : 0;
  times.stay[row] = stay;
  chosenWays.quickest[row] = travel;
  chosenWays.cheapest[row] = cost;
}

/** The same for a row that is laid but for a visit that came in at a position, where legs have no ways to choose from. */
export function insertLegs(rows: Rows, r: number, position: number): void {
  const { problem, placeAt, legCost, legTime, times, chosenWays, visitAt } = rows;
  const { placeCount, legs, series, visits, slots } = problem;
  const row = rows.current[r];
  const o = row * rows.width;
  const i = o + position;
  for (let j = o + rows.length[row] + 1; j > i; j--) {
    placeAt[j] = placeAt[j - 1];
    legCost[j] = legCost[j - 1];
    legTime[j] = legTime[j - 1];
  }
  const s = visits.series[visitAt[i]];
  const place = series.place[s];
  const matrix = slots.legClass[r] * placeCount * placeCount;
  const inward = matrix + placeAt[i - 1] * placeCount + place;
  const onward = matrix + place * placeCount + placeAt[i + 1];
  const detour = legs.cost[inward] + legs.cost[onward] - legCost[i + 1];
  const moved = legs.time[inward] + legs.time[onward] - legTime[i + 1];
  placeAt[i] = place;
  legCost[i] = legs.cost[inward];
  legTime[i] = legs.time[inward];
  legCost[i + 1] = legs.cost[onward];
  legTime[i + 1] = legs.time[onward];
  times.travel[row] += moved;
  times.legPrice[row] += detour - moved;
  times.stay[row] += series.dwell[s];
  chosenWays.quickest[row] = times.travel[row];
  chosenWays.cheapest[row] = times.travel[row] + times.legPrice[row];
}

/** Makes the legs of a row go by the ways that cost least. */
function layWays(rows: Rows, r: number): boolean {
  const { problem, visitAt, legCost, legTime, times, chosenWays } = rows;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const chooser = WayChooser.of(problem);
  if (!chooser.choose(r, visitAt, o + 1, length, easeOfRow(rows, row))) return false;
  let travel = 0;
  let cost = 0;
  for (let i = 1; i <= length + 1; i++) {
    legCost[o + i] = chooser.price[i];
    legTime[o + i] = chooser.time[i];
    chosenWays.away[o + i] = chooser.away[i];
    chosenWays.rank[o + i] = chooser.rank[i];
    cost += chooser.price[i];
    travel += chooser.time[i];
  }
  chosenWays.vehicle[row] = chooser.vehicle;
  times.travel[row] = travel;
  times.legPrice[row] = cost - travel;
  return true;
}
