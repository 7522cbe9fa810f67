import type { StoredPlans } from '../contract/service/earlier-plans.ts';
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
import type { TravelSources } from '../domain/travel/travel-sources.ts';
import { type LaneName, laneOfBody } from './lanes.ts';
import { TaskTimedOut } from './process-messages.ts';
import { type PooledTask, ProcessPool } from './process-pool.ts';
import { isOutOfMemory } from './out-of-memory.ts';

/** Numbers and limits of the service's worker processes. */
export interface ProcessLimits {
  /** Large plans searched at once. */
  readonly searches: number;
  /** Threads of one search. */
  readonly workers: number;
  /** Heap of each process and of each search thread, in megabytes. */
  readonly megabytes: number;
  readonly search: SearchLimits;
  /** Where travel comes from; left out for estimates alone. */
  readonly sources?: TravelSources;
}

/** Small plans searched at the same time. */
export const smallSearches = (searches: number): number => Math.max(SMALL_PLANNERS, searches);

/** A search to start, and its lane. */
export interface SearchStart extends Pick<PlanTask, 'id' | 'request'> {
  readonly lane: LaneName;
}

/** A search that runs in a process. */
export interface Search {
  readonly send: (message: SearchMessage) => void;
  /** The end of the search, also of one whose process dies. */
  readonly ended: Promise<SearchEnd>;
}

/** Large requests read, and large plans scored, at the same time. */
const DESKS = 2;
/** Small bodies read and small plans written at the same time. */
const QUICK_DESKS = 2;
/** How much processes step back for the one that answers: those for large tasks further than those for small ones. */
const [SMALL_NICENESS, LARGE_NICENESS] = [2, 10];
/** Seconds after which a task is no longer small, whatever its size: it starts again among the large ones. */
const QUICK_LIMIT = 5;
/** Fewest small plans searched at the same time: each takes a moment. */
const SMALL_PLANNERS = 2;
/** Large plans written in other formats at the same time. */
const WRITERS = 1;
/** Seconds after which reading, scoring or writing ends. */
export const TIME_LIMIT = 30;
/** JSON values of a body for each megabyte of heap: a value takes up to 250 bytes while it is read. */
const VALUES_PER_MEGABYTE = 4000;

/**
 * The processes that do what would keep the service from answering: reading bodies, searching, scoring, writing plans.
 * Searches and formats have processes of their own, so that requests are read meanwhile; so has everything small, which
 * waits for nothing large. A process that dies takes its own task along and nothing else.
 */
export class Processes {
  readonly #limits: ProcessLimits;
  readonly #desks: ProcessPool;
  readonly #writers: ProcessPool;
  readonly #quick: ProcessPool;
  readonly #planners: Readonly<Record<LaneName, ProcessPool>>;

  /** `module` serves the tasks `check`, `plan`, `evaluate` and `publish`. */
  constructor(module: URL, limits: ProcessLimits) {
    const { megabytes, searches, sources } = limits;
    const args = sources === undefined ? [] : [JSON.stringify(sources)];
    this.#limits = limits;
    const small = { module, args, megabytes, niceness: SMALL_NICENESS };
    const large = { module, args, megabytes, niceness: LARGE_NICENESS };
    this.#desks = new ProcessPool({ ...large, size: DESKS });
    this.#writers = new ProcessPool({ ...large, size: WRITERS });
    this.#quick = new ProcessPool({ ...small, size: QUICK_DESKS });
    this.#planners = {
      small: new ProcessPool({ ...small, size: smallSearches(searches) }),
      large: new ProcessPool({ ...large, size: searches }),
    };
  }

  /** Reads the body of a request for a plan; the signal drops the task. */
  check(body: Uint8Array, stored: StoredPlans, signal?: AbortSignal): Promise<CheckReply> {
    const input: CheckTask = { body, limits: { ...this.#limits.search, values: this.#mostValues }, stored };
    return this.#run({ name: 'check', input, ...(signal && { signal }) }, laneOfBody(body.byteLength), this.#desks);
  }

  /** Writes a plan in another format; the signal drops the task. */
  publish(input: PublishTask, lane: LaneName, signal?: AbortSignal): Promise<PublishReply> {
    return this.#run({ name: 'publish', input, ...(signal && { signal }) }, lane, this.#writers);
  }

  /** Scores a plan; the signal drops the task. */
  evaluate(body: Uint8Array, signal?: AbortSignal): Promise<EvaluationReply> {
    const input: EvaluationTask = { body, mostValues: this.#mostValues };
    return this.#run({ name: 'evaluate', input, ...(signal && { signal }) }, laneOfBody(body.byteLength), this.#desks);
  }

  /** Tasks that a format of a lane would wait for. */
  waitingFormats(lane: LaneName): number {
    return lane === 'small' ? this.#quick.waiting : this.#writers.waiting;
  }

  get #mostValues(): number {
    return Math.min(this.#limits.search.values, this.#limits.megabytes * VALUES_PER_MEGABYTE);
  }

  /** Runs a task in the pool for large ones, or with the quick ones as long as it is quick. */
  async #run<T>(task: PooledTask, lane: LaneName, large: ProcessPool): Promise<T> {
    if (lane === 'small') {
      try {
        return await this.#quick.run<T>({ ...task, timeLimit: QUICK_LIMIT });
      } catch (error) {
        if (!(error instanceof TaskTimedOut)) throw error;
      }
    }
    return large.run({ ...task, timeLimit: TIME_LIMIT });
  }

  /** Starts a search. */
  search({ id, request, lane }: SearchStart, onReport: (report: SearchReport) => void): Search {
    const { workers, megabytes } = this.#limits;
    const input: PlanTask = { id, request, workers, megabytes };
    let send: Search['send'] = () => {};
    const ended = this.#planners[lane]
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
    const { small, large } = this.#planners;
    await Promise.all([this.#desks, this.#quick, this.#writers, small, large].map((pool) => pool.close()));
  }
}
