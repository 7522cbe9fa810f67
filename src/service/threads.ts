import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { SearchLimits } from '../contract/service/plan-request.ts';
import type {
  Body,
  CheckReply,
  CheckTask,
  EvaluationReply,
  EvaluationTask,
  PlanTask,
  PublishReply,
  PublishTask,
  Report,
  Steer,
} from './messages.ts';
import { isOutOfMemory } from './out-of-memory.ts';

/** How many threads there are, and what each may take. */
export interface ThreadLimits {
  /** Plans searched at once. */
  readonly searches: number;
  /** Threads that search one plan. */
  readonly workers: number;
  /** Heap of each thread. */
  readonly megabytes: number;
  readonly search: SearchLimits;
}

/** One search that goes on in a thread. */
export interface Search {
  readonly steer: (message: Steer) => void;
  /** The last report; a thread that dies gives one, too. */
  readonly ended: Promise<EndReport>;
}

/** How a search ended. */
export type EndReport = Extract<Report, { readonly type: 'end' | 'refused' | 'failed' }>;

/** What a search tells on its way. */
export type WayReport = Exclude<Report, EndReport>;

const isEnd = (report: Report): report is EndReport => report.type === 'end' || report.type === 'refused' || report.type === 'failed';

/**
 * The threads that do what would keep the service from answering: reading what is sent, searching, scoring, writing
 * plans down. Searches have threads of their own, so that requests are looked at meanwhile.
 */
export class Threads {
  readonly #limits: ThreadLimits;
  readonly #desk: Piscina;
  readonly #planners: Piscina;

  /** `worker` is the module whose exports `check`, `plan` and `evaluate` do the work. */
  constructor(worker: URL, limits: ThreadLimits) {
    this.#limits = limits;
    const usual = { filename: worker.href, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } };
    this.#desk = new Piscina({ ...usual, minThreads: 1, maxThreads: 1 });
    this.#planners = new Piscina({ ...usual, minThreads: 0, maxThreads: limits.searches, idleTimeout: 60_000 });
  }

  /** Reads a request for a plan. */
  check(body: Body): Promise<CheckReply> {
    const task: CheckTask = { body, limits: this.#limits.search };
    return this.#desk.run(task, { name: 'check' });
  }

  /** Writes a plan in another format. */
  publish(asked: Omit<PublishTask, 'limits'>): Promise<PublishReply> {
    const task: PublishTask = { ...asked, limits: this.#limits.search };
    return this.#desk.run(task, { name: 'publish' });
  }

  /** Scores a plan. */
  evaluate(body: Body): Promise<EvaluationReply> {
    const task: EvaluationTask = { body };
    return this.#desk.run(task, { name: 'evaluate' });
  }

  /** Starts a search; whoever starts more than there are threads for makes some wait. */
  search(id: string, body: Body, onReport: (report: WayReport) => void): Search {
    const { port1, port2 } = new MessageChannel();
    const { search: limits, workers, megabytes } = this.#limits;
    const ended = new Promise<EndReport>((resolve) => {
      port1.on('message', (report: Report) => (isEnd(report) ? resolve(report) : onReport(report)));
      const task: PlanTask = { id, body, limits, workers, megabytes, port: port2 };
      const died = (error: unknown) => resolve({ type: 'failed', isMemory: isOutOfMemory(error), message: String(error) });
      // Node's types know of lists under another name only.
      const transferList: object = [port2];
      this.#planners.run(task, { name: 'plan', transferList }).catch(died);
    });
    void ended.then(() => port1.close());
    return { steer: (message) => port1.postMessage(message), ended };
  }

  /** Ends all threads, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all([this.#desk.destroy(), this.#planners.destroy()]);
  }
}
