import type { Problem } from '../../problem/layout.ts';
import type { Temperatures } from './acceptance.ts';
import type { Tours } from '../state/tours.ts';

/** Hot: shares of the travel of a series, of the price of visits that the first solution left out, and of the dearest price of one visit. */
const HOT = { travel: 0.45, bank: 0.3, price: 4 };
/** Cold: shares of the same, so low that only small losses are accepted. */
const COLD = { travel: 0.004, bank: 0.003, price: 0.004 };

/**
 * Temperatures from the problem and a first solution: from travel and prices of visits without a place, on average of a
 * series, and from the dearest price that one visit can save or cost, since moves between days, lines and minimums cost
 * as much as that and not as little as travel.
 */
export function temperaturesOf({ total, servedCost, problem, rows: { current, times } }: Tours): Temperatures {
  let sum = 0;
  for (let r = 0; r < problem.slots.count; r++) sum += times.travel[current[r]];
  const travel = sum / Math.max(1, problem.series.count);
  const bank = (total - servedCost) / Math.max(1, problem.series.count);
  const price = dearestOfVisit(problem);
  const at = (shares: typeof HOT) => shares.travel * travel + shares.bank * bank + shares.price * price;
  return { hot: at(HOT), cold: at(COLD) };
}

/** How far, 0 … 1, a search that starts from a given solution is cooled from the beginning. */
const COOLED = 0.6;

/** Temperatures for a search that starts from a good solution: one that is too hot loses what is good about it. */
export const warm = ({ hot, cold }: Temperatures): Temperatures => ({ hot: Math.min(hot, hot * (cold / hot) ** COOLED), cold });

function dearestOfVisit(problem: Problem): number {
  const { series, amounts, prices, lines, calendar } = problem;
  const { of, price: perUnit } = prices.amounts;
  let dearest = lines.price;
  for (let e = 0; e < of.length; e++) {
    let most = 0;
    for (let s = 0; s < series.count; s++) most = Math.max(most, amounts.perVisit[of[e] * series.count + s]);
    dearest = Math.max(dearest, most * perUnit[e]);
  }
  for (const all of [calendar.weekdayPrice, calendar.repPrice, calendar.phases.price])
    for (const price of all) dearest = Math.max(dearest, price);
  return dearest;
}
