import { Piscina } from 'piscina';
import type { Problem, Solution } from '../problem/layout.ts';
import { present } from '../../kernel/assert.ts';
import { stopAfter } from './deadline.ts';
import type { CalibrateTask, SolveReply, SolveTask, TaskProgress } from './protocol.ts';

/** Share of a time budget that is planned for search: speed falls as the search cools and machines vary. */
const PLANNED_SHARE = 0.85;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;
/** Milliseconds of a time budget spent on measuring the speed of each problem, at most, and as a share of the budget. */
const CALIBRATION = 2000;
const CALIBRATION_SHARE = 0.1;

/** How long to search: seconds of wall clock, steps in all, or exactly what an earlier run did. */
export type Budget =
  | { readonly seconds: number }
  | { readonly work: number }
  | { readonly replay: readonly { readonly plannedWork: number; readonly endedAtWork: number }[] };

/** What the pool is asked for. */
export interface PoolRequest {
  readonly problems: readonly Problem[];
  readonly seed: number;
  readonly budget: Budget;
  readonly stop: AbortSignal | null;
  readonly onProgress: (progress: PoolProgress) => void;
}

/**
 * All searches together: cost and unserved visits of the best so far, null until every problem has a first
 * solution, and the share of planned work done.
 */
export interface PoolProgress {
  readonly cost: number | null;
  readonly unserved: number | null;
  readonly share: number;
}

/** One search as it went; enough to replay it. */
export interface SearchRun {
  readonly problem: number;
  readonly island: number;
  readonly plannedWork: number;
  readonly endedAtWork: number;
  readonly cost: number;
}

/** The best solution of each problem, and how each search went. */
export interface PoolResult {
  readonly solutions: readonly Solution[];
  readonly runs: readonly SearchRun[];
}

interface Island {
  readonly problem: number;
  readonly island: number;
  readonly seed: number;
}

/**
 * Searches in worker threads. What is searched, and from which seeds, follows from the problems alone,
 * never from the number of threads; so the result does, too.
 */
export class SolverPool {
  readonly #threads: number;
  readonly #pool: Piscina;

  constructor(threads: number) {
    this.#threads = threads;
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    this.#pool = new Piscina({
      filename: new URL(`./worker.${extension}`, import.meta.url).href,
      minThreads: threads,
      maxThreads: threads,
    });
  }

  /** Searches all problems within the budget; `stop` ends the search early and keeps the best. */
  async solve({ problems, seed, budget, stop, onProgress }: PoolRequest): Promise<PoolResult> {
    const islands = islandsOf(problems, seed);
    const stopFlag = new SharedArrayBuffer(4);
    const raise = () => void Atomics.store(new Int32Array(stopFlag), 0, 1);
    if (stop?.aborted === true) raise();
    stop?.addEventListener('abort', raise, { once: true });
    const cancel = 'seconds' in budget ? stopAfter(budget.seconds, raise) : () => {};
    try {
      const plans = await this.#planWork(problems, islands, budget);
      const seats = islands.map(() => new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT));
      const watch = setInterval(() => report(islands, plans, seats, onProgress), REPORT_EVERY);
      try {
        const replies = await Promise.all(
          islands.map(({ problem, seed: own }, i): Promise<SolveReply> => {
            const { planned, endAt } = present(plans[i], 'A work plan');
            const progress = present(seats[i], 'A seat');
            const task = { problem: present(problems[problem], 'A problem'), seed: own, plannedWork: planned, endAtWork: endAt };
            return this.#pool.run({ ...task, stopFlag, progress } satisfies SolveTask);
          }),
        );
        return gather(problems, islands, plans, replies);
      } finally {
        clearInterval(watch);
      }
    } finally {
      cancel();
      stop?.removeEventListener('abort', raise);
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #planWork(problems: readonly Problem[], islands: readonly Island[], budget: Budget): Promise<readonly WorkPlan[]> {
    if ('replay' in budget) {
      return islands.map((_, i) => ({ planned: budget.replay[i]?.plannedWork ?? 0, endAt: budget.replay[i]?.endedAtWork ?? 0 }));
    }
    if ('work' in budget) return shareWork(problems, islands, budget.work);
    const milliseconds = Math.min(CALIBRATION, budget.seconds * 1000 * CALIBRATION_SHARE);
    const speeds = await Promise.all(
      problems.map((problem): Promise<number> => this.#pool.run({ problem, milliseconds } satisfies CalibrateTask, { name: 'calibrate' })),
    );
    const rounds = Math.ceil(problems.length / this.#threads);
    const left = budget.seconds - (rounds * milliseconds) / 1000;
    const each = (left * PLANNED_SHARE * Math.min(this.#threads, islands.length)) / islands.length;
    return islands.map(({ problem }) => whole(Math.max(1, Math.round((speeds[problem] ?? 0) * each))));
  }
}

interface WorkPlan {
  readonly planned: number;
  readonly endAt: number;
}

const whole = (work: number): WorkPlan => ({ planned: work, endAt: work });

/** A lone problem is searched from two seeds, so that a second core helps; several keep all cores busy by themselves. */
function islandsOf(problems: readonly Problem[], seed: number): readonly Island[] {
  const each = problems.length === 1 ? 2 : 1;
  return problems.flatMap((_, problem) =>
    Array.from({ length: each }, (__, island) => ({ problem, island, seed: seed * 1009 + problem * 31 + island })),
  );
}

/** Splits work by the number of visits, then evenly among a problem's islands. */
function shareWork(problems: readonly Problem[], islands: readonly Island[], work: number): readonly WorkPlan[] {
  const visits = problems.reduce((sum, { visitCount }) => sum + visitCount, 0);
  const each = islands.length / Math.max(1, problems.length);
  return islands.map(({ problem }) =>
    whole(Math.max(1, Math.round((work * (problems[problem]?.visitCount ?? 0)) / Math.max(1, visits) / each))),
  );
}

/** Adds up the best island of each problem. */
function report(
  islands: readonly Island[],
  plans: readonly WorkPlan[],
  seats: readonly SharedArrayBuffer[],
  onProgress: (progress: PoolProgress) => void,
): void {
  const told = seats.map((seat): TaskProgress => {
    const [cost = 0, unserved = 0, work = 0] = new Float64Array(seat);
    return { cost, unserved, work };
  });
  const byProblem = Map.groupBy(told.entries(), ([i]) => islands[i]?.problem);
  const heads = Array.from(byProblem.values(), (own) => {
    // A seat is empty until its search has a first solution: waiting for a thread, or building it.
    const begun = own.map(([, one]) => one).filter(({ cost }) => cost > 0);
    return begun.length === 0 ? null : begun.reduce((a, b) => (b.cost < a.cost ? b : a));
  });
  const isComplete = !heads.includes(null);
  const planned = plans.reduce((sum, plan) => sum + plan.endAt, 0);
  onProgress({
    cost: isComplete ? heads.reduce((sum, head) => sum + (head?.cost ?? 0), 0) : null,
    unserved: isComplete ? heads.reduce((sum, head) => sum + (head?.unserved ?? 0), 0) : null,
    share: told.reduce((sum, { work }) => sum + work, 0) / Math.max(1, planned),
  });
}

function gather(
  problems: readonly Problem[],
  islands: readonly Island[],
  plans: readonly WorkPlan[],
  replies: readonly SolveReply[],
): PoolResult {
  const solutions = problems.map((_, problem) =>
    replies
      .filter((__, i) => islands[i]?.problem === problem)
      .map(({ solution }) => solution)
      .reduce((a, b) => (b.cost < a.cost ? b : a)),
  );
  const runs = islands.map(({ problem, island }, i) => ({
    problem,
    island,
    plannedWork: plans[i]?.planned ?? 0,
    endedAtWork: replies[i]?.endedAtWork ?? 0,
    cost: replies[i]?.solution.cost ?? 0,
  }));
  return { solutions, runs };
}
