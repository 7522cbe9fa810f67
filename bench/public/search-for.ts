import { timedPace } from '../../src/engine/pool/timed-pace.ts';
import type { Problem, Solution } from '../../src/engine/problem/layout.ts';
import { solve } from '../../src/engine/search/solve.ts';

/** How long to search, in processor seconds of this process, and from which seed. */
export interface SearchTask {
  readonly seconds: number;
  readonly seed: number;
}

/** What a search found, after how many steps and processor seconds. */
export interface Searched {
  readonly solution: Solution;
  readonly steps: number;
  readonly seconds: number;
}

/** Something that searches a problem. */
export type Search = (problem: Problem, task: SearchTask) => Searched;

/** Milliseconds of processor time of this process so far, those of the compiler's and the collector's threads included. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Searches a problem for so many processor seconds, so that other work on the machine changes nothing but the waiting. */
export function searchFor(problem: Problem, { seconds, seed }: SearchTask): Searched {
  const began = processorTime();
  const { pace } = timedPace(began + seconds * 1000, processorTime);
  const { solution, endedAtWork } = solve(problem, { seed, pace, shouldStop: () => false, onProgress: () => {} });
  return { solution, steps: endedAtWork, seconds: (processorTime() - began) / 1000 };
}
