import { serveTasks } from '../../src/service/serve-tasks.ts';

/** Tasks that do what hostile or unlucky input makes a process do. */
serveTasks({
  double: (n: number) => n * 2,
  pid: () => process.pid,
  fail: (message: string) => {
    throw new Error(message);
  },
  crash: () => process.exit(3),
  fillMemory: () => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, Math.random));
  },
  spin: () => {
    for (;;);
  },
  reports: (count: number, line) => {
    for (let i = 1; i <= count; i++) line.report(i);
    return count;
  },
  untilMessage: (_: null, line) => {
    line.report('ready');
    return new Promise((resolve) => line.onMessage(resolve));
  },
});
