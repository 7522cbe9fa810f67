import { randomUUID } from 'node:crypto';
import { type Finding, PlanningError } from '../kernel/finding.ts';
import { IdempotencyKeys } from './idempotency-keys.ts';
import type { EncodedPlan } from './encoded-plan.ts';
import type { CheckReply, PublishTask, SearchEnd, SearchReport } from './messages.ts';
import { isOutOfMemory } from './out-of-memory.ts';
import { PlanRecord, type PlanState, raised } from './plan-record.ts';
import { PlanShelf, type ShelfLimits } from './plan-shelf.ts';
import { FormatCache } from './format-cache.ts';
import { TaskTimedOut } from './process-messages.ts';
import { type LaneName, laneOfBody, laneOfPlan } from './lanes.ts';
import { type Processes, type Search, TIME_LIMIT, smallSearches } from './processes.ts';
import { type Job, NoRoom, SearchLane } from './search-lane.ts';
import { requestErrors } from '../contract/service/errors.ts';
import { serviceErrors } from './errors.ts';

/** Limits of the service's work. */
export interface PlanningLimits {
  /** Large plans searched at once. */
  readonly searches: number;
  /** Plans that may wait for a search, in each lane. */
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

/** Seconds after which a service that ends may have started again. */
const RESTART_SECONDS = 10;

/** Bytes of written formats that are kept, so that a caller who comes again gets them at once. */
const FORMAT_BYTES = 64e6;

/** Accepts requests for plans, searches them in turn and keeps the plans, all in bounded memory. */
export class Planning {
  readonly #processes: Processes;
  readonly #limits: PlanningLimits;
  readonly #onEnd: (record: SearchRecord) => void;
  readonly #shelf: PlanShelf;
  readonly #keys = new IdempotencyKeys();
  readonly #formats = new FormatCache(FORMAT_BYTES);
  readonly #lanes: Readonly<Record<LaneName, SearchLane>>;
  #isClosing = false;

  constructor(processes: Processes, limits: PlanningLimits, onEnd: (record: SearchRecord) => void) {
    this.#processes = processes;
    this.#limits = limits;
    this.#onEnd = onEnd;
    this.#shelf = new PlanShelf(limits.shelf);
    this.#lanes = { small: new SearchLane({ ...limits, searches: smallSearches(limits.searches) }, 1), large: new SearchLane(limits, 10) };
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
    const job = this.#jobOf(record);
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
      const lane = laneOfPlan(value.byteLength + made.byteLength);
      const waiting = this.#processes.waitingFormats(lane);
      if (waiting >= this.#limits.waiting) throw new NoRoom(serviceErrors.queueFull({ at: { file: 'request' }, waiting }), waiting / 2);
      const task = { request: value, made, ...format };
      const reply = await this.#bounded('Writing the plan', () => this.#processes.publish(task, lane, giveUp));
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
    const job = this.#jobOf(record);
    if (job === undefined) return;
    if (job.search === null) this.#end(job, { state: 'cancelled', findings: [cancelled()] });
    else job.search.send({ type: 'stop', isUrgent });
  }

  /** Number of plans searched before this one in its lane; 0 when it is searched or has ended. */
  ahead(record: PlanRecord): number {
    const job = this.#jobOf(record);
    return job === undefined ? 0 : Math.max(...this.#allLanes.map((lane) => lane.ahead(job)));
  }

  get load(): Load {
    const searching = this.#allLanes.reduce((sum, lane) => sum + lane.searching, 0);
    const kept = this.#shelf.all().filter(({ isEnded }) => isEnded).length;
    return { waiting: this.#jobs.length - searching, searching, kept, keptBytes: this.#shelf.bytes };
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Accepts nothing more, stops all searches with their best plans, and waits for them until the signal. */
  async close(giveUp: AbortSignal): Promise<void> {
    this.#isClosing = true;
    const open = this.#jobs.map(({ record }) => record);
    for (const record of open) this.stop(record, true);
    await Promise.all(open.map((record) => record.ended(giveUp)));
    for (const job of this.#jobs) this.#end(job, { state: 'cancelled', findings: [cancelled()] });
    await this.#processes.close();
  }

  async #accept(body: Uint8Array, signal?: AbortSignal): Promise<PlanRecord> {
    const reply = await this.#read(body, 'Reading the request', () => this.#check(body, signal));
    if (!reply.ok) throw new PlanningError(reply.findings);
    const { facts, reps, request, lane: name } = reply;
    const lane = this.#lanes[name];
    // A small body may request a long search, for which there may be no room.
    lane.refuseWhenFull(request.byteLength);
    const record = new PlanRecord({ id: randomUUID(), request: facts, reps, requestedAt: Temporal.Now.instant(), value: request });
    this.#shelf.put(record);
    lane.add({ record, search: null, previewedAt: Number.NEGATIVE_INFINITY });
    this.#begin();
    return record;
  }

  /** Reads a request; once more, with the plans of the shelf that it names, where it names some. */
  async #check(body: Uint8Array, signal?: AbortSignal): Promise<CheckReply> {
    const reply = await this.#processes.check(body, {}, signal);
    if (reply.ok) return reply;
    const named = reply.findings.flatMap(({ code, value }) => (code === requestErrors.earlierPlanUnknown.code ? [String(value)] : []));
    const kept = named.flatMap((id) => {
      const document = this.#shelf.get(id)?.facts.plan?.document;
      return document === undefined ? [] : [[id, document] as const];
    });
    return kept.length === 0 ? reply : this.#processes.check(body, Object.fromEntries(kept), signal);
  }

  /** Counts a body while a process reads it, if there is room. */
  #read<T>(body: Uint8Array, task: string, read: () => Promise<T>): Promise<T> {
    if (this.#isClosing) throw new NoRoom(serviceErrors.serviceClosing({ at: { file: 'request' } }), RESTART_SECONDS);
    const { byteLength } = body;
    return this.#lanes[laneOfBody(byteLength)].whileReading(byteLength, () => this.#bounded(task, read));
  }

  get #allLanes(): readonly SearchLane[] {
    return [this.#lanes.small, this.#lanes.large];
  }

  /** Plans that wait or are searched. */
  get #jobs(): readonly Job[] {
    return this.#allLanes.flatMap(({ jobs }) => jobs);
  }

  #jobOf({ id }: PlanRecord): Job | undefined {
    return this.#lanes.small.get(id) ?? this.#lanes.large.get(id);
  }

  /** Starts searches while there are processes for them. */
  #begin(): void {
    if (this.#isClosing) return;
    for (const name of ['small', 'large'] as const) for (const job of this.#lanes[name].next) this.#search(job, name);
  }

  #search(job: Job, lane: LaneName): void {
    const { record } = job;
    job.search = this.#processes.search({ id: record.id, request: record.value, lane }, (report) => noteReport(record, report));
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
        return { state: end.outcome, plan: end.plan, progress: { share: 1, cost: end.cost, left: end.left } };
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

  #end(job: Job, changes: Parameters<PlanRecord['change']>[0], message?: string): void {
    const lane = this.#allLanes.find((one) => one.remove(job));
    if (lane === undefined) return;
    const { record } = job;
    const endedAt = Temporal.Now.instant();
    record.change({ ...changes, endedAt });
    const { state, startedAt } = record.facts;
    const seconds = startedAt === null ? 0 : endedAt.since(startedAt).total({ unit: 'seconds' });
    if (startedAt !== null) lane.noteSeconds(seconds);
    this.#onEnd({ id: record.id, state, seconds, ...(message === undefined ? {} : { message }) });
    // A plan that failed or was cancelled is planned anew when its request comes again with the same key.
    if (state === 'failed' || state === 'cancelled') this.#keys.forget(record.id);
    for (const gone of this.#shelf.tidy()) this.#keys.forget(gone);
    this.#begin();
  }
}

const cancelled = (): Finding => serviceErrors.searchCancelled({ at: { file: 'request' } });

function noteReport(record: PlanRecord, report: SearchReport): void {
  if (record.isEnded) return;
  if (report.type === 'progress') {
    const { cost, left, share } = report;
    record.change({ progress: { cost, left, share } });
  } else if (report.plan !== null) record.change({ plan: report.plan });
}
