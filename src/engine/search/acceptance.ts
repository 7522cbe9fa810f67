/** Start and end temperature, as shares of the cost of the ways per visit in the first solution. */
const HOT = 0.35;
const COLD = 0.00175;

/**
 * Simulated annealing with a threshold drawn from -T ln(u), as SISR has it. The temperature falls
 * geometrically with the share of work done, never with the clock.
 */
export class Annealing {
  readonly #hot: number;
  readonly #fall: number;
  #temperature: number;

  /** `scale` is what a typical visit's way costs. */
  constructor(scale: number) {
    this.#hot = Math.max(1, scale * HOT);
    this.#fall = Math.log(COLD / HOT);
    this.#temperature = this.#hot;
  }

  /** Sets the temperature for a share of the work, 0 … 1. */
  cool(share: number): void {
    this.#temperature = this.#hot * Math.exp(this.#fall * share);
  }

  /** Whether a cost is taken in place of the current one. */
  accepts(cost: number, current: number, next: () => number): boolean {
    return cost < current - this.#temperature * Math.log(next() + 1e-12);
  }
}
