import { workerData } from 'node:worker_threads';

// Runs as a thread of a pooled process: ends the process when its parent is gone, even while its main thread is busy.
const parent: unknown = workerData;
const LOOK_EVERY = 1000;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY);
