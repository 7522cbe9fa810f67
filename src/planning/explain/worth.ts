import { NEVER, type Solution, hasWays } from '../../engine/problem/layout.ts';
import { Insertion } from '../../engine/search/state/insertion.ts';
import { Tours } from '../../engine/search/state/tours.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import type { Effort } from './effort.ts';

/** A place for a visit on a planned day, and by how much the cost of the plan rises with it there. */
export interface Rise {
  readonly slot: number;
  readonly position: number;
  readonly rise: number;
}

/** Slots with a choice of ways on each of whose positions a visit is evaluated: of those on which insertion finds a place, and of others. */
const MOST_EXACT = { judged: 1, hidden: 2 };

/** Places of a visit that are kept. */
const MOST_PLACES = 3;

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
    let least: number | null = null;
    for (const slot of slots) {
      const { rise } = this.#probe(visit, slot);
      if (rise < (least ?? Infinity)) least = rise;
    }
    return least;
  }

  /**
   * The cheapest places of a visit on some slots. Where legs have a choice of ways, insertion keeps those of the other legs and
   * judges places too dear at times, or impossible: there the best slots are evaluated position by position.
   */
  places(visit: number, slots: Iterable<number>): readonly Rise[] {
    const { problem } = this.#compiled;
    const judged = Array.from(slots, (slot) => this.#probe(visit, slot)).toSorted((a, b) => a.rise - b.rise);
    const withWays = judged.filter(({ slot }) => hasWays(problem, slot));
    const exact = [
      ...withWays.filter(({ rise }) => rise < Infinity).slice(0, MOST_EXACT.judged),
      ...withWays.filter(({ rise }) => rise === Infinity).slice(0, MOST_EXACT.hidden),
    ].flatMap(({ slot }) => {
      const positions = Array.from({ length: (this.#slots[slot] ?? []).length + 1 }, (_, i) => i + 1);
      return positions.map((position) => ({ slot, position, rise: this.riseAt(visit, { slot, position }) }));
    });
    return [...judged, ...exact]
      .filter(({ rise }) => rise < Infinity)
      .toSorted((a, b) => a.rise - b.rise)
      .slice(0, MOST_PLACES);
  }

  /** By how much the cost would rise with a visit at a place; Infinity where it cannot be. */
  riseAt(visit: number, { slot, position }: Pick<Rise, 'slot' | 'position'>): number {
    const { tours } = this.#load();
    this.#effort.add(100 * (1 + (this.#slots[slot] ?? []).length));
    const before = tours.total;
    const rise = tours.tryPut(visit, slot, position) ? tours.total - before : Infinity;
    tours.undo();
    return rise;
  }

  /** The position on a slot that insertion judges best, with its rise; Infinity for none. */
  #probe(visit: number, slot: number): Rise {
    const { tours, insertion } = this.#load();
    this.#effort.add(50 * (1 + (this.#slots[slot] ?? []).length));
    const isPossible = insertion.probe(this.#compiled.problem.visits.series[visit] ?? 0, slot) < NEVER;
    const { position } = insertion;
    if (!isPossible) return { slot, position, rise: Infinity };
    const before = tours.total;
    tours.put(visit, slot, position);
    tours.settle();
    const rise = tours.total - before;
    tours.undo();
    return { slot, position, rise };
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
