import { describe, expect, it } from 'vitest';
import type { ProblemDraft } from '../../src/engine/problem/draft.ts';
import { FAR, NEVER, type Problem } from '../../src/engine/problem/layout.ts';
import { packProblem } from '../../src/engine/problem/pack-problem.ts';
import { DayPlanner } from '../../src/engine/search/operators/recreate/plan-days.ts';
import { Tours } from '../../src/engine/search/state/tours.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import type { Term } from '../../src/terms/terms.ts';
import { lawCases } from '../support/law-cases.ts';

const PROBLEMS = lawCases(600, 0.2);
/** More than two weeks, so that weekdays come back. */
const MOST_DAYS = 16;

/** A price of gaps, as the problem's terms have it. */
interface Gaps {
  readonly before: number | null;
  readonly between: (days: number) => number;
  readonly open: (days: number) => number;
}

/** One series and all prices of its days, apart from the packed arrays. */
interface Case {
  readonly dayCount: number;
  readonly visits: readonly { readonly first: number; readonly last: number; readonly price: number }[];
  readonly gaps: Gaps | null;
  readonly weekdayPrice: number;
  /** Days on which a visit earns a phase's price; only series of one visit have a phase, of which the planner is exact. */
  readonly phase: { readonly from: number; readonly until: number; readonly price: number } | null;
  readonly patterns: readonly (readonly number[])[];
  /** Days on which visits of another series count for the gaps; that series stays apart by a day. */
  readonly counted: readonly number[];
  /** [day] cost of a visit on the day; `NEVER` where there is no room. */
  readonly dayCost: Int32Array;
}

function randomCase(random: Random, hasPatterns: boolean): Case {
  const dayCount = 1 + random.below(MOST_DAYS);
  const count = 1 + random.below(Math.min(3, dayCount));
  const days = Array.from({ length: dayCount }, (_, day) => day);
  const split = random.next() < 0.3 ? Math.floor(dayCount / 2) : 0;
  const visits = Array.from({ length: count }, (_, n) => {
    const [first, last] = split === 0 ? [0, dayCount - 1] : n === 0 ? [0, split - 1] : [split, dayCount - 1];
    // In the problems with patterns it never pays to leave a visit out.
    return { first, last, price: hasPatterns ? 10_000 : 50 + random.below(300) };
  });
  const [least, most] = [1 + random.below(5), 1 + random.below(8)];
  const gaps: Gaps = {
    before: random.next() < 0.5 ? -1 - random.below(10) : null,
    between: (gap) => 20 * Math.max(0, least - gap) + 15 * Math.max(0, gap - most),
    open: (gap) => 25 * Math.max(0, gap - most),
  };
  const from = random.below(dayCount);
  return {
    dayCount,
    visits,
    gaps: !hasPatterns && random.next() < 0.7 ? gaps : null,
    weekdayPrice: !hasPatterns && random.next() < 0.6 ? 1 + random.below(80) : 0,
    phase:
      !hasPatterns && count === 1 && random.next() < 0.5 ? { from, until: from + random.below(3), price: 1 + random.below(200) } : null,
    patterns: hasPatterns && split === 0 ? [0, 1, 2].map(() => days.toSorted(() => random.next() - 0.5).slice(0, count)) : [],
    ...withCounted(random, days, hasPatterns),
  };
}

/** Up to two counted days, on which there is no room then. */
function withCounted(random: Random, days: readonly number[], hasPatterns: boolean): Pick<Case, 'counted' | 'dayCost'> {
  const counted = hasPatterns ? [] : days.filter(() => random.next() < 0.15).slice(0, 2);
  const dayCost = Int32Array.from(days, (day) => (counted.includes(day) || random.next() < 0.15 ? NEVER : random.below(150)));
  return { counted, dayCost };
}

function packed({ dayCount, visits, gaps, weekdayPrice, phase, patterns, counted }: Case): Problem {
  const other = { place: 0, dwell: 10, visits: counted.map((day) => ({ first: day, last: day })), patterns: [] };
  const draft: ProblemDraft = {
    dayCount,
    placeCount: 1,
    slots: Array.from({ length: dayCount }, (_, day) => ({ day, rep: 0, legClass: 0, from: 0, to: 0, start: 0, twins: day })),
    series: [{ place: 0, dwell: 10, visits, patterns: patterns.map((days) => days.reduce((bits, day) => bits | (1 << day), 0)) }, other],
    legClasses: [{ time: Int32Array.of(0), price: null, ways: null }],
    mostAway: 1,
    terms: [
      ...visits.map(({ price }, visit): Term => ({ term: 'unserved', series: 0, visit, price })),
      ...Array.from({ length: dayCount }, (_, slot): Term => ({
        term: 'aggregate',
        slot,
        of: 'end',
        side: 'above',
        limit: FAR,
        price: Infinity,
      })),
      ...(gaps === null ? [] : [{ term: 'gap', series: 0, ...gaps, given: { first: half(gaps), between: half(gaps) } } satisfies Term]),
      ...(weekdayPrice === 0 ? [] : [{ term: 'weekday', series: 0, price: weekdayPrice } satisfies Term]),
      { term: 'counts', series: 1, towards: 0 },
      ...(phase === null ? [] : [{ term: 'phase', series: 0, ...phase, least: 1 } satisfies Term]),
    ],
  };
  return packProblem(draft);
}

/** Cost of a choice of days, from the case alone; Infinity where it is not allowed. `choice` has a day or -1 for each visit. */
function costOf(given: Case, choice: readonly number[]): number {
  const { visits, weekdayPrice, phase, patterns, dayCost } = given;
  const days = choice.filter((day) => day >= 0);
  const isInOrder = days.every((day, i) => i === 0 || day > (days[i - 1] ?? 0));
  const isAllowed = choice.every(
    (day, n) => day < 0 || ((visits[n]?.first ?? 0) <= day && day <= (visits[n]?.last ?? 0) && dayCost[day] !== NEVER),
  );
  const isInPattern = patterns.length === 0 || patterns.some((pattern) => days.every((day) => pattern.includes(day)));
  if (!isInOrder || !isAllowed || !isInPattern) return Infinity;
  const served = days.reduce((sum, day) => sum + (dayCost[day] ?? 0), 0);
  const left = choice.reduce((sum, day, n) => sum + (day < 0 ? (visits[n]?.price ?? 0) : 0), 0);
  const missed = phase !== null && !days.some((day) => day >= phase.from && day <= phase.until) ? phase.price : 0;
  const mostAlike = Math.max(0, ...days.map((day) => days.filter((other) => other % 7 === day % 7).length));
  return served + left + missed + weekdayPrice * (days.length - mostAlike) + gapCost(given, days);
}

/** Gaps between the days of all visits that count; one that ends and begins with a counted visit, or began before, costs half. */
function gapCost({ dayCount, gaps, counted }: Case, days: readonly number[]): number {
  if (gaps === null) return 0;
  const all = [...(gaps.before === null ? [] : [gaps.before]), ...[...days, ...counted].toSorted((a, b) => a - b)];
  const between = all.slice(1).reduce((sum, day, i) => {
    const isGiven = [all[i] ?? 0, day].every((end) => !days.includes(end));
    return sum + (isGiven ? half(gaps) : gaps.between)(day - (all[i] ?? 0));
  }, 0);
  const last = all.at(-1);
  return between + (last === undefined ? 0 : gaps.open(dayCount - last));
}

const half =
  ({ between }: Gaps) =>
  (days: number) =>
    Math.floor(between(days) / 2);

/** The least cost over all choices of days. */
function bruteForce(given: Case): number {
  const options = [-1, ...given.dayCost.keys()];
  const choices = given.visits.reduce<readonly (readonly number[])[]>(
    (so) => so.flatMap((choice) => options.map((day) => [...choice, day])),
    [[]],
  );
  return Math.min(...choices.map((choice) => costOf(given, choice)));
}

function chosenDays(given: Case): readonly number[] {
  const tours = new Tours(packed(given));
  for (const [i, day] of given.counted.entries()) tours.put(given.visits.length + i, day, 1);
  const planner = new DayPlanner(tours);
  planner.plan(0, given.dayCost);
  return [...planner.chosen.subarray(0, given.visits.length)];
}

describe('the days of a series', () => {
  it('are the best of all choices: gaps, ends of the horizon, weekdays, phases, visits left out', { timeout: 600_000 }, () => {
    let [served, left] = [0, 0];
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const given = randomCase(createRandom(seed), false);
      const choice = chosenDays(given);
      expect({ seed, cost: costOf(given, choice) }).toEqual({ seed, cost: bruteForce(given) });
      served += choice.filter((day) => day >= 0).length;
      left += choice.filter((day) => day < 0).length;
    }
    // Both sides of the choice come up.
    expect(served).toBeGreaterThan(PROBLEMS / 2);
    expect(left).toBeGreaterThan(PROBLEMS / 10);
  });

  it('are the best of all patterns', { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const given = randomCase(createRandom(seed + 1_000_000), true);
      expect({ seed, cost: costOf(given, chosenDays(given)) }).toEqual({ seed, cost: bruteForce(given) });
    }
  });
});
