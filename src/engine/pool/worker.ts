import { solve } from '../search/solve.ts';
import type { CalibrateTask, SolveReply, SolveTask } from './protocol.ts';

/** A calibration ends by its clock long before so many steps. */
const ENDLESS = 1e9;
/** Fewest steps that tell a speed. */
const LEAST_WORK = 64;

/** Runs one search to its end or until the flag is raised; the best comes back either way. */
export default function runSolveTask({ problem, seed, plannedWork, endAtWork, stopFlag, progress }: SolveTask): SolveReply {
  const flag = new Int32Array(stopFlag);
  const told = new Float64Array(progress);
  return solve(problem, {
    seed,
    work: plannedWork,
    endAtWork,
    shouldStop: () => Atomics.load(flag, 0) !== 0,
    onProgress: ({ cost, unserved, work }) => told.set([cost, unserved, work]),
  });
}

/**
 * Steps a second that this thread makes on a problem, from runs of their own that leave nothing behind: a hot
 * one, which compiles the code and tells how long the other may be, and one that cools down as a real one does,
 * since cold steps are faster.
 */
export function calibrate({ problem, milliseconds }: CalibrateTask): number {
  const hot = timeSteps(problem, { work: ENDLESS, milliseconds: milliseconds / 3 });
  return timeSteps(problem, { work: Math.max(LEAST_WORK, Math.round((hot * milliseconds * 2) / 3000)), milliseconds });
}

/** Steps a second of one run, from its first solution on. */
function timeSteps(
  problem: CalibrateTask['problem'],
  { work, milliseconds }: { readonly work: number; readonly milliseconds: number },
): number {
  let started = Infinity;
  const { endedAtWork } = solve(problem, {
    seed: 0,
    work,
    shouldStop: () => performance.now() - started >= milliseconds,
    onProgress: () => {
      if (started === Infinity) started = performance.now();
    },
  });
  return (Math.max(1, endedAtWork) / Math.max(0.1, performance.now() - started)) * 1000;
}
