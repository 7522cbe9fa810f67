/**
 * Progress of a search by its steps: at step `atWork` it has done `share` of the whole, and each further step adds
 * `perStep`. The search cools by that share, and ends at 1.
 */
export interface PaceChange {
  readonly atWork: number;
  readonly share: number;
  readonly perStep: number;
}

/** The share, 0 … 1, of the whole search that is done at a step; 1 or more ends it. Called with rising steps. */
export type Pace = (step: number) => number;

/** The pace of a search that takes so many steps. */
export const steadyPace = (work: number): Pace => pacedBy([steady(work)], work);

/** The record of a `steadyPace`. */
export const steady = (work: number): PaceChange => ({ atWork: 0, share: 0, perStep: 1 / Math.max(1, work) });

/** The recorded pace of an earlier search, which ended at a step. */
export function pacedBy(changes: readonly PaceChange[], endedAtWork: number): Pace {
  let next = 0;
  let now: PaceChange = { atWork: 0, share: 0, perStep: 0 };
  return (step) => {
    for (let change = changes[next]; change !== undefined && change.atWork <= step; change = changes[++next]) now = change;
    return step >= endedAtWork ? 1 : shareAt(now, step);
  };
}

/** A search that is ahead of its time goes on until the time is over. */
const LAST_BEFORE_END = 0.9999;

/** The share, below 1, at a step after the last change. */
export const shareAt = ({ atWork, share, perStep }: PaceChange, step: number): number =>
  Math.min(LAST_BEFORE_END, share + (step - atWork) * perStep);
