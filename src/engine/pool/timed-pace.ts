import { type Pace, type PaceChange, shareAt } from '../search/pace.ts';

/** Share of the time between two looks at how far steps have taken the search. */
const LOOK_EVERY = 0.02;

/** A pace by the clock, and its record so far, which makes the same search again without one. */
export interface TimedPace {
  readonly pace: Pace;
  readonly changes: readonly PaceChange[];
}

/**
 * The pace of a search that has until a moment, on a clock in milliseconds. Speed cannot be known beforehand: it
 * changes as the engine warms up, the search cools and the machine has other work. So the share of steps is set
 * to that of time again and again, and extrapolated in between.
 */
export function timedPace(until: number, now: () => number): TimedPace {
  const began = now();
  const changes: PaceChange[] = [];
  let last: PaceChange = { atWork: 0, share: 0, perStep: 0 };
  const pace: Pace = (step) => {
    const share = (now() - began) / Math.max(1, until - began);
    if (share >= 1) return 1;
    const isDue = step > last.atWork && (last.atWork === 0 || share - last.share >= LOOK_EVERY);
    if (isDue && share > last.share) {
      last = { atWork: step, share, perStep: (share - last.share) / (step - last.atWork) };
      changes.push(last);
    }
    return shareAt(last, step);
  };
  return { pace, changes };
}
