import type { Random } from '../../../../kernel/random.ts';
import type { Tours } from '../../state/tours.ts';
import { ruins } from './index.ts';
import { FREE, type Removal, type Ruin, type RuinOperator } from './ruin.ts';

/** Draws one of the ruins that support the problem, by weight. */
export class AnyRuin {
  readonly #random: Random;
  readonly #first: Ruin;
  readonly #others: readonly { readonly below: number; readonly ruin: Ruin }[];

  constructor(tours: Tours, random: Random, [first, ...others]: readonly [RuinOperator, ...RuinOperator[]] = ruins) {
    const supported = others.filter((other) => other.weight > 0 && other.supports(tours.problem));
    const total = supported.reduce((sum, { weight }) => sum + weight, first.weight);
    let below = 0;
    this.#random = random;
    this.#first = first.create(tours, random);
    this.#others = supported.map((operator) => {
      below += operator.weight / total;
      return { below, ruin: operator.create(tours, random) };
    });
  }

  /** Takes visits near a seed series out of the tours. */
  ruin(seed: number): Removal {
    if (this.#others.length > 0) {
      const drawn = this.#random.next();
      const other = this.#others.find(({ below }) => drawn < below);
      const removal = other === undefined ? null : other.ruin(seed);
      if (removal !== null) return removal;
    }
    return this.#first(seed) ?? FREE;
  }
}
