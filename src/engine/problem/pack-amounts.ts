import type { Amount } from '../../terms/terms.ts';
import { type Amounts, NEVER } from './layout.ts';
import { shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/** The different amounts that terms mention. */
export interface AmountTable {
  /** [k] units that a visit of each series adds, duties left out. */
  readonly perVisit: readonly Int32Array[];
  readonly indexOf: (amount: Amount) => number;
}

/** Numbers the amounts: those of slots first, then those of groups, then what raises limits. */
export function collectAmounts({ terms }: Unpacked): AmountTable {
  const perVisit: Int32Array[] = [];
  const find = ({ per }: Amount) => perVisit.findIndex((table) => table === per || table.every((units, s) => units === per[s]));
  const collect = (amount: Amount) => {
    if (find(amount) < 0) perVisit.push(amount.per);
  };
  for (const { of } of terms('aggregate')) if (typeof of !== 'string') collect(of);
  for (const { of } of terms('group')) collect(of);
  for (const { eased } of terms('aggregate')) if (eased !== undefined) collect(eased.by);
  return { perVisit, indexOf: find };
}

/** Amounts of visits, and their hard limits on slots. Duties add nothing. */
export function packAmounts({ draft: { slots }, series, terms }: Unpacked, { perVisit, indexOf }: AmountTable): Amounts {
  const table = shared(Int32Array, perVisit.length * series.length);
  perVisit.forEach((units, k) => table.set(units, k * series.length));
  const cap = shared(Int32Array, slots.length * perVisit.length).fill(NEVER);
  for (const { slot, of, limit, price } of terms('aggregate')) {
    if (typeof of === 'string' || price !== Infinity) continue;
    const at = slot * perVisit.length + indexOf(of);
    cap[at] = Math.min(cap[at] ?? NEVER, limit);
  }
  return { count: perVisit.length, perVisit: table, cap };
}
