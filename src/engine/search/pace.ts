/**
 * How far a search has come, by its steps: from step `atWork` on it stands at `share` of the whole, and each step adds
 * `perStep`. It cools by that share, and ends at 1.
 */
export interface PaceChange {
  readonly atWork: number;
  readonly share: number;
  readonly perStep: number;
}

/** The share, 0 … 1, of the whole search that lies behind a step; 1 or more ends it. Asked for rising steps. */
export type Pace = (step: number) => number;

/** The pace of a search that takes so many steps. */
export const steadyPace = (work: number): Pace => pacedBy([steady(work)], work);

/** What `steadyPace` would record. */
export const steady = (work: number): PaceChange => ({ atWork: 0, share: 0, perStep: 1 / Math.max(1, work) });

/** The pace that an earlier search recorded, and the step at which it ended. */
export function pacedBy(changes: readonly PaceChange[], endedAtWork: number): Pace {
  let next = 0;
  let now: PaceChange = { atWork: 0, share: 0, perStep: 0 };
  return (step) => {
    for (let change = changes[next]; change !== undefined && change.atWork <= step; change = changes[++next]) now = change;
    return step >= endedAtWork ? 1 : shareAt(now, step);
  };
}

/** A search that is ahead of its time does not end before it. */
const LAST_BEFORE_END = 0.9999;

/** The share, below 1, at a step after the last change. */
export const shareAt = ({ atWork, share, perStep }: PaceChange, step: number): number =>
  Math.min(LAST_BEFORE_END, share + (step - atWork) * perStep);
