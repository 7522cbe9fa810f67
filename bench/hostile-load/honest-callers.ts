import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Caller, type Target } from './caller.ts';
import { smallRequest } from './small-request.ts';
import { type Tally, count, emptyTally } from './tally.ts';

/** What the thread of the honest callers takes. */
export interface HonestTask {
  readonly target: Target;
  readonly callers: number;
  readonly seconds: number;
  readonly seed: number;
  /** Plans that the service keeps once they have ended. */
  readonly kept: number;
}

/** What became of the honest callers' plans. */
export interface HonestResult {
  readonly tally: Tally;
  /** Milliseconds from the first attempt to the planned end, of each plan. */
  readonly plans: readonly number[];
  /** Milliseconds of each status. */
  readonly statuses: readonly number[];
  /** Refusals for now before a plan was accepted. */
  readonly refusals: number;
  /** Plans that the service no longer keeps, as announced. */
  readonly retired: number;
  /** What an honest caller does not expect. */
  readonly complaints: readonly string[];
}

interface Own {
  readonly path: string;
  readonly etag: string;
  readonly endedAt: string;
}

interface Ledger {
  readonly plans: number[];
  readonly statuses: number[];
  readonly own: Map<string, Own>;
  readonly complaints: string[];
  refusals: number;
  retired: number;
}

const Status = z.looseObject({
  id: z.string(),
  state: z.string(),
  requestedAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
});
const List = z.object({ plans: z.array(Status) });
/** Milliseconds between two looks at a status. */
const POLL = 200;
/** Milliseconds after which an honest caller gives a plan up. */
const PATIENCE = 120_000;
const MOST_COMPLAINTS = 50;

/** Runs the honest callers until their time is over; all plans in progress are finished. */
export async function runHonest({ target, callers, seconds, seed, kept }: HonestTask): Promise<HonestResult> {
  const tally = emptyTally();
  const ledger: Ledger = { plans: [], statuses: [], own: new Map(), complaints: [], refusals: 0, retired: 0 };
  const end = AbortSignal.timeout(seconds * 1000);
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      // The load's end does not break off what an honest caller has begun.
      const caller = new Caller(target, { seed: seed * 1000 + 500 + index, tally, end: new AbortController().signal });
      while (!end.aborted) {
        await planOnce(caller, ledger);
        await checkKept(caller, ledger, kept);
        await caller.wait(500);
      }
    }),
  );
  const { plans, statuses, refusals, retired, complaints } = ledger;
  return { tally, plans, statuses, refusals, retired, complaints };
}

/** Requests a small plan, follows it to its end and fetches it in three forms. */
async function planOnce(caller: Caller, ledger: Ledger): Promise<void> {
  const begun = performance.now();
  const id = await accepted(caller, ledger, begun);
  if (id === null) return;
  const ended = await endOf(caller, ledger, { id, begun });
  if (ended === null) return;
  ledger.plans.push(performance.now() - begun);
  const path = `/v1/plans/${id}`;
  const plan = await caller.send('honest: plan', { path });
  const { etag = '' } = plan.headers;
  if (plan.status !== 200) complain(ledger, `${path}: the plan is answered with ${plan.status}: ${plan.text.slice(0, 200)}`);
  else ledger.own.set(id, { path, etag, endedAt: ended });
  for (const part of ['.html', '/days']) {
    const answer = await patiently(caller, `honest: ${part}`, `${path}${part}`);
    if (answer.status !== 200) complain(ledger, `${path}${part} is answered with ${answer.status}: ${answer.text.slice(0, 200)}`);
  }
}

/** The id of a plan that is accepted, after refusals for now. */
async function accepted(caller: Caller, ledger: Ledger, begun: number): Promise<string | null> {
  const body = JSON.stringify(smallRequest(caller.random.below(2 ** 30)));
  while (performance.now() - begun < PATIENCE) {
    const { status, headers, text } = await caller.send('honest: request', { path: '/v1/plans', body });
    if (status === 202) return Status.parse(JSON.parse(text)).id;
    if (status !== 503) {
      complain(ledger, `A request is answered with ${status}: ${text.slice(0, 200)}`);
      return null;
    }
    ledger.refusals++;
    await caller.wait(1000 * Number(headers['retry-after'] ?? 1));
  }
  complain(ledger, `No plan was accepted within ${PATIENCE / 1000} s.`);
  return null;
}

/** When a plan ended, as its status gives it; null where it does not end well. */
async function endOf(
  caller: Caller,
  ledger: Ledger,
  { id, begun }: { readonly id: string; readonly begun: number },
): Promise<string | null> {
  while (performance.now() - begun < PATIENCE) {
    const { status, text, milliseconds } = await caller.send('honest: status', { path: `/v1/plans/${id}/solve` });
    ledger.statuses.push(milliseconds);
    if (status !== 200) {
      complain(ledger, `The status of ${id} is answered with ${status}: ${text.slice(0, 200)}`);
      return null;
    }
    const { state, requestedAt, startedAt = requestedAt, endedAt } = Status.parse(JSON.parse(text));
    if (endedAt !== undefined && state === 'done') {
      count(caller.tally, 'honest: waits for its search', state, millisecondsBetween(requestedAt, startedAt));
      count(caller.tally, 'honest: is searched', state, millisecondsBetween(startedAt, endedAt));
      return endedAt;
    }
    if (endedAt !== undefined) {
      complain(ledger, `Plan ${id} ended as ${state}: ${text.slice(0, 400)}`);
      return null;
    }
    await caller.wait(POLL);
  }
  complain(ledger, `Plan ${id} was not planned within ${PATIENCE / 1000} s.`);
  ledger.plans.push(performance.now() - begun);
  return null;
}

const millisecondsBetween = (from: string, to: string): number =>
  Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total({ unit: 'milliseconds' });

/** Own plans are there, unchanged, until as many others have ended since as the service keeps. */
async function checkKept(caller: Caller, ledger: Ledger, kept: number): Promise<void> {
  const own = [...ledger.own];
  const { status, text } = await caller.send('honest: list', { path: '/v1/plans' });
  if (status !== 200) return complain(ledger, `The list of plans is answered with ${status}: ${text.slice(0, 200)}`);
  const { plans } = List.parse(JSON.parse(text));
  const there = new Set(plans.map(({ id }) => id));
  for (const [id, { endedAt }] of own) {
    if (there.has(id)) continue;
    ledger.own.delete(id);
    const later = plans.filter((plan) => plan.endedAt !== undefined && plan.endedAt >= endedAt && plan.state !== 'failed').length;
    if (later >= kept - 1) ledger.retired++;
    else complain(ledger, `Plan ${id} is gone although only ${later} plans that are kept ended later.`);
  }
  const one = own[caller.random.below(Math.max(1, own.length))];
  if (one === undefined || !there.has(one[0])) return;
  const plan = await caller.send('honest: earlier plan', { path: one[1].path });
  if (plan.status === 200 && plan.headers.etag !== one[1].etag) complain(ledger, `Plan ${one[0]} has changed.`);
}

/** Sends a request again after each refusal for now. */
async function patiently(caller: Caller, kind: string, path: string) {
  for (let n = 0; ; n++) {
    const answer = await caller.send(kind, { path });
    if (answer.status !== 503 || n === 20) return answer;
    await caller.wait(1000 * Number(answer.headers['retry-after'] ?? 1));
  }
}

function complain({ complaints }: Ledger, complaint: string): void {
  if (complaints.length < MOST_COMPLAINTS) complaints.push(complaint);
}

if (parentPort !== null && (workerData as { readonly role?: string } | null)?.role === 'honest') {
  parentPort.postMessage(await runHonest((workerData as { readonly task: HonestTask }).task));
}
