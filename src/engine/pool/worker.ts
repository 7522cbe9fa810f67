import { solve } from '../search/solve.ts';
import type { CalibrateTask, SolveReply, SolveTask } from './protocol.ts';

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;
/** A calibration ends by its clock long before so many steps. */
const ENDLESS = 1e9;

/** Runs one search to its end or until the flag is raised; the best comes back either way. */
export default function runSolveTask(task: SolveTask): SolveReply {
  const flag = new Int32Array(task.stopFlag);
  let reported = performance.now();
  try {
    return solve(task.problem, {
      seed: task.seed,
      work: task.plannedWork,
      endAtWork: task.endAtWork,
      shouldStop: () => Atomics.load(flag, 0) !== 0,
      onProgress: (progress) => {
        const now = performance.now();
        if (now - reported < REPORT_EVERY) return;
        reported = now;
        task.progress.postMessage(progress);
      },
    });
  } finally {
    task.progress.close();
  }
}

/** Steps a second that this thread makes on a problem, from a run of its own that leaves nothing behind. */
export function calibrate({ problem, milliseconds }: CalibrateTask): number {
  const started = performance.now();
  let begun = started;
  let from = 0;
  let at = 0;
  solve(problem, {
    seed: 0,
    work: ENDLESS,
    endAtWork: ENDLESS,
    shouldStop: () => performance.now() - started >= milliseconds,
    onProgress: ({ work }) => {
      at = work;
      // The first part compiles the code and does not count.
      if (performance.now() - started < milliseconds / 2) {
        begun = performance.now();
        from = work;
      }
    },
  });
  return ((at - from) / Math.max(1, performance.now() - begun)) * 1000;
}
