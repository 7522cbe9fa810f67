import { assert } from '../../kernel/assert.ts';
import type { ProblemDraft } from './draft.ts';
import { NEVER, type Problem } from './layout.ts';
import type { TermsOf } from './terms-by-kind.ts';
import { csr, shared } from './shared.ts';
import type { Amount } from '../../terms/terms.ts';

type Packed = Pick<
  Problem,
  | 'amountCount'
  | 'amount'
  | 'amountCap'
  | 'levelStart'
  | 'levelOf'
  | 'levelSide'
  | 'levelLimit'
  | 'levelPrice'
  | 'easingAmount'
  | 'groupCount'
  | 'slotGroupStart'
  | 'slotGroups'
  | 'groupOf'
  | 'groupSide'
  | 'groupLimit'
  | 'groupPrice'
>;

/** Amounts that visits add to a slot or a group of slots, with their caps and prices. Duties add nothing. */
export function packAmounts({ slots }: ProblemDraft, seriesCount: number, terms: TermsOf): Packed {
  const tables: Int32Array[] = [];
  const indexOf = ({ per }: Amount) => {
    const known = tables.findIndex((table) => table === per || table.every((units, s) => units === per[s]));
    return known >= 0 ? known : tables.push(per) - 1;
  };
  const onSlots = terms('aggregate').flatMap((term) => (typeof term.of === 'string' ? [] : [{ ...term, of: indexOf(term.of) }]));
  const groups = terms('group').map((term) => ({ ...term, of: indexOf(term.of) }));
  const easing = [...new Set(terms('aggregate').flatMap(({ eased }) => (eased === undefined ? [] : [indexOf(eased.by)])))];
  assert(easing.length < 2, 'All limits that are eased share one amount.', { amounts: easing.length });

  const amount = shared(Int32Array, tables.length * seriesCount);
  tables.forEach((table, k) => amount.set(table, k * seriesCount));
  const amountCap = shared(Int32Array, slots.length * tables.length).fill(NEVER);
  for (const { slot, of, limit, price } of onSlots) {
    const at = slot * tables.length + of;
    if (price === Infinity) amountCap[at] = Math.min(amountCap[at] ?? NEVER, limit);
  }
  const levels = slots.map((_, slot) => onSlots.filter((term) => term.slot === slot && term.price !== Infinity));
  const groupsOf = slots.map((_, slot) => groups.flatMap((group, index) => (group.slots.includes(slot) ? [index] : [])));
  const sign = (side: 'above' | 'below') => (side === 'above' ? 1 : -1);
  return {
    amountCount: tables.length,
    amount,
    amountCap,
    levelStart: csr(levels.map(({ length }) => length)),
    levelOf: shared(
      Int32Array,
      levels.flat().map(({ of }) => of),
    ),
    levelSide: shared(
      Int8Array,
      levels.flat().map(({ side }) => sign(side)),
    ),
    levelLimit: shared(
      Int32Array,
      levels.flat().map(({ limit }) => limit),
    ),
    levelPrice: shared(
      Float64Array,
      levels.flat().map(({ price }) => price),
    ),
    easingAmount: easing[0] ?? -1,
    groupCount: groups.length,
    slotGroupStart: csr(groupsOf.map(({ length }) => length)),
    slotGroups: shared(Int32Array, groupsOf.flat()),
    groupOf: shared(
      Int32Array,
      groups.map(({ of }) => of),
    ),
    groupSide: shared(
      Int8Array,
      groups.map(({ side }) => sign(side)),
    ),
    groupLimit: shared(
      Int32Array,
      groups.map(({ limit }) => limit),
    ),
    groupPrice: shared(
      Float64Array,
      groups.map(({ price }) => price),
    ),
  };
}
