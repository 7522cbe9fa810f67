import { FAR, type Problem } from '../../problem/layout.ts';
import type { Rows } from '../rows.ts';

/**
 * Keeps how stops are reached while others come and go, so that ways need to be chosen anew only where a solution is
 * worth it: a stop that is reached on foot stays so, from wherever the vehicle then stands. This is one of the choices
 * that there are, so the row costs no less than with the best one.
 */

/** Moves a stop that stays to another position of its row. */
export function moveStop({ visitAt, chosenWays: { away, rank } }: Rows, from: number, to: number): void {
  visitAt[to] = visitAt[from];
  if (away.length === 0) return;
  away[to] = away[from];
  rank[to] = rank[from];
}

/** Makes the ways of one row those of another with the same stops. */
export function copyWays({ chosenWays: { away, rank, vehicle, isKept }, width, length }: Rows, from: number, to: number): void {
  for (let i = 1; i <= length[from] + 1; i++) {
    away[to * width + i] = away[from * width + i];
    rank[to * width + i] = rank[from * width + i];
  }
  vehicle[to] = vehicle[from];
  isKept[to] = isKept[from];
}

/** Makes room for the ways to a stop that came in at a position. */
export function shiftWays({ chosenWays: { away, rank }, width, length, current }: Rows, r: number, position: number): void {
  const o = current[r] * width;
  for (let i = o + length[current[r]] + 1; i > o + position; i--) {
    away[i] = away[i - 1];
    rank[i] = rank[i - 1];
  }
  away[o + position] = 0;
  rank[o + position] = 0;
}

/** Lays the legs of a row by its kept ways; false where one of them is not open. */
export function layKeptWays(rows: Rows, r: number): boolean {
  const { legCost, legTime, times, chosenWays } = rows;
  const row = rows.current[r];
  const o = row * rows.width;
  const home = rows.length[row] + 1;
  chosenWays.isKept[row] = 1;
  if (!mendWays(rows, row)) return false;
  let travel = 0;
  let cost = 0;
  for (let i = 1; i <= home; i++) {
    if (!measureLeg(rows, r, i)) return false;
    travel += legTime[o + i];
    cost += legCost[o + i];
  }
  times.travel[row] = travel;
  times.legPrice[row] = cost - travel;
  return true;
}

/** Counts anew how far the vehicle is at each stop; false where it is too far. */
function mendWays({ problem, chosenWays, width, length }: Rows, row: number): boolean {
  const { away, rank, vehicle } = chosenWays;
  const { mostAway } = problem.ways;
  const o = row * width;
  const home = length[row] + 1;
  const isRidden = vehicle[row] >= 0;
  away[o] = 0;
  for (let i = o + 1; i <= o + home; i++) {
    if (!isRidden || i === o + home) away[i] = 0;
    else if (away[i] > 0) away[i] = away[i - 1] + 1;
    if (away[i] > mostAway) return false;
    if (isRidden && away[i] === 0 && away[i - 1] === 0) rank[i] = -1;
    else if (rank[i] < 0) rank[i] = 0;
  }
  return true;
}

/** Computes the leg to a position from how it is made; by the cheapest free way where that of its rank is not open. */
function measureLeg(rows: Rows, r: number, i: number): boolean {
  const { problem, placeAt, legCost, legTime, chosenWays, current, width } = rows;
  const { placeCount, ways, slots } = problem;
  const { away, rank, vehicle } = chosenWays;
  const row = current[r];
  const o = row * width;
  const size = placeCount * placeCount;
  const legClass = slots.legClass[r];
  const isRidden = vehicle[row] >= 0 && away[o + i] === 0;
  const parked = isRidden ? placeAt[o + i - 1 - away[o + i - 1]] : placeAt[o + i];
  let time = 0;
  let cost = 0;
  if (rank[o + i] >= 0) {
    const cheapest = ways.byClass[legClass] * size + placeAt[o + i - 1] * placeCount + parked;
    if (ways.freeCount[legClass] === 0) return false;
    let free = cheapest + rank[o + i] * size;
    if (rank[o + i] >= ways.freeCount[legClass] || ways.time[free] >= FAR) {
      rank[o + i] = 0;
      free = cheapest;
    }
    time = ways.time[free];
    cost = ways.cost[free];
  }
  if (isRidden) {
    const ridden = rideOf(problem, legClass, vehicle[row]) * size + parked * placeCount + placeAt[o + i];
    time += ways.time[ridden];
    cost += ways.cost[ridden];
  }
  legTime[o + i] = time;
  legCost[o + i] = cost;
  return time < FAR;
}

const rideOf = ({ ways }: Problem, legClass: number, vehicle: number): number =>
  ways.byClass[legClass] + ways.freeCount[legClass] + vehicle;
