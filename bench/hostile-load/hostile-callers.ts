import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { drawAttack } from './attacks/index.ts';
import { Bodies, type Sizes } from './bodies.ts';
import { Caller, type Target } from './caller.ts';
import { type Tally, emptyTally } from './tally.ts';

/** What the thread of the hostile callers takes. */
export interface HostileTask {
  readonly target: Target;
  readonly callers: number;
  readonly seconds: number;
  readonly seed: number;
  readonly sizes: Sizes;
}

/** Runs the hostile callers until their time is over. */
export async function runHostile({ target, callers, seconds, seed, sizes }: HostileTask): Promise<Tally> {
  const tally = emptyTally();
  const bodies = new Bodies(sizes);
  const end = AbortSignal.timeout(seconds * 1000);
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      const caller = new Caller(target, { seed: seed * 1000 + index, tally, end });
      while (!end.aborted) await drawAttack(caller)?.run(caller, bodies);
    }),
  );
  return tally;
}

if (parentPort !== null && (workerData as { readonly role?: string } | null)?.role === 'hostile') {
  // On real networks hostile callers take no processor time of the service's machine.
  setPriority(constants.priority.PRIORITY_LOW);
  parentPort.postMessage(await runHostile((workerData as { readonly task: HostileTask }).task));
}
