import type { ProblemDraft, WayTable } from './draft.ts';
import type { Ways } from './layout.ts';
import { csr, ints, shared } from './shared.ts';

/** Ways, leg class after leg class, free ones first. */
export function packWays({ legClasses, placeCount, mostAway }: ProblemDraft): Ways {
  const ways = legClasses.map((legs) => (legs.ways === null ? [] : [...legs.ways.free, ...legs.ways.rides]));
  const size = placeCount * placeCount;
  const stack = (of: (way: WayTable) => Int32Array) => {
    const stacked = shared(Int32Array, ways.flat().length * size);
    ways.flat().forEach((way, index) => stacked.set(of(way), index * size));
    return stacked;
  };
  return {
    mostAway,
    byClass: csr(ways.map(({ length }) => length)),
    freeCount: ints(legClasses, (legs) => legs.ways?.free.length ?? 0),
    time: stack(({ time }) => time),
    cost: stack(({ cost }) => cost),
  };
}
