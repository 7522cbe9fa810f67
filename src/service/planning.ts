import { randomUUID } from 'node:crypto';
import { type Finding, PlanningError } from '../kernel/finding.ts';
import { IdempotencyKeys } from './idempotency-keys.ts';
import type { EncodedPlan } from './encoded-plan.ts';
import type { PublishTask, SearchEnd, SearchReport } from './messages.ts';
import { isOutOfMemory } from './out-of-memory.ts';
import { PlanRecord, type PlanState, raised } from './plan-record.ts';
import { PlanShelf, type ShelfLimits } from './plan-shelf.ts';
import { FormatCache } from './format-cache.ts';
import { TaskTimedOut } from './process-messages.ts';
import { type Processes, type Search, TIME_LIMIT } from './processes.ts';
import { serviceErrors } from './errors.ts';

/** Limits of the service's work. */
export interface PlanningLimits {
  /** Plans searched at once. */
  readonly searches: number;
  /** Plans that may wait for a search. */
  readonly waiting: number;
  /** Bytes of all requests that are read, wait or are searched. */
  readonly waitingBytes: number;
  /** Heap of each process, for the finding when it is too small. */
  readonly megabytes: number;
  readonly shelf: ShelfLimits;
}

/** The end of a search, for the log and the metrics. */
export interface SearchRecord {
  readonly id: string;
  readonly state: PlanState;
  readonly seconds: number;
  /** The error behind a failure; never shown to callers. */
  readonly message?: string;
}

/** Plans that wait, are searched and are kept. */
export interface Load {
  readonly waiting: number;
  readonly searching: number;
  readonly kept: number;
  readonly keptBytes: number;
}

/** A format, a language, and the rep whose days to write. */
export type FormatRequest = Pick<PublishTask, 'extension' | 'language' | 'rep'>;

/** Milliseconds between two previews of a search. */
const PREVIEW_EVERY = 2000;
/** Longest wait of a caller for the first preview, in milliseconds. */
const LONGEST_WAIT = 1000;

/** Bytes of written formats that are kept, so that a caller who comes again gets them at once. */
const FORMAT_BYTES = 64e6;

interface Job {
  readonly record: PlanRecord;
  search: Search | null;
  previewedAt: number;
}

/** Accepts requests for plans, searches them in turn and keeps the plans, all in bounded memory. */
export class Planning {
  readonly #processes: Processes;
  readonly #limits: PlanningLimits;
  readonly #onEnd: (record: SearchRecord) => void;
  readonly #shelf: PlanShelf;
  readonly #keys = new IdempotencyKeys();
  readonly #formats = new FormatCache(FORMAT_BYTES);
  /** Plans that wait or are searched, in the order of their requests. */
  readonly #jobs = new Map<string, Job>();
  #reading = 0;
  #readingBytes = 0;
  #isClosing = false;
  /** Seconds of a search, on average of the latest. */
  #usualSeconds = 10;

  constructor(processes: Processes, limits: PlanningLimits, onEnd: (record: SearchRecord) => void) {
    this.#processes = processes;
    this.#limits = limits;
    this.#onEnd = onEnd;
    this.#shelf = new PlanShelf(limits.shelf);
  }

  /** Accepts a request or throws its findings. The same key and body give the same plan. The signal drops the request. */
  start(body: Uint8Array, key: string | null, signal?: AbortSignal): Promise<PlanRecord> {
    // Callers with the same key share one acceptance, which goes on when one of them leaves.
    return key === null ? this.#accept(body, signal) : this.#keys.once(key, body, () => this.#accept(body));
  }

  /** Scores a given plan, or throws the findings of the request. */
  async evaluate(body: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    const reply = await this.#read(body, 'Scoring the plan', () => this.#processes.evaluate(body, signal));
    if (!reply.ok) throw new PlanningError(reply.findings);
    return reply.document;
  }

  /** A requested plan; throws where there is none. */
  find(id: string): PlanRecord {
    const record = this.#shelf.get(id);
    if (record === null) throw new PlanningError([serviceErrors.planUnknown({ at: { file: 'path', pointer: '/id' }, value: id })]);
    return record;
  }

  /** All plans, in the order of their requests. */
  all(): readonly PlanRecord[] {
    return this.#shelf.all();
  }

  /** Requests the best plan so far while a search runs; waits a moment for the first one. */
  async preview(record: PlanRecord): Promise<void> {
    const job = this.#jobs.get(record.id);
    if (job === undefined || job.search === null) return;
    if (performance.now() - job.previewedAt > PREVIEW_EVERY) {
      job.previewedAt = performance.now();
      job.search.send({ type: 'show' });
    }
    const giveUp = AbortSignal.timeout(LONGEST_WAIT);
    const givenUp = raised(giveUp);
    while (record.facts.plan === null && !record.isEnded && !giveUp.aborted) await Promise.race([record.changed, givenUp]);
  }

  /** Writes a record's plan in a format, or throws the findings of the request. */
  async publish({ value }: PlanRecord, { hash, made }: EncodedPlan, format: FormatRequest, signal?: AbortSignal): Promise<Uint8Array> {
    const key = JSON.stringify([hash, format.extension, format.language, format.rep]);
    const write = async (giveUp: AbortSignal) => {
      const waiting = this.#processes.waitingFormats;
      if (waiting >= this.#limits.waiting) throw new PlanningError([serviceErrors.queueFull({ at: { file: 'request' }, waiting })]);
      const reply = await this.#bounded('Writing the plan', () => this.#processes.publish({ request: value, made, ...format }, giveUp));
      if (!reply.ok) throw new PlanningError(reply.findings);
      return reply.written;
    };
    return this.#formats.get(key, write, signal);
  }

  /** Runs a task; one that needs too much memory or time is a finding. */
  async #bounded<T>(task: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const limit = isOutOfMemory(error) ? `${this.#limits.megabytes} MB` : error instanceof TaskTimedOut ? `${TIME_LIMIT} s` : null;
      if (limit === null) throw error;
      throw new PlanningError([serviceErrors.taskTooHeavy({ at: { file: 'request' }, task, limit })]);
    }
  }

  /** Ends a search with the best plan so far, an urgent one without reasons for unserved visits. A plan that waits ends without a plan. */
  stop(record: PlanRecord, isUrgent = false): void {
    const job = this.#jobs.get(record.id);
    if (job === undefined) return;
    if (job.search === null) this.#end(job, { state: 'failed', findings: [cancelled()] });
    else job.search.send({ type: 'stop', isUrgent });
  }

  /** Number of plans searched before this one; 0 when it is searched or has ended. */
  ahead(record: PlanRecord): number {
    const job = this.#jobs.get(record.id);
    return job === undefined || job.search !== null ? 0 : [...this.#jobs.values()].indexOf(job);
  }

  get load(): Load {
    const searching = this.#searching;
    const kept = this.#shelf.all().filter(({ isEnded }) => isEnded).length;
    return { waiting: this.#jobs.size - searching, searching, kept, keptBytes: this.#shelf.bytes };
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Whole seconds until there may be room again. */
  get retryAfter(): number {
    const rounds = (this.#jobs.size + this.#reading + 1) / this.#limits.searches;
    return Math.min(120, Math.max(1, Math.ceil((this.#usualSeconds * rounds) / 2)));
  }

  /** Accepts nothing more, stops all searches with their best plans, and waits for them until the signal. */
  async close(giveUp: AbortSignal): Promise<void> {
    this.#isClosing = true;
    const open = [...this.#jobs.values()].map(({ record }) => record);
    for (const record of open) this.stop(record, true);
    await Promise.all(open.map((record) => record.ended(giveUp)));
    for (const job of this.#jobs.values()) this.#end(job, { state: 'failed', findings: [cancelled()] });
    await this.#processes.close();
  }

  async #accept(body: Uint8Array, signal?: AbortSignal): Promise<PlanRecord> {
    const reply = await this.#read(body, 'Reading the request', () => this.#processes.check(body, signal));
    if (!reply.ok) throw new PlanningError(reply.findings);
    const { facts, reps, request } = reply;
    const record = new PlanRecord({ id: randomUUID(), request: facts, reps, requestedAt: Temporal.Now.instant(), value: request });
    this.#shelf.put(record);
    this.#jobs.set(record.id, { record, search: null, previewedAt: Number.NEGATIVE_INFINITY });
    this.#begin();
    return record;
  }

  /** Counts a body while a process reads it, if there is room. */
  async #read<T>(body: Uint8Array, task: string, read: () => Promise<T>): Promise<T> {
    this.#refuseWhenFull(body.byteLength);
    this.#reading++;
    this.#readingBytes += body.byteLength;
    try {
      return await this.#bounded(task, read);
    } finally {
      this.#reading--;
      this.#readingBytes -= body.byteLength;
    }
  }

  #refuseWhenFull(bytes: number): void {
    const at = { file: 'request' };
    if (this.#isClosing) throw new PlanningError([serviceErrors.serviceClosing({ at })]);
    const waiting = this.#jobs.size - this.#searching + this.#reading;
    const held = [...this.#jobs.values()].reduce((sum, job) => sum + job.record.value.byteLength, this.#readingBytes);
    const isFull = waiting >= this.#limits.waiting || (waiting > 0 && held + bytes > this.#limits.waitingBytes);
    if (isFull) throw new PlanningError([serviceErrors.queueFull({ at, waiting })]);
  }

  get #searching(): number {
    return [...this.#jobs.values()].filter(({ search }) => search !== null).length;
  }

  /** Starts searches while there are processes for them. */
  #begin(): void {
    if (this.#isClosing) return;
    const free = this.#limits.searches - this.#searching;
    const waiting = [...this.#jobs.values()].filter(({ search }) => search === null);
    for (const job of waiting.slice(0, Math.max(0, free))) this.#search(job);
  }

  #search(job: Job): void {
    const { record } = job;
    job.search = this.#processes.search({ id: record.id, request: record.value }, (report) => noteReport(record, report));
    record.change({ state: 'solving', startedAt: Temporal.Now.instant() });
    void this.#await(job, job.search);
  }

  async #await(job: Job, search: Search): Promise<void> {
    const end = await search.ended;
    this.#end(job, this.#changesOf(end), end.type === 'failed' ? end.message : undefined);
  }

  #changesOf(end: SearchEnd): Parameters<PlanRecord['change']>[0] {
    const at = { file: 'request' };
    switch (end.type) {
      case 'plan':
        return { state: end.outcome, plan: end.plan, progress: { share: 1, cost: end.cost, unserved: end.unserved } };
      case 'refused':
        return { state: 'failed', plan: null, findings: end.findings };
      case 'failed':
        return { state: 'failed', plan: null, findings: [end.isMemory ? this.#outOfMemory() : serviceErrors.searchFailed({ at })] };
    }
  }

  #outOfMemory(): Finding {
    const { megabytes } = this.#limits;
    return serviceErrors.searchOutOfMemory({ at: { file: 'request' }, megabytes });
  }

  #end({ record }: Job, changes: Parameters<PlanRecord['change']>[0], message?: string): void {
    if (!this.#jobs.delete(record.id)) return;
    const endedAt = Temporal.Now.instant();
    record.change({ ...changes, endedAt });
    const { state, startedAt } = record.facts;
    const seconds = startedAt === null ? 0 : endedAt.since(startedAt).total({ unit: 'seconds' });
    if (startedAt !== null) this.#usualSeconds = 0.8 * this.#usualSeconds + 0.2 * seconds;
    this.#onEnd({ id: record.id, state, seconds, ...(message === undefined ? {} : { message }) });
    // A plan that failed is planned anew when its request comes again with the same key.
    if (state === 'failed') this.#keys.forget(record.id);
    for (const gone of this.#shelf.tidy()) this.#keys.forget(gone);
    this.#begin();
  }
}

const cancelled = (): Finding => serviceErrors.searchCancelled({ at: { file: 'request' } });

function noteReport(record: PlanRecord, report: SearchReport): void {
  if (record.isEnded) return;
  if (report.type === 'progress') {
    const { cost, unserved, share } = report;
    record.change({ progress: { cost, unserved, share } });
  } else if (report.plan !== null) record.change({ plan: report.plan });
}
