import type { Finding } from '../kernel/finding.ts';
import type { EncodedPlan } from './encoded-plan.ts';
import type { PlanningRequest } from '../contract/service/plan-request.ts';
import type { Progress, RequestFacts } from './messages.ts';
import type { ValueBytes } from './values.ts';

/** State of a plan: it waits for a search, is searched, is done, was stopped with its best, was cancelled before, or failed. */
export type PlanState = 'queued' | 'solving' | 'done' | 'stopped' | 'cancelled' | 'failed';

/** State and result of a requested plan; only `Planning` changes it. */
export interface PlanFacts {
  readonly state: PlanState;
  readonly startedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly progress: Progress;
  /** The plan, or the latest preview of it; null while there is none. */
  readonly plan: EncodedPlan | null;
  /** Why it failed or was cancelled. */
  readonly findings: readonly Finding[];
}

const AT_FIRST: PlanFacts = {
  state: 'queued',
  startedAt: null,
  endedAt: null,
  progress: { cost: null, left: null, share: 0 },
  plan: null,
  findings: [],
};

/** A requested plan from the request to its result. */
export class PlanRecord {
  readonly id: string;
  readonly request: RequestFacts;
  /** Ids of the territory's reps. */
  readonly reps: readonly string[];
  readonly requestedAt: Temporal.Instant;
  /** The request as a value, for the search and for the formats. */
  readonly value: ValueBytes<PlanningRequest>;
  #facts = AT_FIRST;
  #version = 0;
  #change = Promise.withResolvers<void>();

  constructor({ id, request, reps, requestedAt, value }: Pick<PlanRecord, 'id' | 'request' | 'reps' | 'requestedAt' | 'value'>) {
    this.id = id;
    this.request = request;
    this.reps = reps;
    this.requestedAt = requestedAt;
    this.value = value;
  }

  get facts(): PlanFacts {
    return this.#facts;
  }

  /** Number of changes so far. */
  get version(): number {
    return this.#version;
  }

  /** Resolves at the next change. */
  get changed(): Promise<void> {
    return this.#change.promise;
  }

  get isEnded(): boolean {
    return this.#facts.endedAt !== null;
  }

  /** Changes the facts and wakes everybody who waits. */
  change(changes: Partial<PlanFacts>): void {
    this.#facts = { ...this.#facts, ...changes };
    this.#version++;
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }

  /** Waits for the end, or for the signal. */
  async ended(giveUp: AbortSignal): Promise<void> {
    const givenUp = raised(giveUp);
    while (!this.isEnded && !giveUp.aborted) await Promise.race([this.changed, givenUp]);
  }
}

/** Resolves when a signal is raised. */
export const raised = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
