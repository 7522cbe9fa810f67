import type { AggregateTerm } from '../../terms/terms.ts';
import { type AllSeries, NEVER, type Opening, type Slots } from './layout.ts';
import { byRow, ints, shared } from './shared.ts';
import type { TermsOf } from './sort-terms.ts';
import type { Unpacked } from './unpacked.ts';

/** Rep-days with their hard limits. */
export function packSlots(unpacked: Unpacked, allSeries: AllSeries, opening: Opening): Omit<Slots, 'mostStops'> {
  const { draft, terms } = unpacked;
  const { slots } = draft;
  const days = byRow(draft.dayCount, Array.from(slots.keys()), (slot) => slots[slot]?.day ?? -1);
  return {
    count: slots.length,
    day: ints(slots, ({ day }) => day),
    rep: ints(slots, ({ rep }) => rep),
    legClass: ints(slots, ({ legClass }) => legClass),
    from: ints(slots, ({ from }) => from),
    to: ints(slots, ({ to }) => to),
    start: ints(slots, ({ start }) => start),
    latest: capOf(slots.length, terms('aggregate'), 'end'),
    restBy: ints(slots, ({ restBy = NEVER }) => restBy),
    firstCap: capOf(slots.length, terms('aggregate'), 'first'),
    travelCap: capOf(slots.length, terms('aggregate'), 'travel'),
    workCap: capOf(slots.length, terms('aggregate'), 'work'),
    openingPrice: openingPrices(slots.length, terms),
    twins: ints(slots, ({ twins }) => twins),
    labelled: labelled(unpacked, allSeries, opening),
    byDay: days.starts,
    ofDay: shared(Int32Array, days.entries),
  };
}

function capOf(slotCount: number, terms: readonly AggregateTerm[], aggregate: 'end' | 'first' | 'travel' | 'work'): Int32Array {
  const caps = shared(Int32Array, slotCount).fill(NEVER);
  for (const { slot, of, price, limit } of terms) {
    if (of === aggregate && price === Infinity) caps[slot] = Math.min(caps[slot] ?? NEVER, limit);
  }
  return caps;
}

function openingPrices(slotCount: number, terms: TermsOf): Int32Array {
  const prices = shared(Int32Array, slotCount);
  for (const { slot, price } of terms('opening')) prices[slot] = (prices[slot] ?? 0) + price;
  return prices;
}

function labelled({ draft, terms }: Unpacked, { orderPrice }: AllSeries, { windowSet, hasAgreed }: Opening): Uint8Array {
  const { slots, dayCount, legClasses } = draft;
  const isOrdered = orderPrice.some((price) => price > 0);
  const busy = new Set(terms('activity').map(({ slot }) => slot));
  const splitDays = new Set(Array.from(windowSet, (set, cell) => (set >= 0 ? cell % dayCount : -1)));
  return shared(
    Uint8Array,
    slots.map(({ day, legClass }, slot) => {
      const hasChoice = (legClasses[legClass]?.ways ?? null) !== null;
      return isOrdered || hasChoice || busy.has(slot) || splitDays.has(day) || hasAgreed[day] === 1 ? 1 : 0;
    }),
  );
}
