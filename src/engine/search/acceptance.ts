/** Temperatures at which annealing begins and ends, in the unit of cost. */
export interface Temperatures {
  readonly hot: number;
  readonly cold: number;
}

/**
 * Simulated annealing with a threshold drawn from -T ln(u), as SISR has it. The temperature falls
 * geometrically with the share of work done, never with the clock.
 */
export class Annealing {
  readonly #hot: number;
  readonly #fall: number;
  #temperature: number;

  constructor({ hot, cold }: Temperatures) {
    this.#hot = Math.max(1, hot);
    this.#fall = Math.log(Math.max(0.001, cold) / this.#hot);
    this.#temperature = this.#hot;
  }

  /** Sets the temperature for a share of the work, 0 … 1. */
  cool(share: number): void {
    this.#temperature = this.#hot * Math.exp(this.#fall * share);
  }

  /** The cost below which a solution is taken in place of the current one. */
  limit(current: number, next: () => number): number {
    return current - this.#temperature * Math.log(next() + 1e-12);
  }
}
