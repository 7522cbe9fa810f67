import { type Day, type DayRange, holds } from '../../../src/domain/calendar.ts';

/** On which days a customer could be visited, and what is asked of the days together. */
export interface PatternQuestion {
  /** Ascending. */
  readonly days: readonly Day[];
  /** [day] price of a visit; Infinity where there can be none. */
  readonly price: readonly number[];
  /** [visit] the days of which the visit takes one, in order of time. */
  readonly ranges: readonly DayRange[];
  readonly minGapDays: number;
  readonly maxGapDays: number;
  /** The last visit before; null for none. */
  readonly before: Day | null;
  /** The day after the last on which the next visit may be waited for. */
  readonly after: Day;
  /** Days of which one has a visit; null where none needs to. */
  readonly within: DayRange | null;
}

/** Days by number, and their price. */
export interface Pattern {
  readonly days: readonly number[];
  readonly price: number;
}

interface Step {
  readonly price: number;
  readonly day: number;
  readonly before: Step | null;
}

/**
 * The cheapest days for all visits of a customer, or null when there are none.
 *
 * A dynamic program over visit × day × whether the focus was met: each visit follows the one before by
 * a gap within bounds, the first follows the last one before, and the wait after the last is bounded too.
 */
export function cheapestPattern(question: PatternQuestion): Pattern | null {
  const { days, ranges, within, after, maxGapDays } = question;
  let steps: readonly (readonly (Step | null)[])[] = [];
  for (const [visit, range] of ranges.entries()) {
    const previous = steps;
    steps = [false, true].map((met) =>
      days.map((at, d) => {
        if (!holds(range, at) || question.price[d] === Infinity) return null;
        const inFocus = within === null || holds(within, at);
        const from = visit === 0 ? first(question, at, met === inFocus) : cheapestOf(sources(previous, met, inFocus), question, d);
        return from === undefined ? null : { price: (from?.price ?? 0) + (question.price[d] ?? Infinity), day: d, before: from };
      }),
    );
  }
  const done = (steps[1] ?? []).filter((step) => step !== null && after - (days[step.day] ?? after) <= maxGapDays);
  const best = done.reduce<Step | null>(
    (found, step) => (step !== null && (found === null || step.price < found.price) ? step : found),
    null,
  );
  return best === null ? null : { days: pathTo(best), price: best.price };
}

/** Nothing goes before a first visit (null); undefined where a first visit cannot be. */
function first({ before, minGapDays, maxGapDays }: PatternQuestion, at: Day, fits: boolean): null | undefined {
  if (!fits) return undefined;
  return before === null || (at - before >= minGapDays && at - before <= maxGapDays) ? null : undefined;
}

function sources(previous: readonly (readonly (Step | null)[])[], met: boolean, inFocus: boolean): readonly (Step | null)[] {
  const [unmet = [], already = []] = previous;
  if (!met) return inFocus ? [] : unmet;
  return inFocus ? [...unmet, ...already] : already;
}

function cheapestOf(from: readonly (Step | null)[], { days, minGapDays, maxGapDays }: PatternQuestion, d: number): Step | undefined {
  let best: Step | undefined;
  for (const step of from) {
    if (step === null) continue;
    const gap = (days[d] ?? 0) - (days[step.day] ?? 0);
    if (gap >= Math.max(1, minGapDays) && gap <= maxGapDays && (best === undefined || step.price < best.price)) best = step;
  }
  return best;
}

function pathTo(last: Step): readonly number[] {
  const path: number[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) path.unshift(step.day);
  return path;
}
