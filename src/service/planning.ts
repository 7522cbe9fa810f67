import { randomUUID } from 'node:crypto';
import { type Finding, PlanningError } from '../kernel/finding.ts';
import { serviceErrors } from '../kernel/service-errors.ts';
import { IdempotencyKeys } from './idempotency-keys.ts';
import type { EncodedPlan } from './encoded-plan.ts';
import type { Body, EvaluationReply, PublishTask } from './messages.ts';
import { isOutOfMemory } from './out-of-memory.ts';
import { PlanRecord, type PlanState, raised } from './plan-record.ts';
import { PlanShelf, type ShelfLimits } from './plan-shelf.ts';
import type { EndReport, Search, Threads, WayReport } from './threads.ts';

/** How much the service takes on. */
export interface PlanningLimits {
  /** Plans searched at once. */
  readonly searches: number;
  /** Plans that may wait for a search. */
  readonly waiting: number;
  /** Bytes of all requests that wait or are searched. */
  readonly waitingBytes: number;
  /** Heap of each thread, to be told when it does not do. */
  readonly megabytes: number;
  readonly shelf: ShelfLimits;
}

/** What became of a search, for the log and the metrics. */
export interface SearchEnd {
  readonly id: string;
  readonly state: PlanState;
  readonly seconds: number;
  /** What went wrong within; never shown to callers. */
  readonly message?: string;
}

/** How much is going on. */
export interface Load {
  readonly waiting: number;
  readonly searching: number;
  readonly kept: number;
  readonly keptBytes: number;
}

/** A format, a language, and whose days are wanted. */
export type PublishWish = Pick<PublishTask, 'extension' | 'language' | 'rep'>;

/** A look at a search is not repeated within this time, in milliseconds. */
const LOOK_EVERY = 2000;
/** The longest that a caller waits for a first look, in milliseconds. */
const LONGEST_LOOK = 1000;

interface Job {
  readonly record: PlanRecord;
  search: Search | null;
  lookedAt: number;
}

/** Takes requests for plans, searches them in turn, and keeps what is found; all of it in bounded memory. */
export class Planning {
  readonly #threads: Threads;
  readonly #limits: PlanningLimits;
  readonly #onEnd: (end: SearchEnd) => void;
  readonly #shelf: PlanShelf;
  readonly #keys = new IdempotencyKeys();
  /** Those that wait or are searched, in the order in which they were asked for. */
  readonly #jobs = new Map<string, Job>();
  #checking = 0;
  #checkingBytes = 0;
  #isClosing = false;
  /** Seconds that a search takes, on the average of late. */
  #usualSeconds = 10;

  constructor(threads: Threads, limits: PlanningLimits, onEnd: (end: SearchEnd) => void) {
    this.#threads = threads;
    this.#limits = limits;
    this.#onEnd = onEnd;
    this.#shelf = new PlanShelf(limits.shelf);
  }

  /** Accepts a request or throws all that is wrong with it. The same key and body give the same plan. */
  start(sent: Uint8Array, key: string | null): Promise<PlanRecord> {
    return key === null ? this.#accept(sent) : this.#keys.once(key, sent, () => this.#accept(sent));
  }

  /** Scores a plan that is given, or tells what is wrong with the request. */
  async evaluate(sent: Uint8Array): Promise<Uint8Array> {
    const reply = await this.#looking(this.#take(sent), (body): Promise<EvaluationReply> => this.#threads.evaluate(body));
    if (!reply.ok) throw new PlanningError(reply.findings);
    return reply.document;
  }

  /** A plan that was asked for; throws where there is none. */
  find(id: string): PlanRecord {
    const record = this.#shelf.get(id);
    if (record === null) throw new PlanningError([serviceErrors.planUnknown({ at: { file: 'path', pointer: '/id' }, value: id })]);
    return record;
  }

  /** All plans that are known of, in the order in which they were asked for. */
  all(): readonly PlanRecord[] {
    return this.#shelf.all();
  }

  /** Asks for the best plan so far, where a search goes on; waits for the first one a moment. */
  async look(record: PlanRecord): Promise<void> {
    const job = this.#jobs.get(record.id);
    if (job === undefined || job.search === null) return;
    if (performance.now() - job.lookedAt > LOOK_EVERY) {
      job.lookedAt = performance.now();
      job.search.steer({ type: 'show' });
    }
    const giveUp = AbortSignal.timeout(LONGEST_LOOK);
    const givenUp = raised(giveUp);
    while (record.facts.plan === null && !record.isEnded && !giveUp.aborted) await Promise.race([record.changed, givenUp]);
  }

  /** Writes a record's plan in a format; throws what is wrong with what is asked. */
  async publish({ body }: PlanRecord, plan: EncodedPlan, asked: PublishWish): Promise<Uint8Array> {
    const reply = await this.#threads.publish({ body, document: plan.document, ...asked });
    if (!reply.ok) throw new PlanningError(reply.findings);
    return reply.written;
  }

  /** Ends a search and keeps the best plan so far, in haste without the reasons for unserved visits. One that has not begun ends without a plan. */
  stop(record: PlanRecord, isHasty = false): void {
    const job = this.#jobs.get(record.id);
    if (job === undefined) return;
    if (job.search === null) this.#end(job, { state: 'failed', findings: [cancelled()] });
    else job.search.steer({ type: 'stop', isHasty });
  }

  /** How many plans are searched before this one, or with it; 0 when it is being searched or has ended. */
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

  /** Whole seconds after which there may be room again. */
  get retryAfter(): number {
    const rounds = (this.#jobs.size + this.#checking + 1) / this.#limits.searches;
    return Math.min(120, Math.max(1, Math.ceil((this.#usualSeconds * rounds) / 2)));
  }

  /** Takes nothing more, stops all searches with the best they have, and waits for them until the signal is raised. */
  async close(giveUp: AbortSignal): Promise<void> {
    this.#isClosing = true;
    const open = [...this.#jobs.values()].map(({ record }) => record);
    for (const record of open) this.stop(record, true);
    await Promise.all(open.map((record) => record.ended(giveUp)));
    for (const job of this.#jobs.values()) this.#end(job, { state: 'failed', findings: [cancelled()] });
    await this.#threads.close();
  }

  async #accept(sent: Uint8Array): Promise<PlanRecord> {
    const body = this.#take(sent);
    const reply = await this.#looking(body, () => this.#threads.check(body));
    if (!reply.ok) throw new PlanningError(reply.findings);
    const record = new PlanRecord({ id: randomUUID(), order: reply.facts, requestedAt: Temporal.Now.instant(), body });
    this.#shelf.put(record);
    this.#jobs.set(record.id, { record, search: null, lookedAt: Number.NEGATIVE_INFINITY });
    this.#begin();
    return record;
  }

  /** What is sent, in memory that all threads see, while there is room for it. */
  #take(sent: Uint8Array): Body {
    this.#refuseWhenFull(sent.length);
    const body = new SharedArrayBuffer(sent.length);
    new Uint8Array(body).set(sent);
    return body;
  }

  /** Counts a body as long as a thread looks at it. */
  async #looking<T>(body: Body, look: (body: Body) => Promise<T>): Promise<T> {
    this.#checking++;
    this.#checkingBytes += body.byteLength;
    try {
      return await look(body);
    } catch (error) {
      if (isOutOfMemory(error)) throw new PlanningError([this.#outOfMemory()]);
      throw error;
    } finally {
      this.#checking--;
      this.#checkingBytes -= body.byteLength;
    }
  }

  #refuseWhenFull(bytes: number): void {
    const at = { file: 'request' };
    if (this.#isClosing) throw new PlanningError([serviceErrors.closing({ at })]);
    const waiting = this.#jobs.size - this.#searching + this.#checking;
    const held = [...this.#jobs.values()].reduce((sum, job) => sum + job.record.body.byteLength, this.#checkingBytes);
    const isFull = waiting >= this.#limits.waiting || (waiting > 0 && held + bytes > this.#limits.waitingBytes);
    if (isFull) throw new PlanningError([serviceErrors.queueFull({ at, waiting })]);
  }

  get #searching(): number {
    return [...this.#jobs.values()].filter(({ search }) => search !== null).length;
  }

  /** Starts the searches that there are threads for. */
  #begin(): void {
    if (this.#isClosing) return;
    const free = this.#limits.searches - this.#searching;
    const waiting = [...this.#jobs.values()].filter(({ search }) => search === null);
    for (const job of waiting.slice(0, Math.max(0, free))) this.#search(job);
  }

  #search(job: Job): void {
    const { record } = job;
    job.search = this.#threads.search(record.id, record.body, (report) => hear(record, report));
    record.change({ state: 'solving', startedAt: Temporal.Now.instant() });
    void this.#await(job, job.search);
  }

  async #await(job: Job, search: Search): Promise<void> {
    const report = await search.ended;
    this.#end(job, this.#endOf(report), report.type === 'failed' ? report.message : undefined);
  }

  #endOf(report: EndReport): Parameters<PlanRecord['change']>[0] {
    const at = { file: 'request' };
    switch (report.type) {
      case 'end':
        return { state: report.outcome, plan: report.plan, progress: { share: 1, cost: report.cost, unserved: report.unserved } };
      case 'refused':
        return { state: 'failed', plan: null, findings: report.findings };
      case 'failed':
        return { state: 'failed', plan: null, findings: [report.isMemory ? this.#outOfMemory() : serviceErrors.searchFailed({ at })] };
    }
  }

  #outOfMemory(): Finding {
    const { megabytes } = this.#limits;
    return serviceErrors.searchOutOfMemory({ at: { file: 'request' }, megabytes });
  }

  #end({ record }: Job, known: Parameters<PlanRecord['change']>[0], message?: string): void {
    if (!this.#jobs.delete(record.id)) return;
    const endedAt = Temporal.Now.instant();
    record.change({ ...known, endedAt });
    const { state, startedAt } = record.facts;
    const seconds = startedAt === null ? 0 : endedAt.since(startedAt).total({ unit: 'seconds' });
    if (startedAt !== null) this.#usualSeconds = 0.8 * this.#usualSeconds + 0.2 * seconds;
    this.#onEnd({ id: record.id, state, seconds, ...(message === undefined ? {} : { message }) });
    for (const gone of this.#shelf.tidy()) this.#keys.forget(gone);
    this.#begin();
  }
}

const cancelled = (): Finding => serviceErrors.searchCancelled({ at: { file: 'request' } });

function hear(record: PlanRecord, report: WayReport): void {
  if (record.isEnded) return;
  if (report.type === 'progress') {
    const { cost, unserved, share } = report;
    record.change({ progress: { cost, unserved, share } });
  } else if (report.plan !== null) record.change({ plan: report.plan });
}
