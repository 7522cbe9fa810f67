/** Messages to a process of a pool. */
export type ParentMessage =
  | { readonly type: 'run'; readonly name: string; readonly input: unknown }
  | { readonly type: 'message'; readonly message: unknown };

/** Messages from a process of a pool. */
export type ChildMessage =
  /** The process has loaded its module and takes tasks. */
  | { readonly type: 'ready' }
  | { readonly type: 'report'; readonly report: unknown }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly error: unknown };

/** A process ended while it had a task. */
export class ProcessDied extends Error {
  /** Whether it ran out of memory. */
  readonly isMemory: boolean;

  constructor(message: string, isMemory: boolean) {
    super(message);
    this.name = 'ProcessDied';
    this.isMemory = isMemory;
  }
}

/** A task took longer than its limit. */
export class TaskTimedOut extends Error {
  constructor(task: string, seconds: number) {
    super(`Task "${task}" took longer than ${String(seconds)} s.`);
    this.name = 'TaskTimedOut';
  }
}
