import type { LegClass, ProblemDraft } from './draft.ts';
import { FAR, type Legs } from './layout.ts';
import { shared } from './shared.ts';

/** Legs, class after class. */
export function packLegs(draft: ProblemDraft): Legs {
  const time = stack(draft, ({ time: own }) => own);
  const isPriced = draft.legClasses.some(({ price, ways }) => price !== null || ways !== null);
  return { time, cost: isPriced ? stack(draft, costOf) : time };
}

function stack({ legClasses, placeCount }: ProblemDraft, of: (legs: LegClass) => Int32Array): Int32Array {
  const size = placeCount * placeCount;
  const stacked = shared(Int32Array, legClasses.length * size);
  legClasses.forEach((legs, index) => stacked.set(of(legs), index * size));
  return stacked;
}

const costOf = ({ time, price }: LegClass): Int32Array =>
  price === null ? time : time.map((seconds, leg) => (seconds === FAR ? FAR : seconds + (price[leg] ?? 0)));
