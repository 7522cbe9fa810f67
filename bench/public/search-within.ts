import type { Problem } from '../../src/engine/problem/layout.ts';
import { type SolveResult, solve } from '../../src/engine/search/solve.ts';

/** Share of the time that a first guess of the speed may take, and its limit in milliseconds. */
const GUESS = { share: 0.03, most: 400 };
/** Share of the time left that is planned as work: what is missing is kept for a machine that slows down. */
const PLANNED_SHARE = 0.9;
/** Share of the time left after which a search is held against its plan. */
const CHECKED_AT = 0.08;
/** A search that would end before this share of its time, or after all of it, begins anew with a better plan. */
const TOO_EARLY = 0.75;
/** Searches that may be given up for that. */
const MOST_GIVEN_UP = 2;
/** Share of all the time that is worth another search when one ended early after all. */
const WORTHWHILE = 0.2;
/** Steps that a guess never gets to, so that it stays hot. */
const ENDLESS = 1e9;

/** The best of the searches, with the moments it began and ended at, on the clock of `performance.now()`. */
export interface TimedSearch extends SolveResult {
  readonly plannedWork: number;
  readonly began: number;
  readonly ended: number;
}

/**
 * Searches until a moment of `performance.now()`, which it never passes by more than a few steps. Work must be planned
 * before a search begins, since it cools by work; but the engine warms up for its first second, and a hot search
 * may be several times slower or faster than a cold one. So the plan comes from a short search, then from the
 * search itself where that was wrong, and what time is left in the end goes to another search.
 */
export function searchWithin(problem: Problem, { seed, until }: { readonly seed: number; readonly until: number }): TimedSearch {
  const time = until - performance.now();
  let speed = guessSpeed(problem, Math.min(GUESS.most, time * GUESS.share));
  let best: TimedSearch | null = null;
  for (let start = 0; ; start++) {
    const began = performance.now();
    const left = until - began;
    const plannedWork = Math.max(1, Math.round(speed * left * PLANNED_SHARE));
    const pace = new Pace(left * CHECKED_AT);
    const isAstray = () => {
      if (start >= MOST_GIVEN_UP || pace.speed === null) return false;
      const ends = pace.now + (plannedWork - pace.work) / pace.speed;
      return ends > left || ends < left * TOO_EARLY;
    };
    const result = solve(problem, {
      seed,
      work: plannedWork,
      shouldStop: () => performance.now() >= until || isAstray(),
      onProgress: ({ work }) => pace.note(work),
    });
    const ended = performance.now();
    if (best === null || result.solution.cost < best.solution.cost) best = { ...result, plannedWork, began, ended };
    if (until - ended < time * WORTHWHILE) return best;
    speed = (isAstray() ? pace.speed : null) ?? result.endedAtWork / (ended - began);
  }
}

/** Steps a millisecond of a search that is thrown away. */
function guessSpeed(problem: Problem, milliseconds: number): number {
  const pace = new Pace(milliseconds);
  solve(problem, { seed: 0, work: ENDLESS, shouldStop: () => pace.speed !== null, onProgress: ({ work }) => pace.note(work) });
  return pace.speed ?? 1;
}

/** Tells speed once, from the second half of a stretch of time: in the first the engine warms up. */
class Pace {
  /** Steps a millisecond; null until the stretch is over. */
  speed: number | null = null;
  /** Milliseconds and steps when speed was told. */
  now = 0;
  work = 0;
  readonly #from = performance.now();
  readonly #stretch: number;
  #half = { now: 0, work: 0 };

  constructor(milliseconds: number) {
    this.#stretch = milliseconds;
  }

  note(work: number): void {
    if (this.speed !== null) return;
    const now = performance.now() - this.#from;
    if (now < this.#stretch / 2 || this.#half.work === 0) this.#half = { now, work };
    else if (now >= this.#stretch) {
      this.speed = (work - this.#half.work) / (now - this.#half.now);
      this.now = now;
      this.work = work;
    }
  }
}
