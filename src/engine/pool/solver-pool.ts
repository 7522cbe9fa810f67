import { setTimeout as sleep } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { Problem, Solution } from '../problem/layout.ts';
import { present } from '../../kernel/assert.ts';
import type { PaceChange } from '../search/pace.ts';
import { createPreviewBuffer, readPreview, requestPreview } from './preview-buffer.ts';
import type { SearchLimit, SearchStart, SolveReply, SolveTask } from './protocol.ts';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;
/** Milliseconds between two looks for a preview, and the most looks. */
const LOOK_EVERY = 20;
const MOST_LOOKS = 50;
/** How long to search: seconds of wall clock, steps in all, or exactly what an earlier run did. */
export type Budget =
  | { readonly seconds: number }
  | { readonly work: number }
  | { readonly replay: readonly Pick<SearchRun, 'pace' | 'endedAtWork'>[] };

/** Problems to search, and how long. */
export interface PoolRequest {
  readonly problems: readonly Problem[];
  readonly seed: number;
  readonly budget: Budget;
  /** A solution for each problem to start from; left out to start from empty ones. */
  readonly starts?: readonly SearchStart[] | undefined;
  readonly onProgress: (progress: PoolProgress) => void;
}

/** A search while it runs. */
export interface PoolSearch {
  /** The best solution of each problem so far; null while some problem has none. One call at a time. */
  readonly best: () => Promise<readonly Solution[] | null>;
  /** Ends the search early with the best solutions so far. */
  readonly stop: () => void;
  /** The result at the end of the search. */
  readonly done: Promise<PoolResult>;
}

/**
 * Progress of all searches together: cost of the best solutions so far and the visits that they leave out, null until every
 * problem has a first solution, and the share of the search that is over.
 */
export interface PoolProgress {
  readonly cost: number | null;
  /** [group] visits left out. */
  readonly left: readonly number[] | null;
  readonly share: number;
}

/** Record of one search, enough to replay it. */
export interface SearchRun {
  readonly problem: number;
  readonly island: number;
  readonly pace: readonly PaceChange[];
  readonly endedAtWork: number;
  readonly cost: number;
}

/** The best solution of each problem, and the record of each search. */
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
 * Searches in worker threads. The searches and their seeds follow from the problems alone, never from the number of
 * threads; so does the result.
 */
export class SolverPool {
  readonly #threads: number;
  readonly #pool: Piscina;

  /** `megabytes` is the largest heap of one thread; without it, Node decides. */
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

  /** Starts a search of all problems within the budget. */
  start(request: PoolRequest): PoolSearch {
    const { problems, seed, budget, starts } = request;
    const stopFlag = new SharedArrayBuffer(4);
    const stop = (): void => void Atomics.store(new Int32Array(stopFlag), 0, 1);
    const islands = islandsOf(problems, seed, this.#islandsOf(budget));
    const limits = this.#limits(problems, islands, budget);
    const searches = islands.map(({ problem: index, seed: own }, i): Search => {
      const problem = present(problems[index], 'A problem');
      const { slots, visits } = problem;
      const progress = new SharedArrayBuffer(5 * Float64Array.BYTES_PER_ELEMENT);
      const preview = createPreviewBuffer({ slotCount: slots.count, visitCount: visits.count });
      const start = starts?.[index] ?? null;
      const task = { problem, seed: own, limit: present(limits[i], 'A limit'), start, stopFlag, progress, preview };
      return { problem: index, task, reply: null };
    });
    return { best: () => bestOf(problems, searches), stop, done: this.#run(request, { islands, searches, stop }) };
  }

  async #run({ problems, onProgress }: PoolRequest, { islands, searches, stop }: Running): Promise<PoolResult> {
    let share = 0;
    const report = () => {
      const progress = progressOf(searches);
      // A timed search that slows down corrects its share; what callers see never goes back.
      share = Math.max(share, progress.share);
      onProgress({ ...progress, share });
    };
    const watch = setInterval(report, REPORT_EVERY);
    try {
      const replies = await Promise.all(
        searches.map(async (search): Promise<SolveReply> => {
          search.reply = await this.#search(search.task);
          return search.reply;
        }),
      );
      return gather(problems, islands, replies);
    } catch (error) {
      // One search has died: the results of the others are of no use.
      stop();
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  #search(task: SolveTask): Promise<SolveReply> {
    return this.#pool.run(task);
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  /**
   * Searches of a lone problem: two, so that a second core helps, whatever the number of threads, since the same work is to
   * give the same plan. A search by time with a single thread has all of its time for one; a replay has as many as its run did.
   */
  #islandsOf(budget: Budget): number {
    if ('replay' in budget) return budget.replay.length === 1 ? 1 : 2;
    return 'seconds' in budget && this.#threads === 1 ? 1 : 2;
  }

  #limits(problems: readonly Problem[], islands: readonly Island[], budget: Budget): readonly SearchLimit[] {
    if ('replay' in budget) {
      return islands.map((_, i) => ({ by: 'replay', ...(budget.replay[i] ?? { pace: [], endedAtWork: 0 }) }));
    }
    if ('work' in budget)
      return shareOf(problems, islands).map((share) => ({ by: 'work', work: Math.max(1, Math.round(budget.work * share)) }));
    const until = performance.timeOrigin + performance.now() + budget.seconds * 1000;
    const threads = Math.min(this.#threads, islands.length);
    return shareOf(problems, islands).map((share) => ({ by: 'time', seconds: budget.seconds * threads * share, until }));
  }
}

/** One search of a problem. */
interface Search {
  readonly problem: number;
  readonly task: SolveTask;
  /** Null until it has ended. */
  reply: SolveReply | null;
}

interface Running {
  readonly islands: readonly Island[];
  readonly searches: readonly Search[];
  readonly stop: () => void;
}

/** Requests the best solutions of all searches and waits a moment for them; searches that wait for a thread have none. */
async function bestOf(problems: readonly Problem[], searches: readonly Search[]): Promise<readonly Solution[] | null> {
  for (const { task } of searches) requestPreview(task.preview);
  const solutionOf = ({ task, reply }: Search) => reply?.solution ?? readPreview(task.preview, task.problem.slots.count);
  for (let look = 1; look <= MOST_LOOKS; look++) {
    await sleep(LOOK_EVERY);
    const solutions = searches.map(solutionOf);
    if (solutions.includes(null) && look < MOST_LOOKS) continue;
    const best = problems.map((_, problem) => cheapest(solutions.filter((__, i) => searches[i]?.problem === problem)));
    return best.every((solution) => solution !== null) ? best : null;
  }
  return null;
}

/** The cheapest solution; null where there is none. */
function cheapest(solutions: readonly (Solution | null)[]): Solution | null {
  return solutions.reduce((a, b) => (a === null || (b !== null && b.cost < a.cost) ? b : a), null);
}

/** A lone problem is searched from several seeds at once; several problems keep all cores busy by themselves. */
function islandsOf(problems: readonly Problem[], seed: number, alone: number): readonly Island[] {
  const each = problems.length === 1 ? alone : 1;
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

/** Progress over all problems, each with its best island. */
function progressOf(searches: readonly Search[]): PoolProgress {
  const all = searches.map(({ problem, task }) => {
    const [cost = 0, share = 0, ...left] = new Float64Array(task.progress);
    return { problem, cost, left, share };
  });
  const heads = Array.from(Map.groupBy(all, ({ problem }) => problem).values(), (own) => {
    // The cost is 0 until a search has its first solution.
    const begun = own.filter(({ cost }) => cost > 0);
    return begun.length === 0 ? null : begun.reduce((a, b) => (b.cost < a.cost ? b : a));
  });
  const isComplete = !heads.includes(null);
  return {
    cost: isComplete ? heads.reduce((sum, head) => sum + (head?.cost ?? 0), 0) : null,
    left: isComplete ? [0, 1, 2].map((group) => heads.reduce((sum, head) => sum + (head?.left[group] ?? 0), 0)) : null,
    share: all.reduce((sum, { share }) => sum + share, 0) / Math.max(1, all.length),
  };
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
