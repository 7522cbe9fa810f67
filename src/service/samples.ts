import type { PlanRecord } from './plan-record.ts';
import type { Planning } from './planning.ts';

/** A territory that the first page shows, with the request for its plan. */
export interface Sample {
  readonly name: string;
  readonly request: Uint8Array;
}

/** The territories of the start page. Each is planned when a caller opens it, and again once its plan is gone. */
export class Samples {
  readonly #planning: Planning;
  readonly #samples = new Map<string, Sample>();
  readonly #plans = new Map<string, Promise<PlanRecord>>();

  constructor(planning: Planning) {
    this.#planning = planning;
  }

  /** Their names, in the order in which they were added. */
  get names(): readonly string[] {
    return [...this.#samples.keys()];
  }

  add(sample: Sample): void {
    this.#samples.set(sample.name, sample);
  }

  /** The plan of a sample, requested now if need be; null where there is no such sample. */
  async plan(name: string): Promise<PlanRecord | null> {
    const sample = this.#samples.get(name);
    if (sample === undefined) return null;
    const earlier = await this.#plans.get(name);
    if (earlier !== undefined && this.#planning.all().includes(earlier)) return earlier;
    const requested = this.#planning.start(sample.request, null);
    this.#plans.set(name, requested);
    // Where there was no room, the next caller requests it again.
    requested.catch(() => this.#plans.delete(name));
    return requested;
  }
}
