import { NEVER, type Solution } from '../../engine/problem/layout.ts';
import { Insertion } from '../../engine/search/state/insertion.ts';
import { Tours } from '../../engine/search/state/tours.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import type { Effort } from './effort.ts';

/** A solution in the search's own state, which knows exactly what one more visit costs; made when first needed. */
export class Worth {
  readonly #compiled: CompiledProblem;
  readonly #slots: Solution['slots'];
  readonly #effort: Effort;
  #state: { readonly tours: Tours; readonly insertion: Insertion } | null = null;

  constructor(compiled: CompiledProblem, slots: Solution['slots'], effort: Effort) {
    this.#compiled = compiled;
    this.#slots = slots;
    this.#effort = effort;
  }

  /** By how much the cost of the plan would rise at least if a visit were made on one of some slots, its own price counted; null where the search could not put it there. */
  leastRise(visit: number, slots: Iterable<number>): number | null {
    const { tours, insertion } = this.#load();
    const s = this.#compiled.problem.visits.series[visit] ?? 0;
    const before = tours.total;
    let least: number | null = null;
    for (const r of slots) {
      this.#effort.add(50 * (1 + (this.#slots[r] ?? []).length));
      if (insertion.probe(s, r) >= NEVER) continue;
      tours.put(visit, r, insertion.position);
      tours.settle();
      const rise = tours.total - before;
      tours.undo();
      if (least === null || rise < least) least = rise;
    }
    return least;
  }

  #load() {
    if (this.#state === null) {
      const tours = new Tours(this.#compiled.problem);
      tours.load(this.#slots);
      tours.mark();
      this.#state = { tours, insertion: new Insertion(tours, null) };
      this.#effort.add(20_000);
    }
    return this.#state;
  }
}
