import type { Problem, Solution } from '../problem/layout.ts';

/** Everything that a worker is told. The problem's arrays are shared memory, written by none. */
export interface SolveTask {
  readonly problem: Problem;
  readonly seed: number;
  /** Steps that the temperature is planned over. */
  readonly plannedWork: number;
  /** Step at which to end; less than planned only when a run that was stopped is replayed. */
  readonly endAtWork: number;
  /** One Int32: any value but 0 asks the search to end with its best. */
  readonly stopFlag: SharedArrayBuffer;
  /** Three Float64: cost, unserved visits and steps of the search so far, for whoever looks. */
  readonly progress: SharedArrayBuffer;
}

/** What a search hands back. */
export interface SolveReply {
  readonly solution: Solution;
  readonly endedAtWork: number;
}

/** A short run that measures speed, nothing else. */
export interface CalibrateTask {
  readonly problem: Problem;
  readonly milliseconds: number;
}

/** Where one of several searches stands. */
export interface TaskProgress {
  readonly cost: number;
  readonly unserved: number;
  readonly work: number;
}
