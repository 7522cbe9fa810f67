import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { type ChildMessage, type ParentMessage, ProcessDied, TaskTimedOut } from './process-messages.ts';

/** Size and limits of a pool of processes. */
export interface ProcessPoolOptions {
  /** Module that each process runs; it calls `serveTasks`. */
  readonly module: URL;
  /** Arguments of the module. */
  readonly args?: readonly string[];
  /** Tasks at the same time, one in each process. */
  readonly size: number;
  /** Heap of each process. */
  readonly megabytes: number;
  /** How much each process steps back for others, from 0 to 19. */
  readonly niceness?: number;
  /** Milliseconds after which a process without a task ends. */
  readonly idleTime?: number;
}

/** One task for a process. */
export interface PooledTask {
  /** Name of the task among those that the module serves. */
  readonly name: string;
  /** The task's input: plain data that can be cloned. */
  readonly input: unknown;
  /** Drops the task: out of the queue, or together with its process. */
  readonly signal?: AbortSignal;
  /** Seconds after which its process ends; they begin when the process has loaded its module and has the task. */
  readonly timeLimit?: number;
  /** Receives the reports of the task while it runs. A method, since each task has reports of its own. */
  onReport?(report: unknown): void;
  /** Called when a process takes the task from the queue; `send` delivers messages to the task. */
  readonly onStart?: (send: (message: unknown) => void) => void;
}

interface Waiting extends PooledTask {
  // A method, since each task resolves with a type of its own.
  resolve(value: unknown): void;
  readonly reject: (error: unknown) => void;
}

/** How much of a process's error output is kept, in characters: enough to see why it died. */
const KEPT_OUTPUT = 4000;
const USUAL_IDLE_TIME = 60_000;

/**
 * Runs tasks in child processes, one task in each at a time. A process that runs out of memory, crashes or takes too
 * long ends alone: its task fails, and the next task starts another process. Processes end with their parent, however
 * that ends.
 */
export class ProcessPool {
  readonly #options: ProcessPoolOptions;
  readonly #queue: Waiting[] = [];
  readonly #idle: PoolProcess[] = [];
  readonly #all = new Set<PoolProcess>();
  #isClosed = false;

  constructor(options: ProcessPoolOptions) {
    this.#options = options;
  }

  /** Tasks that wait for a process. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Tasks that run. */
  get running(): number {
    return this.#all.size - this.#idle.length;
  }

  /** Process ids, for operators and tests. */
  get pids(): readonly number[] {
    return [...this.#all].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /**
   * Runs a task and returns its result. Rejects with the task's own error, with `ProcessDied` or `TaskTimedOut`, or with
   * the reason of the signal.
   */
  run<T>(task: PooledTask): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#isClosed) return reject(new ProcessDied('The pool is closed.', false));
      if (task.signal?.aborted === true) return reject(task.signal.reason);
      const waiting: Waiting = { ...task, resolve, reject };
      this.#queue.push(waiting);
      task.signal?.addEventListener('abort', () => this.#drop(waiting), { once: true });
      this.#startNext();
    });
  }

  /** Ends all processes at once; tasks in the queue and those that run fail. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#queue.splice(0)) reject(new ProcessDied('The pool is closed.', false));
    await Promise.all([...this.#all].map((process) => process.end()));
  }

  #drop(task: Waiting): void {
    const place = this.#queue.indexOf(task);
    if (place < 0) return;
    this.#queue.splice(place, 1);
    task.reject(task.signal?.reason);
  }

  #startNext(): void {
    if (this.#isClosed || this.#queue.length === 0) return;
    const process = this.#idle.pop() ?? this.#newProcess();
    const task = process === null ? undefined : this.#queue.shift();
    if (process === null || task === undefined) return;
    process.run(task);
  }

  #newProcess(): PoolProcess | null {
    if (this.#all.size >= this.#options.size) return null;
    const process = new PoolProcess(this.#options, {
      onFree: () => {
        this.#idle.push(process);
        this.#startNext();
      },
      onEnd: () => {
        this.#all.delete(process);
        const place = this.#idle.indexOf(process);
        if (place >= 0) this.#idle.splice(place, 1);
        this.#startNext();
      },
    });
    this.#all.add(process);
    return process;
  }
}

interface ProcessEvents {
  readonly onFree: () => void;
  readonly onEnd: () => void;
}

/** One process of the pool. */
class PoolProcess {
  readonly #child: ChildProcess;
  readonly #events: ProcessEvents;
  readonly #idleTime: number;
  readonly #ended: Promise<void>;
  #task: Waiting | null = null;
  /** Why the pool ends the process, where it does. */
  #cause: unknown = null;
  #idleTimer: NodeJS.Timeout | undefined;
  #limitTimer: NodeJS.Timeout | undefined;
  #output = '';
  #isReady = false;

  constructor({ module, args = [], megabytes, niceness = 0, idleTime = USUAL_IDLE_TIME }: ProcessPoolOptions, events: ProcessEvents) {
    this.#events = events;
    this.#idleTime = idleTime;
    this.#child = fork(module, [...args], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${String(megabytes)}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    stepBack(this.#child, niceness);
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString()).slice(-KEPT_OUTPUT);
    });
    this.#child.on('message', (message: ChildMessage) => this.#receive(message));
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(this.#onEnd(String(error), null)));
      this.#child.once('close', (code, signal) => resolve(this.#onEnd(`exit code ${String(code)}, signal ${String(signal)}`, signal)));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  run(task: Waiting): void {
    clearTimeout(this.#idleTimer);
    this.#task = task;
    task.signal?.addEventListener('abort', () => this.#task === task && this.#kill(task.signal?.reason), { once: true });
    if (this.#isReady) this.#startLimit(task);
    this.#send({ type: 'run', name: task.name, input: task.input });
    task.onStart?.((message) => this.#task === task && this.#send({ type: 'message', message }));
  }

  #startLimit({ name, timeLimit }: Waiting): void {
    if (timeLimit === undefined) return;
    this.#limitTimer = setTimeout(() => this.#kill(new TaskTimedOut(name, timeLimit)), timeLimit * 1000);
  }

  end(): Promise<void> {
    this.#kill(new ProcessDied('The pool is closed.', false));
    return this.#ended;
  }

  #kill(cause: unknown): void {
    this.#cause ??= cause;
    this.#child.kill('SIGKILL');
  }

  #send(message: ParentMessage): void {
    // A process that has just died cannot take the message; its `close` event reports that.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: ChildMessage): void {
    if (message.type === 'ready') {
      this.#isReady = true;
      if (this.#task !== null) this.#startLimit(this.#task);
      return;
    }
    if (message.type === 'report') return this.#task?.onReport?.(message.report);
    const task = this.#finishTask();
    if (message.type === 'done') task?.resolve(message.value);
    else task?.reject(message.error);
    this.#idleTimer = setTimeout(() => this.#kill(null), this.#idleTime).unref();
    this.#events.onFree();
  }

  #finishTask(): Waiting | null {
    clearTimeout(this.#limitTimer);
    const task = this.#task;
    this.#task = null;
    return task;
  }

  #onEnd(how: string, signal: NodeJS.Signals | null): void {
    clearTimeout(this.#idleTimer);
    const task = this.#finishTask();
    const isMemory = this.#output.includes('out of memory') || signal === 'SIGABRT';
    task?.reject(this.#cause ?? new ProcessDied(`${how}\n${this.#output}`, isMemory));
    this.#events.onEnd();
  }
}

/** Lowers the priority of a process that has just started; the threads that it starts later have the same. */
function stepBack({ pid }: ChildProcess, niceness: number): void {
  if (pid === undefined || niceness === 0) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already, which its `close` event reports.
  }
}
