import { type AmountPrices, END, FIRST, type Problem, TRAVEL, WORK } from '../problem/layout.ts';

/** Price of units beyond a limit, rounded to whole seconds; side 1 prices what is above it, -1 what is below. */
export function priceBeyond(side: number, limit: number, price: number, units: number): number {
  const over = side * (units - limit);
  return over > 0 ? Math.round(over * price) : 0;
}

/** The entry e of a slot's prices of amounts, at so many units. */
export const priceOfAmount = ({ side, limit, price }: AmountPrices, e: number, units: number): number =>
  priceBeyond(side[e], limit[e], price[e], units);

/** Change of that entry when units become more. Most entries are far from their limits and cost nothing. */
export function deltaOfAmount({ side, limit, price }: AmountPrices, e: number, now: number, more: number): number {
  const before = side[e] * (now - limit[e]);
  const after = before + side[e] * more;
  if (before <= 0 && after <= 0) return 0;
  return (after > 0 ? Math.round(after * price[e]) : 0) - (before > 0 ? Math.round(before * price[e]) : 0);
}

/** Prices of a slot's travel, work, end and first start. */
export function priceOfTimes({ prices: { times } }: Problem, r: number, travel: number, work: number, end: number, first: number): number {
  let sum = 0;
  for (let e = times.bySlot[r], last = times.bySlot[r + 1]; e < last; e++) {
    const of = times.of[e];
    const units = of === TRAVEL ? travel : of === WORK ? work : of === END ? end : of === FIRST ? first : 0;
    if (units > times.limit[e]) sum += Math.round((units - times.limit[e]) * times.price[e]);
  }
  return sum;
}

/** Prices of a slot's first start. */
export function priceOfFirst({ prices: { times } }: Problem, r: number, first: number): number {
  let sum = 0;
  for (let e = times.bySlot[r], last = times.bySlot[r + 1]; e < last; e++) {
    if (times.of[e] === FIRST && first > times.limit[e]) sum += Math.round((first - times.limit[e]) * times.price[e]);
  }
  return sum;
}

/** Prices of a slot's end above the limits that its visits raise by so many seconds, each up to its most. */
export function priceOfEasedEnd({ prices: { easedEnds } }: Problem, r: number, end: number, ease: number): number {
  let sum = 0;
  for (let e = easedEnds.bySlot[r], last = easedEnds.bySlot[r + 1]; e < last; e++) {
    const limit = easedEnds.limit[e] + (ease < easedEnds.most[e] ? ease : easedEnds.most[e]);
    if (end > limit) sum += Math.round((end - limit) * easedEnds.price[e]);
  }
  return sum;
}
