import { END, FIRST, type Problem, TRAVEL, WORK } from '../problem/layout.ts';

/** Price of units beyond a limit, rounded to whole seconds; side 1 prices what is above it, -1 what is below. */
export function groupPrice(side: number, limit: number, price: number, units: number): number {
  const over = side * (units - limit);
  return over > 0 ? Math.round(over * price) : 0;
}

/** Price of one level of a slot at so many units of its amount. */
export const levelPrice = (problem: Problem, l: number, units: number): number =>
  groupPrice(problem.levelSide[l], problem.levelLimit[l], problem.levelPrice[l], units);

/** Prices of a slot that hang on its travel, work, end and first start. */
export function hingePrice(problem: Problem, r: number, travel: number, work: number, end: number, first: number): number {
  const { hingeStart, hingeOf, hingeLimit, hingePrice: price } = problem;
  let sum = 0;
  for (let h = hingeStart[r]; h < hingeStart[r + 1]; h++) {
    const of = hingeOf[h];
    const units = of === TRAVEL ? travel : of === WORK ? work : of === END ? end : of === FIRST ? first : 0;
    if (units > hingeLimit[h]) sum += Math.round((units - hingeLimit[h]) * price[h]);
  }
  return sum;
}

/** Prices of a slot's end above the limits that its visits raise by so many seconds, each up to its most. */
export function easedPrice(problem: Problem, r: number, end: number, ease: number): number {
  const { easedStart, easedLimit, easedMost, easedPrice: price } = problem;
  let sum = 0;
  for (let e = easedStart[r]; e < easedStart[r + 1]; e++) {
    const limit = easedLimit[e] + (ease < easedMost[e] ? ease : easedMost[e]);
    if (end > limit) sum += Math.round((end - limit) * price[e]);
  }
  return sum;
}
