import type { Problem } from '../../problem/layout.ts';
import type { Temperatures } from './acceptance.ts';
import type { Tours } from '../state/tours.ts';

/** Hot: shares of what a series' ways cost, of what the first solution left out, and of the dearest price at stake in one visit. */
const HOT = { ways: 0.45, bank: 0.3, price: 4 };
/** Cold: shares of the same at which only small gains still change hands. */
const COLD = { ways: 0.004, bank: 0.003, price: 0.004 };

/**
 * Temperatures from the data and a first solution: from the ways of a series and the prices of what found no room, on
 * average, and from the dearest price that one visit can earn or cost, since days, lines and minimums change hands
 * at such prices and not at those of ways.
 */
export function temperaturesOf({ total, servedCost, problem, rows: { current, times } }: Tours): Temperatures {
  let sum = 0;
  for (let r = 0; r < problem.slots.count; r++) sum += times.travel[current[r]];
  const ways = sum / Math.max(1, problem.series.count);
  const bank = (total - servedCost) / Math.max(1, problem.series.count);
  const price = dearestOfVisit(problem);
  const at = (shares: typeof HOT) => shares.ways * ways + shares.bank * bank + shares.price * price;
  return { hot: at(HOT), cold: at(COLD) };
}

function dearestOfVisit(problem: Problem): number {
  const { series, amounts, prices, lines, calendar } = problem;
  let dearest = lines.price;
  for (let l = 0; l < prices.amounts.of.length; l++) {
    let most = 0;
    for (let s = 0; s < series.count; s++) most = Math.max(most, amounts.perVisit[prices.amounts.of[l] * series.count + s]);
    dearest = Math.max(dearest, most * prices.amounts.price[l]);
  }
  for (const all of [calendar.weekdayPrice, calendar.repPrice, calendar.phases.price])
    for (const price of all) dearest = Math.max(dearest, price);
  return dearest;
}
