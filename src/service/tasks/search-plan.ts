import { type PlanningOptions, type PlanningResult, type PlanningRun, startPlanning } from '../../app/plan-territory.ts';
import { runRecord } from '../../app/run-record.ts';
import { leftOutKpisOf } from '../../domain/figures/kpis-of-plan.ts';
import { PlanningError } from '../../kernel/finding.ts';
import type { EncodedPlan } from '../encoded-plan.ts';
import type { PlanTask, SearchEnd, SearchMessage, SearchReport } from '../messages.ts';
import { isOutOfMemory } from '../out-of-memory.ts';
import { valueOfBytes } from '../values.ts';
import { encodePlan } from './encode-plan.ts';

/** Steps that end before a second thread has started. */
const ONE_THREAD_WORK = 10_000;

/** Services that a search needs from outside. */
export type SearchServices = Pick<PlanningOptions, 'travel'>;

/** The line between a search and the service. */
export interface SearchLine {
  readonly report: (report: SearchReport) => void;
  readonly onMessage: (listener: (message: SearchMessage) => void) => void;
}

/** Searches the plan of a request and reports meanwhile. */
export async function searchPlan(task: PlanTask, line: SearchLine, services: SearchServices): Promise<SearchEnd> {
  try {
    return await search(task, line, services);
  } catch (error) {
    return failureOf(error);
  }
}

async function search(task: PlanTask, line: SearchLine, services: SearchServices): Promise<SearchEnd> {
  const { workers, megabytes } = task;
  const startedAt = Temporal.Now.instant();
  const request = valueOfBytes(task.request);
  const { territory, endPlaces, horizon, seed, budget, start } = request;
  const run = startPlanning(territory, {
    ...services,
    endPlaces,
    horizon,
    seed,
    budget,
    start,
    workers: 'work' in budget && budget.work <= ONE_THREAD_WORK ? 1 : workers,
    megabytes,
    onProgress: (progress) => line.report({ type: 'progress', ...progress }),
  });
  const encoded = (state: 'solving' | 'done' | 'stopped', result: PlanningResult) =>
    encodePlan(result, request, { id: task.id, state, ...runRecord(result.run, startedAt) });
  const showBest = previewer(run, (best) => encoded('solving', best), line);
  let isStopped = false;
  line.onMessage((message) => {
    if (message.type === 'show') return showBest();
    isStopped = true;
    run.stop(message.isUrgent);
  });
  const result = await run.done;
  const { cost, plan } = result;
  const outcome = isStopped ? 'stopped' : 'done';
  return { type: 'plan', outcome, plan: encoded(outcome, result), cost: cost.total, left: leftOutKpisOf(plan.unserved) };
}

/** A function that reports the best plan so far, one at a time. A preview that fails leaves the search alone. */
function previewer(run: PlanningRun, encode: (best: PlanningResult) => EncodedPlan, { report }: SearchLine): () => void {
  let isBusy = false;
  return () => {
    if (isBusy) return;
    isBusy = true;
    void run
      .best()
      .then((best) => report({ type: 'best', plan: best === null ? null : encode(best) }))
      .catch(() => report({ type: 'best', plan: null }))
      .finally(() => (isBusy = false));
  };
}

const refusal = (findings: Extract<SearchEnd, { type: 'refused' }>['findings']): SearchEnd => ({ type: 'refused', findings });

function failureOf(error: unknown): SearchEnd {
  if (error instanceof PlanningError) return refusal(error.findings);
  return {
    type: 'failed',
    isMemory: isOutOfMemory(error),
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
