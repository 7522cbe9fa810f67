import { type AllSeries, NEVER } from './layout.ts';
import { shared } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/** The prices of visits on slots. Most series have the same as others: those are kept once. */
export function packSlotPrices(unpacked: Unpacked): Pick<AllSeries, 'pricesFrom' | 'slotPrice'> {
  const slotCount = unpacked.draft.slots.length;
  const rows = new DistinctRows(slotCount);
  const pricesFrom = shared(
    Int32Array,
    Array.from(pricesOf(unpacked), (prices) => rows.indexOf(prices) * slotCount),
  );
  return { pricesFrom, slotPrice: rows.joined() };
}

/** The prices of each series in turn, in one array that is used again. A duty has one slot, where it costs nothing. */
function* pricesOf({ draft, series, firstDuty, duties, terms }: Unpacked): Generator<Int32Array> {
  const ofSeries = Map.groupBy(terms('slot'), (term) => term.series);
  const prices = new Int32Array(draft.slots.length);
  for (const s of series.keys()) {
    const duty = duties[s - firstDuty];
    prices.fill(duty === undefined ? 0 : NEVER);
    if (duty !== undefined) prices[duty.slot] = 0;
    else for (const { slot, price } of ofSeries.get(s) ?? []) prices[slot] = Math.min(NEVER, (prices[slot] ?? 0) + Math.min(NEVER, price));
    yield prices;
  }
}

/** Rows of numbers of which equal ones are kept once. */
class DistinctRows {
  readonly #width: number;
  readonly #rows: Int32Array[] = [];
  /** Rows by a hash of their numbers. */
  readonly #byHash = new Map<number, number[]>();

  constructor(width: number) {
    this.#width = width;
  }

  /** The index of a row, which is added where there is no equal one. */
  indexOf(row: Int32Array): number {
    const hash = row.reduce((sum, value) => Math.imul(sum ^ value, 16_777_619), 0);
    const alike = this.#byHash.get(hash) ?? [];
    const found = alike.find((index) => this.#rows[index]?.every((value, i) => value === row[i]));
    if (found !== undefined) return found;
    const index = this.#rows.push(row.slice()) - 1;
    this.#byHash.set(hash, [...alike, index]);
    return index;
  }

  joined(): Int32Array {
    const all = shared(Int32Array, this.#rows.length * this.#width);
    for (const [index, row] of this.#rows.entries()) all.set(row, index * this.#width);
    return all;
  }
}
