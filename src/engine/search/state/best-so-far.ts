import type { Solution } from '../../problem/layout.ts';
import type { Tours } from './tours.ts';

/** The best solution seen; takes over only the slots that changed since it last did. */
export class BestSoFar {
  cost = Infinity;
  unserved = 0;
  readonly #slots: Int32Array[];
  readonly #version: Int32Array;

  constructor(tours: Tours) {
    this.#slots = Array.from(tours.tables.row, () => new Int32Array(0));
    this.#version = new Int32Array(tours.tables.row.length).fill(-1);
    this.take(tours);
  }

  /** Remembers the solution as it is now. */
  take({ tables, total, bankSize }: Tours): void {
    const { row, length, seq, width, version } = tables;
    this.cost = total;
    this.unserved = bankSize;
    for (let r = 0; r < row.length; r++) {
      if (this.#version[r] === version[row[r]]) continue;
      this.#version[r] = version[row[r]];
      const first = row[r] * width + 1;
      this.#slots[r] = seq.slice(first, first + length[row[r]]);
    }
  }

  /** The best solution as plain data. */
  solution(): Solution {
    return { cost: this.cost, slots: this.#slots.map((visits) => [...visits]) };
  }
}
