import type { AggregateTerm, GroupTerm } from '../../terms/terms.ts';
import {
  type AmountPrices,
  END,
  type EasedEndPrices,
  FIRST,
  type GroupPrices,
  type Prices,
  TRAVEL,
  type TimePrices,
  WORK,
} from './layout.ts';
import type { AmountTable } from './pack-amounts.ts';
import { byRow, floats, ints, shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/** Prices of what slots, or groups of slots, exceed or fall short of. */
export function packPrices({ draft, terms }: Unpacked, amounts: AmountTable): Prices {
  const slotCount = draft.slots.length;
  const priced = terms('aggregate').filter(({ price }) => price !== Infinity);
  return {
    times: timePrices(slotCount, priced),
    easedEnds: easedEndPrices(slotCount, terms('aggregate'), amounts),
    amounts: amountPrices(slotCount, priced, amounts),
    groups: groupPrices(slotCount, terms('group'), amounts),
  };
}

const TIMES = { travel: TRAVEL, work: WORK, end: END, first: FIRST } as const;

function timePrices(slotCount: number, terms: readonly AggregateTerm[]): TimePrices {
  const priced = terms.flatMap(({ slot, of, limit, price, eased }) => {
    if (typeof of !== 'string' || eased !== undefined) return [];
    return [{ slot, of: TIMES[of], limit, price }];
  });
  const { starts, entries } = byRow(slotCount, priced, ({ slot }) => slot);
  return {
    bySlot: starts,
    of: shared(
      Uint8Array,
      entries.map(({ of }) => of),
    ),
    limit: ints(entries, ({ limit }) => limit),
    price: floats(entries, ({ price }) => price),
  };
}

function easedEndPrices(slotCount: number, terms: readonly AggregateTerm[], amounts: AmountTable): EasedEndPrices {
  const priced = terms.flatMap(({ slot, limit, price, eased }) =>
    eased === undefined ? [] : [{ slot, limit, price, most: eased.most, amount: amounts.indexOf(eased.by) }],
  );
  const { starts, entries } = byRow(slotCount, priced, ({ slot }) => slot);
  return {
    amount: priced[0]?.amount ?? -1,
    bySlot: starts,
    limit: ints(entries, ({ limit }) => limit),
    most: ints(entries, ({ most }) => most),
    price: floats(entries, ({ price }) => price),
  };
}

function amountPrices(slotCount: number, terms: readonly AggregateTerm[], amounts: AmountTable): AmountPrices {
  const priced = terms.flatMap(({ of, ...term }) => (typeof of === 'string' ? [] : [{ ...term, of: amounts.indexOf(of) }]));
  const { starts, entries } = byRow(slotCount, priced, ({ slot }) => slot);
  return {
    bySlot: starts,
    of: ints(entries, ({ of }) => of),
    side: sides(entries),
    limit: ints(entries, ({ limit }) => limit),
    price: floats(entries, ({ price }) => price),
  };
}

function groupPrices(slotCount: number, terms: readonly GroupTerm[], amounts: AmountTable): GroupPrices {
  const members = terms.flatMap(({ slots }, group) => Array.from(new Set(slots), (slot) => ({ slot, group })));
  const { starts, entries } = byRow(slotCount, members, ({ slot }) => slot);
  return {
    count: terms.length,
    bySlot: starts,
    ofSlot: ints(entries, ({ group }) => group),
    of: ints(terms, ({ of }) => amounts.indexOf(of)),
    side: sides(terms),
    limit: ints(terms, ({ limit }) => limit),
    price: floats(terms, ({ price }) => price),
  };
}

const sides = (terms: readonly { readonly side: 'above' | 'below' }[]): Int8Array =>
  shared(
    Int8Array,
    terms.map(({ side }) => (side === 'above' ? 1 : -1)),
  );
