import { Worker } from 'node:worker_threads';
import type { ChildMessage, ParentMessage } from './process-messages.ts';

/** A task's line to the process that started it. Its methods take what each task has of its own. */
export interface TaskChannel {
  /** Sends a report while the task runs. */
  report(report: unknown): void;
  /** Receives messages for the task; messages that came before are delivered at once. */
  onMessage(listener: (message: unknown) => void): void;
}

/** A task: takes plain data and returns plain data. Declared as a method, since each task has an input type of its own. */
export type ServedTask = { run(input: unknown, channel: TaskChannel): unknown }['run'];

/** Serves the tasks of a process pool in this process, one after the other. The process ends with its parent. */
export function serveTasks(tasks: Readonly<Record<string, ServedTask>>): void {
  const send = (message: ChildMessage): void => {
    process.send?.(message);
  };
  let listener: ((message: unknown) => void) | null = null;
  let early: unknown[] = [];
  const channel: TaskChannel = {
    report: (report) => send({ type: 'report', report }),
    onMessage: (listen) => {
      listener = listen;
      for (const message of early.splice(0)) listen(message);
    },
  };
  const run = async (name: string, input: unknown): Promise<void> => {
    [listener, early] = [null, []];
    try {
      const task = tasks[name];
      if (task === undefined) throw new Error(`There is no task "${name}".`);
      send({ type: 'done', value: await task(input, channel) });
    } catch (error) {
      send({ type: 'failed', error });
    }
  };
  process.on('message', (message: ParentMessage) => {
    if (message.type === 'run') void run(message.name, message.input);
    else if (listener === null) early.push(message.message);
    else listener(message.message);
  });
  send({ type: 'ready' });
  process.on('disconnect', () => process.exit(0));
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  new Worker(new URL(`./parent-watch.${extension}`, import.meta.url), { workerData: process.ppid }).unref();
}
