import type { Writable } from 'node:stream';
import { exitCodes } from '../exit-codes.ts';
import { problemOf } from '../files/file-kind.ts';

/** The streams that a command prints to. */
export interface StandardStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** What is printed, and whether it could be. */
export interface StandardOutput {
  /** The exit code of a command, once all that it printed is written: another one than 0 when printing failed. */
  readonly exitCode: (code: number) => Promise<number>;
}

/**
 * Watches standard output for errors, so that a full disk or a closed pipe ends neither a search nor the service, and
 * shows in the exit code instead. Says on standard error what failed; a reader that has seen enough, such as `head`,
 * needs no message.
 */
export function watchStandardOutput({ stdout, stderr }: StandardStreams): StandardOutput {
  let failure: Error | null = null;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (failure === null && error.code !== 'EPIPE') {
      stderr.write(`Standard output cannot be written: ${problemOf(error)}. Free some space, or print to another place.\n`);
    }
    failure ??= error;
  });
  // Nobody is left to hear of it.
  stderr.on('error', () => {});
  return {
    exitCode: async (code) => {
      // What was written before is written or has failed by then.
      await new Promise<void>((resolve) => stdout.write('', () => setImmediate(resolve)));
      return failure !== null && (code === exitCodes.done || code === exitCodes.requiredUnserved) ? exitCodes.outputFailed : code;
    },
  };
}
