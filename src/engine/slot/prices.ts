import { END, FIRST, type Problem, TRAVEL, WORK } from '../problem/layout.ts';

/** Price of units beyond a limit, rounded to whole seconds; side 1 prices what is above it, -1 what is below. */
export function groupPrice(side: number, limit: number, price: number, units: number): number {
  const over = side * (units - limit);
  return over > 0 ? Math.round(over * price) : 0;
}

/** Price of one level of a slot at so many units of its amount. */
export const levelPrice = (problem: Problem, l: number, units: number): number =>
  groupPrice(problem.prices.amounts.side[l], problem.prices.amounts.limit[l], problem.prices.amounts.price[l], units);

/** Prices of a slot that hang on its travel, work, end and first start. */
export function hingePrice(problem: Problem, r: number, travel: number, work: number, end: number, first: number): number {
  const { prices } = problem;
  let sum = 0;
  for (let h = prices.times.bySlot[r]; h < prices.times.bySlot[r + 1]; h++) {
    const of = prices.times.of[h];
    const units = of === TRAVEL ? travel : of === WORK ? work : of === END ? end : of === FIRST ? first : 0;
    if (units > prices.times.limit[h]) sum += Math.round((units - prices.times.limit[h]) * prices.times.price[h]);
  }
  return sum;
}

/** Prices of a slot's end above the limits that its visits raise by so many seconds, each up to its most. */
export function easedPrice(problem: Problem, r: number, end: number, ease: number): number {
  const { prices } = problem;
  let sum = 0;
  for (let e = prices.easedEnds.bySlot[r]; e < prices.easedEnds.bySlot[r + 1]; e++) {
    const limit = prices.easedEnds.limit[e] + (ease < prices.easedEnds.most[e] ? ease : prices.easedEnds.most[e]);
    if (end > limit) sum += Math.round((end - limit) * prices.easedEnds.price[e]);
  }
  return sum;
}
