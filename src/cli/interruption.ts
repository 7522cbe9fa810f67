import { exitCodes } from './exit-codes.ts';

/** Milliseconds within which signals count as one press of a key: npx and our own starter repeat the terminal's signal. */
const ONE_PRESS = 300;

/** Work that can end early. */
export interface StoppableWork<T> {
  readonly stop: () => void;
  readonly done: Promise<T>;
}

/** Waits for work: the first Ctrl-C stops it early, the second quits at once. */
export async function stoppable<T>({ stop, done }: StoppableWork<T>, notify: (message: string) => void): Promise<T> {
  let first: number | null = null;
  const onInterrupt = () => {
    if (first !== null && performance.now() - first > ONE_PRESS) process.exit(exitCodes.interrupted);
    if (first !== null) return;
    first = performance.now();
    stop();
    notify('Stopping with the best plan so far. Press Ctrl-C again to quit without it.');
  };
  process.on('SIGINT', onInterrupt);
  try {
    return await done;
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

/** Waits for a signal to end the process, from Ctrl-C or from another program. A second signal quits at once. */
export function endSignal(notify: (message: string) => void): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const onSignal = () => {
      if (first !== null && performance.now() - first > ONE_PRESS) process.exit(exitCodes.interrupted);
      if (first !== null) return;
      first = performance.now();
      notify('Ending: searches stop with the best plan so far. Once more quits without them.');
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
