import type { SearchLimits } from '../contract/service/plan-request.ts';
import type {
  CheckReply,
  CheckTask,
  EvaluationReply,
  EvaluationTask,
  PlanTask,
  PublishReply,
  PublishTask,
  SearchEnd,
  SearchMessage,
  SearchReport,
} from './messages.ts';
import { ProcessPool } from './process-pool.ts';
import { isOutOfMemory } from './out-of-memory.ts';

/** Numbers and limits of the service's worker processes. */
export interface ProcessLimits {
  /** Plans searched at once. */
  readonly searches: number;
  /** Threads of one search. */
  readonly workers: number;
  /** Heap of each process and of each search thread, in megabytes. */
  readonly megabytes: number;
  readonly search: SearchLimits;
}

/** A search that runs in a process. */
export interface Search {
  readonly send: (message: SearchMessage) => void;
  /** The end of the search, also of one whose process dies. */
  readonly ended: Promise<SearchEnd>;
}

/** Requests read, and plans scored, at the same time. */
const DESKS = 2;
/** Plans written in other formats at the same time. */
const WRITERS = 1;
/** Seconds after which reading, scoring or writing ends. */
export const TIME_LIMIT = 30;
/** JSON values of a body for each megabyte of heap: a value takes up to 250 bytes while it is read. */
const VALUES_PER_MEGABYTE = 4000;

/**
 * The processes that do what would keep the service from answering: reading bodies, searching, scoring, writing plans.
 * Searches and formats have processes of their own, so that requests are read meanwhile. A process that dies takes
 * its own task along and nothing else.
 */
export class Processes {
  readonly #limits: ProcessLimits;
  readonly #desks: ProcessPool;
  readonly #writers: ProcessPool;
  readonly #planners: ProcessPool;

  /** `module` serves the tasks `check`, `plan`, `evaluate` and `publish`. */
  constructor(module: URL, limits: ProcessLimits) {
    const { megabytes, searches } = limits;
    this.#limits = limits;
    this.#desks = new ProcessPool({ module, megabytes, size: DESKS });
    this.#writers = new ProcessPool({ module, megabytes, size: WRITERS });
    this.#planners = new ProcessPool({ module, megabytes, size: searches });
  }

  /** Reads the body of a request for a plan; the signal drops the task. */
  check(body: Uint8Array, signal?: AbortSignal): Promise<CheckReply> {
    const input: CheckTask = { body, limits: { ...this.#limits.search, values: this.#mostValues } };
    return this.#desks.run({ name: 'check', input, timeLimit: TIME_LIMIT, ...(signal && { signal }) });
  }

  /** Writes a plan in another format; the signal drops the task. */
  publish(input: PublishTask, signal?: AbortSignal): Promise<PublishReply> {
    return this.#writers.run({ name: 'publish', input, timeLimit: TIME_LIMIT, ...(signal && { signal }) });
  }

  /** Scores a plan; the signal drops the task. */
  evaluate(body: Uint8Array, signal?: AbortSignal): Promise<EvaluationReply> {
    const input: EvaluationTask = { body, mostValues: this.#mostValues };
    return this.#desks.run({ name: 'evaluate', input, timeLimit: TIME_LIMIT, ...(signal && { signal }) });
  }

  /** Formats that wait for a process. */
  get waitingFormats(): number {
    return this.#writers.waiting;
  }

  get #mostValues(): number {
    return Math.min(this.#limits.search.values, this.#limits.megabytes * VALUES_PER_MEGABYTE);
  }

  /** Starts a search. */
  search({ id, request }: Pick<PlanTask, 'id' | 'request'>, onReport: (report: SearchReport) => void): Search {
    const { workers, megabytes } = this.#limits;
    const input: PlanTask = { id, request, workers, megabytes };
    let send: Search['send'] = () => {};
    const ended = this.#planners
      .run<SearchEnd>({
        name: 'plan',
        input,
        // The pool passes reports on as they are.
        onReport: (report: SearchReport) => onReport(report),
        onStart: (deliver) => (send = deliver),
      })
      .catch((error: unknown): SearchEnd => ({ type: 'failed', isMemory: isOutOfMemory(error), message: String(error) }));
    return { send: (message) => send(message), ended };
  }

  /** Ends all processes at once. */
  async close(): Promise<void> {
    await Promise.all([this.#desks.close(), this.#writers.close(), this.#planners.close()]);
  }
}
