import type { Problem, Solution } from '../problem/layout.ts';
import type { Fixed } from '../search/fixed.ts';
import type { PaceChange } from '../search/pace.ts';
import type { PreviewBuffer } from './preview-buffer.ts';

/** One search for a worker thread. The problem's arrays are shared memory that nobody writes. */
export interface SolveTask {
  readonly problem: Problem;
  readonly seed: number;
  readonly limit: SearchLimit;
  /** Null to start from an empty solution. */
  readonly start: SearchStart | null;
  /** One Int32: any value but 0 ends the search with its best solution. */
  readonly stopFlag: SharedArrayBuffer;
  /** Five Float64: cost and share of the search so far, and the visits left out by group. */
  readonly progress: SharedArrayBuffer;
  /** Shows the best solution so far on request. */
  readonly preview: PreviewBuffer;
}

/** A solution from which a search starts, and the parts of it that stay as they are. */
export interface SearchStart {
  readonly slots: Solution['slots'];
  readonly fixed: Fixed;
}

/**
 * When a search ends: after some seconds, though never past a moment in milliseconds since 1970; or after so many
 * steps; or as an earlier one did.
 */
export type SearchLimit =
  | { readonly by: 'time'; readonly seconds: number; readonly until: number }
  | { readonly by: 'work'; readonly work: number }
  | { readonly by: 'replay'; readonly pace: readonly PaceChange[]; readonly endedAtWork: number };

/** Result of a search, with the pace that repeats it. */
export interface SolveReply {
  readonly solution: Solution;
  readonly pace: readonly PaceChange[];
  readonly endedAtWork: number;
}
