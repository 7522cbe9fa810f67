import { ProcessDied } from './process-messages.ts';

/** Whether a process or one of its threads ran out of memory. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof ProcessDied ? error.isMemory : error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
