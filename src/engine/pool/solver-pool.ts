import { setTimeout as sleep } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { Problem, Solution } from '../problem/layout.ts';
import { present } from '../../kernel/assert.ts';
import type { PaceChange } from '../search/pace.ts';
import { type PreviewSeat, askPreview, createPreviewSeat, readPreview } from './preview-seat.ts';
import type { SearchLimit, SolveReply, SolveTask, TaskProgress } from './protocol.ts';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;
/** Milliseconds between two looks for a preview, and how often one looks before giving up. */
const LOOK_EVERY = 20;
const MOST_LOOKS = 50;
/** How long to search: seconds of wall clock, steps in all, or exactly what an earlier run did. */
export type Budget =
  | { readonly seconds: number }
  | { readonly work: number }
  | { readonly replay: readonly Pick<SearchRun, 'pace' | 'endedAtWork'>[] };

/** What the pool is asked for. */
export interface PoolRequest {
  readonly problems: readonly Problem[];
  readonly seed: number;
  readonly budget: Budget;
  readonly stop: AbortSignal | null;
  readonly onProgress: (progress: PoolProgress) => void;
  /** Told at the start how to see the best solutions while the search goes on. */
  readonly onStart?: (peek: Peek) => void;
}

/** The best solution of each problem so far; null while some problem has none. One call at a time. */
export type Peek = () => Promise<readonly Solution[] | null>;

/**
 * All searches together: cost and unserved visits of the best so far, null until every problem has a first
 * solution, and the share of the search that lies behind.
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
  readonly pace: readonly PaceChange[];
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

  /** `megabytes` is the most memory that one thread may take; what Node gives it, if not told. */
  constructor(threads: number, megabytes?: number) {
    this.#threads = threads;
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    this.#pool = new Piscina({
      filename: new URL(`./worker.${extension}`, import.meta.url).href,
      minThreads: threads,
      maxThreads: threads,
      ...(megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
    });
  }

  /** Searches all problems within the budget; `stop` ends the search early and keeps the best. */
  async solve({ problems, seed, budget, stop, onProgress, onStart = () => {} }: PoolRequest): Promise<PoolResult> {
    const islands = islandsOf(problems, seed);
    const stopFlag = new SharedArrayBuffer(4);
    const raise = () => void Atomics.store(new Int32Array(stopFlag), 0, 1);
    if (stop?.aborted === true) raise();
    stop?.addEventListener('abort', raise, { once: true });
    const limits = this.#limits(problems, islands, budget);
    const seats = islands.map(() => new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT));
    const searches = islands.map(({ problem }): Search => {
      const { slots, visits } = present(problems[problem], 'A problem');
      return {
        problem,
        slotCount: slots.count,
        seat: createPreviewSeat({ slotCount: slots.count, visitCount: visits.count }),
        reply: null,
      };
    });
    const watch = setInterval(() => report(islands, seats, onProgress), REPORT_EVERY);
    onStart(() => peek(problems, searches));
    try {
      const replies = await Promise.all(
        islands.map(async ({ problem, seed: own }, i): Promise<SolveReply> => {
          const limit = present(limits[i], 'A limit');
          const progress = present(seats[i], 'A seat');
          const search = present(searches[i], 'A search');
          const task = { problem: present(problems[problem], 'A problem'), seed: own, limit, stopFlag, progress, preview: search.seat };
          search.reply = await this.#search(task);
          return search.reply;
        }),
      );
      return gather(problems, islands, replies);
    } catch (error) {
      // One search has died; the others are not worth waiting for.
      raise();
      throw error;
    } finally {
      clearInterval(watch);
      stop?.removeEventListener('abort', raise);
    }
  }

  #search(task: SolveTask): Promise<SolveReply> {
    return this.#pool.run(task);
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  #limits(problems: readonly Problem[], islands: readonly Island[], budget: Budget): readonly SearchLimit[] {
    if ('replay' in budget) {
      return islands.map((_, i) => ({ kind: 'replay', ...(budget.replay[i] ?? { pace: [], endedAtWork: 0 }) }));
    }
    if ('work' in budget)
      return shareOf(problems, islands).map((share) => ({ kind: 'work', work: Math.max(1, Math.round(budget.work * share)) }));
    const until = performance.timeOrigin + performance.now() + budget.seconds * 1000;
    const threads = Math.min(this.#threads, islands.length);
    return shareOf(problems, islands).map((share) => ({ kind: 'time', seconds: budget.seconds * threads * share, until }));
  }
}

/** One search while it goes on. */
interface Search {
  readonly problem: number;
  readonly slotCount: number;
  readonly seat: PreviewSeat;
  /** Null until it has ended. */
  reply: SolveReply | null;
}

/** Asks all searches for their best and waits a moment for the answers; those that have not begun give none. */
async function peek(problems: readonly Problem[], searches: readonly Search[]): Promise<readonly Solution[] | null> {
  for (const { seat } of searches) askPreview(seat);
  const answerOf = ({ slotCount, seat, reply }: Search) => reply?.solution ?? readPreview(seat, slotCount);
  for (let look = 1; look <= MOST_LOOKS; look++) {
    await sleep(LOOK_EVERY);
    const answers = searches.map(answerOf);
    if (answers.includes(null) && look < MOST_LOOKS) continue;
    const known = problems.map((_, problem) => cheapest(answers.filter((__, i) => searches[i]?.problem === problem)));
    return known.every((solution) => solution !== null) ? known : null;
  }
  return null;
}

/** The cheapest of those that are known; null where none is. */
function cheapest(solutions: readonly (Solution | null)[]): Solution | null {
  return solutions.reduce((a, b) => (a === null || (b !== null && b.cost < a.cost) ? b : a), null);
}

/** A lone problem is searched from two seeds, so that a second core helps; several keep all cores busy by themselves. */
function islandsOf(problems: readonly Problem[], seed: number): readonly Island[] {
  const each = problems.length === 1 ? 2 : 1;
  return problems.flatMap((_, problem) =>
    Array.from({ length: each }, (__, island) => ({ problem, island, seed: seed * 1009 + problem * 31 + island })),
  );
}

/** Shares of the whole effort: by the number of visits, then evenly among a problem's islands. */
function shareOf(problems: readonly Problem[], islands: readonly Island[]): readonly number[] {
  const total = problems.reduce((sum, { visits }) => sum + visits.count, 0);
  const each = islands.length / Math.max(1, problems.length);
  return islands.map(({ problem }) => (problems[problem]?.visits.count ?? 0) / Math.max(1, total) / each);
}

/** Adds up the best island of each problem. */
function report(islands: readonly Island[], seats: readonly SharedArrayBuffer[], onProgress: (progress: PoolProgress) => void): void {
  const told = seats.map((seat): TaskProgress => {
    const [cost = 0, unserved = 0, share = 0] = new Float64Array(seat);
    return { cost, unserved, share };
  });
  const byProblem = Map.groupBy(told.entries(), ([i]) => islands[i]?.problem);
  const heads = Array.from(byProblem.values(), (own) => {
    // A seat is empty until its search has a first solution: waiting for a thread, or building it.
    const begun = own.map(([, one]) => one).filter(({ cost }) => cost > 0);
    return begun.length === 0 ? null : begun.reduce((a, b) => (b.cost < a.cost ? b : a));
  });
  const isComplete = !heads.includes(null);
  onProgress({
    cost: isComplete ? heads.reduce((sum, head) => sum + (head?.cost ?? 0), 0) : null,
    unserved: isComplete ? heads.reduce((sum, head) => sum + (head?.unserved ?? 0), 0) : null,
    share: told.reduce((sum, { share }) => sum + share, 0) / Math.max(1, told.length),
  });
}

function gather(problems: readonly Problem[], islands: readonly Island[], replies: readonly SolveReply[]): PoolResult {
  const solutions = problems.map((_, problem) =>
    replies
      .filter((__, i) => islands[i]?.problem === problem)
      .map(({ solution }) => solution)
      .reduce((a, b) => (b.cost < a.cost ? b : a)),
  );
  const runs = islands.map(({ problem, island }, i) => ({
    problem,
    island,
    pace: replies[i]?.pace ?? [],
    endedAtWork: replies[i]?.endedAtWork ?? 0,
    cost: replies[i]?.solution.cost ?? 0,
  }));
  return { solutions, runs };
}
