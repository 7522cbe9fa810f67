import { type Pace, type PaceChange, pacedBy, steady, steadyPace } from '../search/pace.ts';
import { solve } from '../search/solve.ts';
import { answerPreview } from './preview-buffer.ts';
import type { SearchLimit, SolveReply, SolveTask } from './protocol.ts';
import { timedPace } from './timed-pace.ts';

/** Runs one search to its end or until the stop flag; returns the best solution either way. */
export default function runSolveTask({ problem, seed, limit, start, stopFlag, progress, preview }: SolveTask): SolveReply {
  const flag = new Int32Array(stopFlag);
  const progressNow = new Float64Array(progress);
  const { pace, changes } = paceOf(limit);
  const { solution, endedAtWork } = solve(problem, {
    seed,
    pace,
    ...(start === null ? {} : { initial: start.slots, fixed: start.fixed }),
    shouldStop: () => Atomics.load(flag, 0) !== 0,
    onProgress: ({ cost, left, share, best }) => {
      progressNow.set([cost, share, ...left]);
      answerPreview(preview, best);
    },
  });
  progressNow[1] = 1;
  return { solution, pace: changes, endedAtWork };
}

function paceOf(limit: SearchLimit): { readonly pace: Pace; readonly changes: readonly PaceChange[] } {
  if (limit.by === 'replay') return { pace: pacedBy(limit.pace, limit.endedAtWork), changes: limit.pace };
  if (limit.by === 'work') return { pace: steadyPace(limit.work), changes: [steady(limit.work)] };
  const now = performance.now();
  const left = limit.until - performance.timeOrigin - now;
  return timedPace(now + Math.min(left, limit.seconds * 1000), () => performance.now());
}
