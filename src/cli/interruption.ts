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

/** Signals that end a process, from Ctrl-C or from another program. */
const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for a signal to end the process. */
export interface EndSignal {
  /** Resolves at the first signal from now on, and a second one quits at once. Until this is called, the first one quits. */
  readonly received: () => Promise<void>;
  /** Leaves signals to others again. */
  readonly ignore: () => void;
}

/**
 * Listens for signals that end the process, from its start on. One listener serves the whole time: when the last one is
 * removed, Node drops a signal that has arrived and not been handled yet.
 */
export function endSignal(notify: (message: string) => void): EndSignal {
  let first: number | null = null;
  let resolve: (() => void) | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (resolve === null) {
      notify(`Ended by ${signal} during the start.`);
      process.exit(exitCodes.interrupted);
    }
    if (first !== null && performance.now() - first > ONE_PRESS) process.exit(exitCodes.interrupted);
    if (first !== null) return;
    first = performance.now();
    notify('Ending: searches stop with the best plan so far. Once more quits without them.');
    resolve();
  };
  for (const signal of END_SIGNALS) process.on(signal, onSignal);
  return {
    received: () =>
      new Promise((done) => {
        resolve = done;
      }),
    ignore: () => {
      for (const signal of END_SIGNALS) process.off(signal, onSignal);
    },
  };
}
