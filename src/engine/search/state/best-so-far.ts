import type { Problem, Solution } from '../../problem/layout.ts';
import type { Bank } from './bank.ts';
import type { Tours } from './tours.ts';

/** The best solution so far; copies only slots that changed since the last one. */
export class BestSoFar {
  cost = Infinity;
  /** [group] visits left out. */
  left: readonly number[] = [];
  readonly #slots: Int32Array[];
  readonly #version: Int32Array;

  constructor(tours: Tours) {
    this.#slots = Array.from(tours.rows.current, () => new Int32Array(0));
    this.#version = new Int32Array(tours.rows.current.length).fill(-1);
    tours.whenRenumbered(() => this.#version.fill(-1));
    this.take(tours);
  }

  /** Keeps the solution as it is now. */
  take({ problem, rows, total, bank, version }: Tours): void {
    const { length, width, current, visitAt } = rows;
    this.cost = total;
    this.left = leftByGroup(bank, problem);
    for (let r = 0; r < current.length; r++) {
      if (this.#version[r] === version[current[r]]) continue;
      this.#version[r] = version[current[r]];
      const first = current[r] * width + 1;
      this.#slots[r] = visitAt.slice(first, first + length[current[r]]);
    }
  }

  /** The best solution as plain data. */
  solution(): Solution {
    return { cost: this.cost, slots: this.#slots.map((visits) => [...visits]) };
  }
}

function leftByGroup({ size, visits: left }: Bank, { visits }: Problem): readonly number[] {
  const counts = [0, 0, 0];
  for (let i = 0; i < size; i++) counts[visits.group[left[i]]]++;
  return counts;
}
