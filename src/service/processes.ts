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
const TIME_LIMIT = 60;

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

  /** Reads the body of a request for a plan. */
  check(body: Uint8Array): Promise<CheckReply> {
    const input: CheckTask = { body, limits: this.#limits.search };
    return this.#desks.run({ name: 'check', input, timeLimit: TIME_LIMIT });
  }

  /** Writes a plan in another format. */
  publish(input: PublishTask): Promise<PublishReply> {
    return this.#writers.run({ name: 'publish', input, timeLimit: TIME_LIMIT });
  }

  /** Scores a plan. */
  evaluate(body: Uint8Array): Promise<EvaluationReply> {
    const input: EvaluationTask = { body };
    return this.#desks.run({ name: 'evaluate', input, timeLimit: TIME_LIMIT });
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
