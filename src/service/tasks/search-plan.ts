import type { MessagePort } from 'node:worker_threads';
import { type PlanningOptions, type PlanningResult, type Preview, planTerritory } from '../../app/plan-territory.ts';
import { runRecord } from '../../app/run-record.ts';
import { Findings } from '../../contract/reading/findings.ts';
import { type PlanOrder, readPlanRequest } from '../../contract/service/plan-request.ts';
import { errors } from '../../kernel/errors.ts';
import { PlanningError } from '../../kernel/finding.ts';
import { buffersOf } from '../encoded-plan.ts';
import type { PlanTask, Report, Steer } from '../messages.ts';
import { isOutOfMemory } from '../out-of-memory.ts';
import { encodePlan } from './encode-plan.ts';

/** What a search needs from outside. */
export type SearchMeans = Pick<PlanningOptions, 'travel'>;

/** Searches the plan that a request asks for, and reports through the task's port; the last report is how it ended. */
export async function searchPlan(task: PlanTask, means: SearchMeans): Promise<void> {
  const { port } = task;
  try {
    await search(task, means);
  } catch (error) {
    report(port, failureOf(error));
  } finally {
    port.close();
  }
}

async function search(task: PlanTask, means: SearchMeans): Promise<void> {
  const { body, limits, port, workers, megabytes } = task;
  const startedAt = Temporal.Now.instant();
  const findings = new Findings();
  const order = readPlanRequest(new Uint8Array(body), limits, findings);
  if (order === null) return report(port, { type: 'refused', findings: findings.inOrder() });

  const tell = { task, order, startedAt };
  const stop = new AbortController();
  const viewer = new Viewer(tell);
  let isHasty = false;
  port.on('message', (steer: Steer) => {
    if (steer.type === 'show') return viewer.show();
    isHasty ||= steer.isHasty;
    stop.abort();
  });
  const { territory, placeOfEnd, horizon, seed, budget } = order;
  const result = await planTerritory(territory, {
    ...means,
    placeOfEnd,
    horizon,
    seed,
    budget,
    workers,
    megabytes,
    stop: stop.signal,
    explains: () => !isHasty,
    onProgress: (progress) => report(port, { type: 'progress', ...progress }),
    onSearch: (preview) => viewer.lookAt(preview),
  });
  const isEmpty = result.kpis.total.visits === 0 && result.plan.unserved.length === 0;
  if (isEmpty) return report(port, { type: 'refused', findings: [errors.nothingDue({ at: { file: 'request' } })] });
  const outcome = stop.signal.aborted ? 'stopped' : 'done';
  const { cost, plan } = result;
  send(port, { type: 'end', outcome, plan: encodedAs(outcome, result, tell), cost: cost.total, unserved: plan.unserved.length });
}

interface Telling {
  readonly task: PlanTask;
  readonly order: PlanOrder;
  readonly startedAt: Temporal.Instant;
}

/** Shows the best plan so far, once for each time that it is asked. */
class Viewer {
  readonly #telling: Telling;
  #preview: Preview = () => Promise.resolve(null);
  #isBusy = false;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  lookAt(preview: Preview): void {
    this.#preview = preview;
  }

  show(): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    void this.#showOnce().finally(() => {
      this.#isBusy = false;
    });
  }

  async #showOnce(): Promise<void> {
    const { port } = this.#telling.task;
    try {
      const best = await this.#preview();
      send(port, { type: 'best', plan: best === null ? null : encodedAs('solving', best, this.#telling) });
    } catch (error) {
      report(port, failureOf(error));
    }
  }
}

const encodedAs = (state: 'solving' | 'done' | 'stopped', result: PlanningResult, { task, order, startedAt }: Telling) =>
  encodePlan(result, order.territory, { id: task.id, state, ...runRecord(result.run, startedAt) });

const report = (port: MessagePort, message: Report): void => port.postMessage(message);

/** Sends a plan whose memory moves along. */
const send = (port: MessagePort, message: Extract<Report, { readonly type: 'best' | 'end' }>): void =>
  port.postMessage(message, message.plan === null ? [] : [...buffersOf(message.plan)]);

function failureOf(error: unknown): Report {
  if (error instanceof PlanningError) return { type: 'refused', findings: error.findings };
  return {
    type: 'failed',
    isMemory: isOutOfMemory(error),
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
