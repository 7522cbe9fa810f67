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
