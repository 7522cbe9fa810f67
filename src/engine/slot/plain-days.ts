import { NEVER, type Problem } from '../problem/layout.ts';

/** [d] 1 where all slots of a day are plain: neither windows nor breaks nor prices of times or counts bear on any of them. */
export function plainDays(problem: Problem): Uint8Array {
  const { slots, prices, amounts, lines, legs } = problem;
  const isBare = prices.groups.count === 0 && amounts.count <= 1 && lines.price === 0 && legs.cost === legs.time;
  const days = new Uint8Array(problem.dayCount).fill(isBare ? 1 : 0);
  for (let r = 0; r < slots.count; r++) if (!isBareSlot(problem, r) || !isAlwaysOpen(problem, r)) days[slots.day[r]] = 0;
  return days;
}

/** Whether a slot has neither breaks nor prices and limits of counts or times, but for its latest end. */
function isBareSlot({ slots, prices: { times, easedEnds, amounts } }: Problem, r: number): boolean {
  const isTimed = times.bySlot[r + 1] > times.bySlot[r] || easedEnds.bySlot[r + 1] > easedEnds.bySlot[r];
  const isPriced = isTimed || amounts.bySlot[r + 1] > amounts.bySlot[r] || slots.openingPrice[r] !== 0;
  const isCapped = slots.travelCap[r] < NEVER || slots.workCap[r] < NEVER || slots.firstCap[r] < NEVER;
  return slots.labelled[r] === 0 && !isPriced && !isCapped;
}

/** Whether all series that may come to a slot can be visited from its start to its end. */
function isAlwaysOpen({ dayCount, slots, series, opening }: Problem, r: number): boolean {
  for (let s = 0; s < series.count; s++) {
    const cell = s * dayCount + slots.day[r];
    const isOpen = opening.from[cell] <= slots.start[r] && opening.until[cell] >= slots.latest[r];
    if (!isOpen && series.slotPrice[series.pricesFrom[s] + r] < NEVER) return false;
  }
  return true;
}
