import type { Finding } from '../kernel/finding.ts';
import type { EncodedPlan } from './encoded-plan.ts';
import type { Body, OrderFacts, Progress } from './messages.ts';

/** Where a plan stands: it waits for a thread, is searched, was searched to its end, was stopped with its best, or failed. */
export type PlanState = 'queued' | 'solving' | 'done' | 'stopped' | 'failed';

/** What is known of a plan that was asked for; `Planning` alone changes it. */
export interface PlanFacts {
  readonly state: PlanState;
  readonly startedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly progress: Progress;
  /** The plan, or the best so far that somebody asked for; null while there is none. */
  readonly plan: EncodedPlan | null;
  /** Why it failed. */
  readonly findings: readonly Finding[];
}

const ASKED: PlanFacts = {
  state: 'queued',
  startedAt: null,
  endedAt: null,
  progress: { cost: null, unserved: null, share: 0 },
  plan: null,
  findings: [],
};

/** A plan that was asked for, and what becomes of it. */
export class PlanRecord {
  readonly id: string;
  readonly order: OrderFacts;
  readonly requestedAt: Temporal.Instant;
  /** The request as it was sent; formats are written with what it says of the territory. */
  readonly body: Body;
  #facts = ASKED;
  #version = 0;
  #change = Promise.withResolvers<void>();

  constructor({ id, order, requestedAt, body }: Pick<PlanRecord, 'id' | 'order' | 'requestedAt' | 'body'>) {
    this.id = id;
    this.order = order;
    this.requestedAt = requestedAt;
    this.body = body;
  }

  get facts(): PlanFacts {
    return this.#facts;
  }

  /** Counts the changes that others are told of. */
  get version(): number {
    return this.#version;
  }

  /** Kept at the next change. */
  get changed(): Promise<void> {
    return this.#change.promise;
  }

  get isEnded(): boolean {
    return this.#facts.endedAt !== null;
  }

  /** Takes over what has become known, and tells whoever waits. */
  change(known: Partial<PlanFacts>): void {
    this.#facts = { ...this.#facts, ...known };
    this.#version++;
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }

  /** Waits for the end, or until the signal is raised. */
  async ended(giveUp: AbortSignal): Promise<void> {
    const givenUp = raised(giveUp);
    while (!this.isEnded && !giveUp.aborted) await Promise.race([this.changed, givenUp]);
  }
}

/** Kept when a signal is raised. */
export const raised = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
