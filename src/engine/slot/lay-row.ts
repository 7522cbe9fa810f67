import { hasWays } from '../problem/layout.ts';
import { insertIntoPlainRow, layPlainRow } from './plain-row.ts';
import { priceOfAmount } from './prices.ts';
import { addToContent, clearContent, copyContent } from './row-content.ts';
import type { Rows } from './rows.ts';
import { copyWays } from './ways/kept-ways.ts';
import { insertKept, insertLabelled, insertSimple, scheduleKept, scheduleLabelled, scheduleSimple } from './schedule-row.ts';

/** Computes the current row of a slot anew from its stops; false when it breaks a window, a limit or a forbidden leg. */
export function layRow(rows: Rows, r: number): boolean {
  if (isPlain(rows, r)) return layPlainRow(rows, r);
  layContent(rows, r);
  return schedule(rows, r);
}

function layContent(rows: Rows, r: number): void {
  const { problem, current, width, length, visitAt } = rows;
  const row = current[r];
  clearContent(rows, row);
  for (let i = row * width + 1, last = i + length[row]; i < last; i++) addToContent(rows, row, r, problem.visits.series[visitAt[i]]);
}

/** The same after a stop was put into the row's sequence at a position. */
export function layInserted(rows: Rows, r: number, position: number): boolean {
  const { problem, current, width, isLaid, visitAt } = rows;
  const row = current[r];
  const wasLaid = isLaid[row] === 1;
  if (isPlain(rows, r)) return wasLaid ? insertIntoPlainRow(rows, r, position) : layPlainRow(rows, r);
  addToContent(rows, row, r, problem.visits.series[visitAt[row * width + position]]);
  if (hasWays(problem, r)) {
    isLaid[row] = 1;
    return insertKept(rows, r, position, wasLaid);
  }
  if (!wasLaid) return schedule(rows, r);
  return problem.slots.labelled[r] === 0 ? insertSimple(rows, r, position) : insertLabelled(rows, r, position);
}

/** The same after stops left the row's sequence; ways are kept where that is possible. */
export function layShortened(rows: Rows, r: number): boolean {
  if (isPlain(rows, r)) return layPlainRow(rows, r);
  const { problem, current, length, isLaid } = rows;
  const row = current[r];
  layContent(rows, r);
  if (!hasWays(problem, r) || length[row] === 0) return schedule(rows, r);
  isLaid[row] = 1;
  return scheduleKept(rows, r) || schedule(rows, r);
}

/** Makes the other row of a slot the current one, with the same stops; it is not laid yet. */
export function flipRow(rows: Rows, r: number): void {
  const { current, width, length, visitAt, isLaid } = rows;
  const from = current[r];
  const to = from ^ 1;
  current[r] = to;
  length[to] = length[from];
  for (let i = 1; i <= length[from]; i++) visitAt[to * width + i] = visitAt[from * width + i];
  if (hasWays(rows.problem, r)) copyWays(rows, from, to);
  copyContent(rows, from, to);
  isLaid[to] = 0;
}

/** What the current row of a slot costs, once laid. */
export function costOfRow({ problem, current, content, times }: Rows, r: number): number {
  const { slots, amounts, prices } = problem;
  const row = current[r];
  let cost = content.price[row] + times.legPrice[row] + times.timePrice[row];
  cost += times.end[row] - slots.start[r] - times.stay[row] - times.paused[row];
  for (let e = prices.amounts.bySlot[r]; e < prices.amounts.bySlot[r + 1]; e++) {
    cost += priceOfAmount(prices.amounts, e, content.amounts[row * amounts.count + prices.amounts.of[e]]);
  }
  return cost;
}

const isPlain = ({ problem, plainDay }: Rows, r: number): boolean => plainDay[problem.slots.day[r]] === 1;

function schedule(rows: Rows, r: number): boolean {
  rows.isLaid[rows.current[r]] = 1;
  return rows.problem.slots.labelled[r] === 1 ? scheduleLabelled(rows, r) : scheduleSimple(rows, r);
}
