import type { Problem, Solution } from '../problem/layout.ts';
import type { PaceChange } from '../search/pace.ts';
import type { PreviewSeat } from './preview-seat.ts';

/** Everything that a worker is told. The problem's arrays are shared memory, written by none. */
export interface SolveTask {
  readonly problem: Problem;
  readonly seed: number;
  readonly limit: SearchLimit;
  /** One Int32: any value but 0 asks the search to end with its best. */
  readonly stopFlag: SharedArrayBuffer;
  /** Three Float64: cost, unserved visits and share of the search so far, for whoever looks. */
  readonly progress: SharedArrayBuffer;
  /** Where the search lays its best so far for whoever asks. */
  readonly preview: PreviewSeat;
}

/**
 * When a search ends: after some seconds, though never past a moment in milliseconds since 1970; or after so many
 * steps; or as an earlier one did.
 */
export type SearchLimit =
  | { readonly kind: 'time'; readonly seconds: number; readonly until: number }
  | { readonly kind: 'work'; readonly work: number }
  | { readonly kind: 'replay'; readonly pace: readonly PaceChange[]; readonly endedAtWork: number };

/** What a search hands back, with all it takes to make it again. */
export interface SolveReply {
  readonly solution: Solution;
  readonly pace: readonly PaceChange[];
  readonly endedAtWork: number;
}

/** Where one of several searches stands. */
export interface TaskProgress {
  readonly cost: number;
  readonly unserved: number;
  readonly share: number;
}
