import { exitCodes } from './exit-codes.ts';

/** Signals that come so close together are one press of a key: npx and our own starter pass on what the terminal has sent already. */
const ONE_PRESS = 300; // milliseconds

/** Runs work that stops softly: the first Ctrl-C raises the signal it is given, the second quits at once. */
export async function stoppable<T>(work: (stop: AbortSignal) => Promise<T>, tell: (message: string) => void): Promise<T> {
  const controller = new AbortController();
  let first: number | null = null;
  const onInterrupt = () => {
    if (first !== null && performance.now() - first > ONE_PRESS) process.exit(exitCodes.interrupted);
    if (first !== null) return;
    first = performance.now();
    controller.abort();
    tell('Stopping with the best plan so far. Press Ctrl-C again to quit without it.');
  };
  process.on('SIGINT', onInterrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

/** Waits until the process is asked to end, by Ctrl-C or by whoever runs it. When it is asked once more it quits at once. */
export function asked(tell: (message: string) => void): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const onSignal = () => {
      if (first !== null && performance.now() - first > ONE_PRESS) process.exit(exitCodes.interrupted);
      if (first !== null) return;
      first = performance.now();
      tell('Ending: searches stop with the best plan so far. Once more quits without them.');
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
