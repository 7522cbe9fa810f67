/** Temperatures at which annealing begins and ends, in the unit of cost. */
export interface Temperatures {
  readonly hot: number;
  readonly cold: number;
}

/**
 * Steps for each series in one cooling: after so many, small problems have come to rest and gain more by beginning
 * anew than by cooling on (measured on periodic instances of 50 to 250 customers).
 */
const STEPS_PER_SERIES = 6000;

/**
 * Simulated annealing with a threshold drawn from -T ln(u), as in SISR. The temperature falls
 * geometrically with the share of work done, never with the clock. Where there is work for several coolings, each
 * begins hot; the last begins as hot as its shorter time allows at the pace of the others.
 */
export class Annealing {
  readonly #hot: number;
  readonly #fall: number;
  readonly #cycle: number;
  #temperature: number;
  /** Start of this cooling: step, share of the work, and how far from hot it began, 0 … 1. */
  #firstStep = 0;
  #firstShare = 0;
  #from = 0;

  constructor({ hot, cold }: Temperatures, seriesCount: number) {
    this.#hot = Math.max(1, hot);
    this.#fall = Math.log(Math.max(0.001, cold) / this.#hot);
    this.#cycle = STEPS_PER_SERIES * Math.max(1, seriesCount);
    this.#temperature = this.#hot;
  }

  /** Sets the temperature for a step at which a share, 0 … 1, of the whole work is done; called with rising steps. */
  cool(step: number, share: number): void {
    let cooled = this.#cooledAt(step, share);
    if (cooled >= 1 && share < 1 && share > this.#firstShare) {
      const pace = (1 - this.#from) / (share - this.#firstShare);
      this.#firstStep = step;
      this.#firstShare = share;
      this.#from = Math.max(0, 1 - pace * (1 - share));
      cooled = this.#from;
    }
    this.#temperature = this.#hot * Math.exp(this.#fall * Math.min(1, cooled));
  }

  /** The share of this cooling that is done, 0 … 1: it ends with the work, or sooner. */
  #cooledAt(step: number, share: number): number {
    const done = (share - this.#firstShare) / (1 - this.#firstShare);
    return this.#from + Math.max((1 - this.#from) * done, (step - this.#firstStep) / this.#cycle);
  }

  /** The cost below which a solution is taken in place of the current one. */
  limit(current: number, next: () => number): number {
    return current - this.#temperature * Math.log(next() + 1e-12);
  }
}
